use std::ops::Range;

use super::fault::Fault;

/// The word that makes a comment a marker.
pub(super) const WORD: &str = "statuscraft";

/// A comment that is a marker, as byte ranges of the document.
#[derive(Debug)]
pub(super) struct Comment {
    /// From the first to the last byte of the comment.
    pub(super) range: Range<usize>,
    /// The text between its delimiters.
    pub(super) text: Range<usize>,
    /// What surrounds it.
    pub(super) place: Place,
}

/// What surrounds a marker, and so what a text below it would be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Place {
    /// Nothing: what follows is a block.
    #[default]
    Block,
    /// Running text, of which it is a part.
    Paragraph,
    /// AsciiDoc: the text of a list item, whose attributes the next block would lose.
    ListItem,
    /// AsciiDoc: a list continuation, which attaches a block and no comment.
    Continuation,
    /// AsciiDoc: a table cell that shows blocks as text.
    Cell,
    /// Markdown: a block of HTML, which only ends at an empty line.
    Html,
    /// MDX: lines that import or export, which only end at an empty line.
    Module,
}

impl Place {
    /// What is wrong with a marker there, and the cure.
    pub(super) fn fault(self) -> Option<(&'static str, &'static str)> {
        Some(match self {
            Self::Block | Self::Html => return None,
            Self::Paragraph => (
                "the marker is part of a paragraph here",
                "add an empty line before it, or indent it less",
            ),
            Self::ListItem => (
                "the marker is a part of a list item here, and what it prints would lose its style",
                "put an empty line before it",
            ),
            Self::Continuation => (
                "a list continuation attaches the next block, and this is a comment",
                "put a line `--` before the marker and another one after the region's end",
            ),
            Self::Module => (
                "the marker is part of the `import` or `export` above it here",
                "put an empty line before it",
            ),
            Self::Cell => {
                ("this table cell shows blocks as text", "begin the cell with `a|` instead of `|`")
            }
        })
    }
}

/// The result of reading a document.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Markers, in the order of the document.
    pub(super) comments: Vec<Comment>,
    /// Code: text that is shown and not interpreted.
    pub(super) verbatim: Vec<Range<usize>>,
    /// Parts of a program that the document consists of.
    pub(super) script: Vec<Range<usize>>,
    /// Markers in such parts, which have no effect there.
    pub(super) inert: Vec<Fault>,
}

impl Found {
    /// Adds a comment if it is a marker.
    pub(super) fn comment(&mut self, document: &str, range: Range<usize>, text: Range<usize>) {
        if is_marker(document.get(text.clone()).unwrap_or_default()) {
            self.comments.push(Comment { range, text, place: Place::Block });
        }
    }

    /// Says of the comments after the first `count` what surrounds them.
    pub(super) fn place_after(&mut self, count: usize, place: Place) {
        self.comments.iter_mut().skip(count).for_each(|comment| comment.place = place);
    }
}

/// Whether a marker with this text is one that closes.
pub(super) fn is_closing(text: &str) -> bool {
    text.trim_start().starts_with('/')
}

/// Whether a comment with this text is a marker.
pub(super) fn is_marker(text: &str) -> bool {
    let text = text.trim_start();
    let rest = text.strip_prefix('/').map_or(text, str::trim_start).strip_prefix(WORD);
    rest.is_some_and(|rest| rest.chars().next().is_none_or(char::is_whitespace))
}
