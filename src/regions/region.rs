use std::ops::Range;

use super::comment::Place;

/// A part of a document between two markers.
#[derive(Clone, Debug)]
pub struct Region {
    /// The command of the opening marker without the program's name, unchanged. A shell's rules
    /// split it into words.
    pub command: String,
    /// The line of the opening marker, from 1.
    pub line: usize,
    /// The column of the opening marker, from 1, in characters.
    pub column: usize,
    /// The line of the closing marker, from 1.
    pub end_line: usize,
    /// The position of the command's words in the document.
    pub(super) words: Range<usize>,
    /// The position of the lines between the markers, with the last line end.
    pub(super) content: Range<usize>,
    /// The checksum of the closing marker, if it has one.
    pub(super) checksum: Option<String>,
    /// The position of the checksum with the space before it, or where it belongs.
    pub(super) checksum_place: Range<usize>,
    /// The text before each line of the content, such as the indentation of a list item.
    pub(super) prefix: String,
    /// What surrounds the opening marker.
    pub(super) place: Place,
    /// The line end of the opening marker, which is used for the content.
    pub(super) line_end: &'static str,
}
