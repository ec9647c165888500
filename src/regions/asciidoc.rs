//! AsciiDoc: comments begin at the margin, outside of blocks that are shown as they are.

use super::comment::Found;
use super::lines::{line_comment, lines};

/// The markers of a document.
pub(super) fn comments(text: &str) -> Found {
    let mut found = Found::default();
    let mut block: Option<(&str, usize)> = None;
    for range in lines(text) {
        let line = text.get(range.clone()).unwrap_or_default().trim_end();
        match block {
            Some((delimiter, start)) if line == delimiter => {
                found.verbatim.push(start..range.end);
                block = None;
            }
            Some(_) => {}
            None if is_delimiter(line) => block = Some((line, range.start)),
            None if line.starts_with([' ', '\t']) || line.starts_with("///") => {}
            None => line_comment(text, range, "//", "", &mut found),
        }
    }
    found
}

/// Whether a line opens a block whose content is not read: listing, literal, passthrough or comment of
/// four characters or more, or a fence.
fn is_delimiter(line: &str) -> bool {
    let repeated = |one: char| line.len() >= 4 && line.chars().all(|it| it == one);
    ['-', '.', '+', '/'].into_iter().any(repeated)
        || line.strip_prefix("```").is_some_and(|rest| !rest.contains('`'))
}
