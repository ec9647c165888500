use crate::error::{Error, ErrorKind};
use crate::origin::Origin;

/// An error at a byte of a document.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) offset: usize,
    pub(super) message: String,
    pub(super) hint: String,
}

impl Fault {
    pub(super) fn new(offset: usize, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { offset, message: message.into(), hint: hint.into() }
    }

    /// The error with line and column.
    pub(super) fn error(self, name: &str, text: &str) -> Error {
        let (line, column) = place(text, self.offset);
        Error::new(ErrorKind::Document, self.message)
            .at(Origin::file(name).at(line, column))
            .with_hint(self.hint)
    }
}

/// The line and the column of a byte, both from 1. Columns are characters; a byte-order mark
/// doesn't count.
pub(super) fn place(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let line = memchr::memchr_iter(b'\n', before.as_bytes()).count() + 1;
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    let column = before.get(start..).unwrap_or_default().trim_start_matches('\u{feff}');
    (line, column.chars().count() + 1)
}
