//! Lines, and documents with line comments.

use std::ops::Range;

use super::comment::Found;
use super::kind::Syntax;

/// The lines of a text as byte ranges, without their ends.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut position = 0;
    text.split_inclusive('\n').map(move |line| {
        let start = position;
        position += line.len();
        start..start + line.trim_end_matches(['\r', '\n']).len()
    })
}

/// The markers of a document with comments of that syntax.
pub(super) fn comments(text: &str, syntax: &Syntax) -> Found {
    let mut found = Found::default();
    for range in lines(text) {
        line_comment(text, range, &syntax.open, &syntax.close, &mut found);
    }
    found
}

/// Adds the comment of a line if it is alone on the line, after spaces and tabs, and is a marker.
pub(super) fn line_comment(
    text: &str,
    line: Range<usize>,
    open: &str,
    close: &str,
    found: &mut Found,
) {
    let content = text.get(line.clone()).unwrap_or_default().trim_end();
    let bare = content.trim_start_matches(['\u{feff}', ' ', '\t']);
    if let Some(inner) = bare.strip_prefix(open).and_then(|it| it.strip_suffix(close)) {
        let start = line.start + content.len() - bare.len();
        let inside = start + open.len()..start + open.len() + inner.len();
        found.comment(text, start..start + bare.len(), inside);
    }
}
