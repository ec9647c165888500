//! The paths of pages in the site: with slashes, relative to its root.

use crate::catalogue::Code;

/// The page of a code.
pub(super) fn code(code: Code) -> String {
    format!("codes/{code}.html")
}

/// The page of a class, by its first digit.
pub(super) fn class(digit: u16) -> String {
    format!("codes/{digit}xx.html")
}

/// The page that compares two codes, in any order.
pub(super) fn pair(one: Code, other: Code) -> String {
    format!("compare/{}-{}.html", one.min(other), one.max(other))
}

/// The page of all frameworks.
pub(super) const FRAMEWORKS: &str = "frameworks/index.html";

/// The page of a framework.
pub(super) fn framework(id: &str) -> String {
    format!("frameworks/{id}.html")
}

/// The page of all behaviours.
pub(super) const BEHAVIOURS: &str = "behaviour/index.html";

/// The page of a behaviour.
pub(super) fn behaviour(name: &str) -> String {
    format!("behaviour/{name}.html")
}

/// The data file beside a page.
pub(super) fn data(page: &str) -> String {
    format!("{}.json", page.strip_suffix(".html").unwrap_or(page))
}

/// The same page as Markdown.
pub(super) fn markdown(page: &str) -> String {
    format!("{}.md", page.strip_suffix(".html").unwrap_or(page))
}

/// The relative path from a page to the root: one step up for each folder.
pub(super) fn root(page: &str) -> String {
    "../".repeat(page.matches('/').count())
}
