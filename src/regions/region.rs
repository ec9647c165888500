use std::ops::Range;

use super::comment::Place;

/// A part of a document between two markers.
#[derive(Clone, Debug)]
pub struct Region {
    /// What the opening marker says after the program's name, as it stands there; its words are
    /// those that a shell would make of it.
    pub command: String,
    /// The line of the opening marker, from 1.
    pub line: usize,
    /// The column of the opening marker, from 1, in characters.
    pub column: usize,
    /// The line of the closing marker, from 1.
    pub end_line: usize,
    /// The opening marker's words, as they stand in the document.
    pub(super) words: Range<usize>,
    /// The lines between the markers, with the last one's end.
    pub(super) content: Range<usize>,
    /// The checksum of the closing marker, if it has one.
    pub(super) checksum: Option<String>,
    /// Where the checksum stands with the space before it, or would stand.
    pub(super) checksum_place: Range<usize>,
    /// What stands before each line of the content, such as the indentation of a list item.
    pub(super) prefix: String,
    /// What surrounds the opening marker.
    pub(super) place: Place,
    /// The end of the opening marker's line, which the lines of the content take.
    pub(super) line_end: &'static str,
}
