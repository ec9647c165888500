use heck::{ToKebabCase, ToLowerCamelCase, ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};

use crate::targets::{Language, Target};

/// The spellings of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    Snake,
    Camel,
    Pascal,
    Kebab,
    Shouty,
}

impl Case {
    /// All cases and the names of their filters.
    pub(super) const ALL: [(&'static str, Self); 5] = [
        ("snake", Self::Snake),
        ("camel", Self::Camel),
        ("pascal", Self::Pascal),
        ("kebab", Self::Kebab),
        ("shouty", Self::Shouty),
    ];

    fn spell(self, words: &str) -> String {
        match self {
            Self::Snake => words.to_snake_case(),
            Self::Camel => words.to_lower_camel_case(),
            Self::Pascal => words.to_upper_camel_case(),
            Self::Kebab => words.to_kebab_case(),
            Self::Shouty => words.to_shouty_snake_case(),
        }
    }
}

/// The name as an identifier: ASCII letters, digits and underscores (or hyphens), and never a
/// reserved word of the language or a name that the target's programs use. Such names, and names
/// that start with a digit, get the prefix `handle`.
pub(super) fn identifier(name: &str, case: Case, language: &Language, target: &Target) -> String {
    let words: String = name
        .chars()
        .filter(|one| *one != '\'')
        .map(|one| if one.is_ascii_alphanumeric() { one } else { ' ' })
        .collect();
    let spelled = case.spell(&words);
    let free = |name: &str| {
        name.starts_with(|one: char| one.is_ascii_alphabetic())
            && !language.reserves(name)
            && !target.takes(name, language.ignores_case)
    };
    if free(&spelled) {
        return spelled;
    }
    let mut led = case.spell(&format!("handle {words}"));
    while !free(&led) {
        led.push('_');
    }
    led
}
