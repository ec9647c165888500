use std::ops::Range;

/// The word that makes a comment a marker.
pub(super) const WORD: &str = "statuscraft";

/// A comment that is a marker, as byte ranges of the document.
#[derive(Debug)]
pub(super) struct Comment {
    /// From the first to the last byte of the comment.
    pub(super) range: Range<usize>,
    /// What stands between its delimiters.
    pub(super) text: Range<usize>,
    /// It stands in the midst of running text.
    pub(super) inline: bool,
}

/// What the reader of a kind of document found.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Markers, in the order of the document.
    pub(super) comments: Vec<Comment>,
    /// Code: text that is shown and means nothing.
    pub(super) verbatim: Vec<Range<usize>>,
}

impl Found {
    /// Keeps a comment if it is a marker.
    pub(super) fn comment(&mut self, document: &str, range: Range<usize>, text: Range<usize>) {
        if is_marker(document.get(text.clone()).unwrap_or_default()) {
            self.comments.push(Comment { range, text, inline: false });
        }
    }

    /// Says of the comments after the first `count` that they stand in running text.
    pub(super) fn inline_after(&mut self, count: usize) {
        self.comments.iter_mut().skip(count).for_each(|comment| comment.inline = true);
    }
}

/// Whether the text of a comment is that of a marker.
pub(super) fn is_marker(text: &str) -> bool {
    let text = text.trim_start();
    let rest = text.strip_prefix('/').map_or(text, str::trim_start).strip_prefix(WORD);
    rest.is_some_and(|rest| rest.chars().next().is_none_or(char::is_whitespace))
}
