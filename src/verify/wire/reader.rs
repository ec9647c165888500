use std::io::Read;

use super::read_error::ReadError;

/// Reads from a server piece by piece, and never more than requested.
#[derive(Debug)]
pub(super) struct Reader<S> {
    /// The source of the bytes.
    pub(super) source: S,
    buffer: Vec<u8>,
}

/// The size limit of a header section, more than any example needs.
const HEAD: usize = 256 << 10;

impl<S: Read> Reader<S> {
    pub(super) fn new(source: S) -> Self {
        Self { source, buffer: Vec::new() }
    }

    /// A header section with its start line, including the empty line.
    pub(super) fn head(&mut self) -> Result<Vec<u8>, ReadError> {
        let mut seen = 0;
        loop {
            if !b"HTTP/".starts_with(self.buffer.get(..5).unwrap_or(&self.buffer)) {
                return Err(ReadError::Malformed("expected a response, got other bytes".into()));
            }
            if let Some(end) = end_of_head(&self.buffer, seen) {
                return Ok(self.take(end));
            }
            if self.buffer.len() > HEAD {
                return Err(ReadError::TooLarge);
            }
            seen = self.buffer.len().saturating_sub(3);
            self.more()?;
        }
    }

    /// A line, with its end.
    pub(super) fn line(&mut self) -> Result<Vec<u8>, ReadError> {
        loop {
            if let Some(end) = self.buffer.iter().position(|byte| *byte == b'\n') {
                return Ok(self.take(end + 1));
            }
            if self.buffer.len() > HEAD {
                return Err(ReadError::TooLarge);
            }
            self.more()?;
        }
    }

    /// That many bytes.
    pub(super) fn exactly(&mut self, count: usize) -> Result<Vec<u8>, ReadError> {
        while self.buffer.len() < count {
            self.more()?;
        }
        Ok(self.take(count))
    }

    /// That many bytes, or fewer if the connection ends.
    pub(super) fn at_most(&mut self, count: usize) -> Result<Vec<u8>, ReadError> {
        match self.exactly(count) {
            Err(ReadError::Closed(_)) => Ok(self.rest()),
            result => result,
        }
    }

    /// Whether there are bytes before the connection ends.
    pub(super) fn has_more(&mut self) -> bool {
        !self.buffer.is_empty() || self.more().is_ok()
    }

    /// All bytes until the connection ends.
    pub(super) fn drain(&mut self) -> Result<Vec<u8>, ReadError> {
        loop {
            match self.more() {
                Ok(()) => {}
                Err(ReadError::Closed(_)) => return Ok(self.rest()),
                Err(error) => return Err(error),
            }
        }
    }

    /// The bytes that were received but not read yet.
    pub(super) fn rest(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.buffer)
    }

    fn take(&mut self, count: usize) -> Vec<u8> {
        let rest = self.buffer.split_off(count.min(self.buffer.len()));
        std::mem::replace(&mut self.buffer, rest)
    }

    fn more(&mut self) -> Result<(), ReadError> {
        let mut bytes = [0; 16 << 10];
        let count = loop {
            match self.source.read(&mut bytes) {
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                result => break result?,
            }
        };
        if count == 0 {
            return Err(ReadError::Closed(self.buffer.len()));
        }
        self.buffer.extend_from_slice(bytes.get(..count).unwrap_or_default());
        Ok(())
    }
}

/// The end of the header section, if it is complete: after an empty line, with any line ends.
fn end_of_head(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    while let Some(found) = bytes.get(at..)?.iter().position(|byte| *byte == b'\n') {
        at += found + 1;
        match bytes.get(at..)? {
            [b'\n', ..] => return Some(at + 1),
            [b'\r', b'\n', ..] => return Some(at + 2),
            _ => {}
        }
    }
    None
}
