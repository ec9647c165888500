use std::io::{ErrorKind as Trouble, Read};
use std::mem;

use crate::error::{Error, ErrorKind, Result};
use crate::origin::Origin;

/// How much is read at a time: enough to keep a thread busy, little enough to keep many in memory.
const PORTION: usize = 8 << 10;

/// The longest line that is processed, without its line break.
pub(super) const LONGEST: usize = 1 << 20;

/// Whole lines of an input that were available together.
pub(super) struct Lines<R> {
    input: R,
    portion: Vec<u8>,
    /// The start of a line whose end has not been read yet.
    begun: Vec<u8>,
    next: u64,
    ended: bool,
}

/// Some whole lines.
pub(super) struct Chunk {
    /// The number of the first one, counted from 1.
    pub(super) first: u64,
    /// Each with its line break; the input's last one may have none. Of a line that is too long,
    /// more than [`LONGEST`] bytes are there, but not all.
    pub(super) bytes: Vec<u8>,
}

impl<R: Read> Lines<R> {
    pub(super) fn of(input: R) -> Self {
        Self { input, portion: vec![0; PORTION], begun: Vec::new(), next: 1, ended: false }
    }

    /// Reads what is available, and waits only if there is nothing.
    fn read(&mut self) -> Result<Option<Chunk>> {
        loop {
            let read = match self.input.read(&mut self.portion) {
                Err(error) if error.kind() == Trouble::Interrupted => continue,
                other => other.map_err(|error| {
                    Error::new(ErrorKind::Read, format!("can't be read: {error}"))
                        .at(Origin::file("standard input"))
                })?,
            };
            let read = self.portion.get(..read).unwrap_or_default();
            if read.is_empty() {
                self.ended = true;
                let last = mem::take(&mut self.begun);
                return Ok((!last.is_empty()).then_some(Chunk { first: self.next, bytes: last }));
            }
            let Some(end) = read.iter().rposition(|byte| *byte == b'\n') else {
                self.begun.extend_from_slice(read);
                self.begun.truncate(LONGEST + 1);
                continue;
            };
            let (whole, begun) = read.split_at(end + 1);
            let first = self.next;
            self.next += whole.iter().map(|byte| u64::from(*byte == b'\n')).sum::<u64>();
            let mut bytes = mem::replace(&mut self.begun, begun.to_vec());
            bytes.extend_from_slice(whole);
            return Ok(Some(Chunk { first, bytes }));
        }
    }
}

impl<R: Read> Iterator for Lines<R> {
    type Item = Result<Chunk>;

    fn next(&mut self) -> Option<Result<Chunk>> {
        if self.ended {
            return None;
        }
        let chunk = self.read();
        self.ended |= chunk.is_err();
        chunk.transpose()
    }
}
