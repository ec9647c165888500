use std::sync::LazyLock;

use syntect::parsing::{Scope, ScopeStack};

/// The name of a piece of code in the stylesheet.
pub(super) type Class = &'static str;

/// All of them.
pub(super) const NAMES: [Class; 7] =
    ["comment", "escape", "string", "constant", "keyword", "function", "type"];

/// Scopes, the most specific first, and the class of each; none for code inside a string, which is
/// styled as code.
const CLASSES: [(&str, Option<Class>); 12] = [
    ("comment", Some("comment")),
    ("constant.character.escape", Some("escape")),
    ("string", Some("string")),
    ("constant", Some("constant")),
    ("keyword", Some("keyword")),
    ("storage", Some("keyword")),
    ("entity.name.function", Some("function")),
    ("support.function", Some("function")),
    ("variable.function", Some("function")),
    ("entity.name", Some("type")),
    ("support", Some("type")),
    ("meta.interpolation", None),
];

static SCOPES: LazyLock<Vec<(Scope, Option<Class>)>> = LazyLock::new(|| {
    CLASSES.iter().filter_map(|(name, class)| Some((Scope::new(name).ok()?, *class))).collect()
});

/// The class of the innermost scope that has one.
pub(super) fn class(stack: &ScopeStack) -> Option<Class> {
    stack
        .scopes
        .iter()
        .rev()
        .find_map(|scope| SCOPES.iter().find(|(prefix, _)| prefix.is_prefix_of(*scope)))
        .and_then(|(_, class)| *class)
}
