//! reStructuredText: comments at any indentation, outside of literal blocks.

use super::comment::{Found, is_marker};
use super::lines::{line_comment, lines};
use super::prefix;

/// Directives whose content is shown as it is.
const VERBATIM: [&str; 9] = [
    "code",
    "code-block",
    "sourcecode",
    "literalinclude",
    "parsed-literal",
    "raw",
    "math",
    "prompt",
    "highlight",
];

/// The markers of a document.
pub(super) fn comments(text: &str) -> Found {
    let mut found = Found::default();
    let mut literal: Option<usize> = None;
    for range in lines(text) {
        let line = text.get(range.clone()).unwrap_or_default().trim_start_matches('\u{feff}');
        let bare = line.trim();
        if bare.is_empty() {
            continue;
        }
        let indentation = indentation(line);
        if literal.is_some_and(|outer| indentation > outer) {
            found.verbatim.push(range);
            continue;
        }
        let bullet = bullet(line);
        literal = opens_literal(line.get(bullet..).unwrap_or_default()).then_some(indentation);
        let start = range.end - line.len() + bullet;
        line_comment(text, start..range.end, "..", "", &mut found);
    }
    found
}

/// How many columns a line is indented by; a tab reaches the next multiple of eight.
fn indentation(line: &str) -> usize {
    let mut column = 0;
    for one in line.chars() {
        match one {
            ' ' => column += 1,
            '\t' => column = (column / 8 + 1) * 8,
            _ => break,
        }
    }
    column
}

/// How many bytes of a line precede the content of its list item.
fn bullet(line: &str) -> usize {
    line.find("..")
        .filter(|at| prefix::continuation(line.get(..*at).unwrap_or("x"), false).is_some())
        .unwrap_or(0)
}

/// Whether the lines that follow and are indented more are shown as they are.
fn opens_literal(line: &str) -> bool {
    let line = line.trim();
    match line.strip_prefix(".. ") {
        Some(explicit) => match explicit.split_once("::") {
            Some((name, _)) => VERBATIM.contains(&name.trim()),
            // A comment, unless it is a marker, or a footnote, a target or a substitution.
            None => !is_marker(explicit) && !explicit.starts_with(['[', '_', '|']),
        },
        None => line == ".." || line.ends_with("::"),
    }
}
