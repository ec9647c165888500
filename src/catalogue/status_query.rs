//! How a user names a code: by number, phrase or former phrase.

use heck::ToKebabCase;

use super::status::Status;

/// Longer texts are no phrases.
const LONGEST: usize = 200;

/// The number that the query is, if it is one.
pub(super) fn number(query: &str) -> Option<u16> {
    query.trim().parse().ok()
}

/// Whether the query is the phrase of this status, or was.
pub(super) fn names(status: &Status, query: &str) -> bool {
    // No phrase is that long, and somebody may paste a whole page.
    if query.len() > LONGEST {
        return false;
    }
    let wanted = letters(query);
    !wanted.is_empty()
        && std::iter::once(&status.phrase)
            .chain(&status.formerly)
            .chain(status.used_by.iter().map(|user| &user.phrase))
            .any(|phrase| letters(phrase) == wanted)
}

/// The phrase as a user would type it at a shell: `not-found`, `im-a-teapot`.
pub(super) fn kebab(phrase: &str) -> String {
    phrase.replace('\'', "").to_kebab_case()
}

/// Lower-case letters and digits only. Case, spaces and punctuation don't distinguish phrases.
fn letters(text: &str) -> String {
    text.chars().filter(|one| one.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
