//! Comments in JSX: `{/* … */}`.

use std::ops::Range;

use super::comment::Found;

pub(super) const OPEN: &str = "{/*";
pub(super) const CLOSE: &str = "*/}";

/// The markers in a part of a document that consists of expressions.
pub(super) fn scan(text: &str, range: Range<usize>, found: &mut Found) {
    let mut position = range.start;
    while let Some(rest) = text.get(position..range.end) {
        let Some(open) = rest.find(OPEN) else { break };
        let inside = rest.get(open + OPEN.len()..).unwrap_or_default();
        let Some(length) = inside.find(CLOSE) else { break };
        let start = position + open;
        let inner = start + OPEN.len()..start + OPEN.len() + length;
        position = inner.end + CLOSE.len();
        found.comment(text, start..position, inner);
    }
}
