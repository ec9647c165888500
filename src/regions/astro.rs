//! Components of Astro: HTML below a script between two lines of hyphens.

use std::ops::Range;

use super::comment::Found;
use super::html;

/// What the script stands between.
const FENCE: &str = "---";

/// The markers of a document.
pub(super) fn comments(text: &str) -> Found {
    let mut found = Found::default();
    let script = script(text);
    html::scan(text, script.end..text.len(), &mut found);
    found.script.push(script);
    found
}

/// The script, with the lines around it.
fn script(text: &str) -> Range<usize> {
    let start = text.len() - text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']).len();
    let rest = text.get(start..).and_then(|it| it.strip_prefix(FENCE)).unwrap_or_default();
    let end = rest.find("\n---").map_or(0, |at| start + FENCE.len() + at + 1 + FENCE.len());
    0..end
}

/// HTML in which no brace begins an expression.
pub(super) fn without_expressions(html: &str) -> String {
    html.replace('{', "&#123;").replace('}', "&#125;")
}
