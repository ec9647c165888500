//! The output of a program.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

/// How many bytes of a log are read.
const BYTES: u64 = 64 * 1024;
/// How many lines of it are shown.
const LINES: usize = 40;

/// The last bytes of a log as text; invalid UTF-8 is replaced.
pub(in crate::verify) fn end(path: &Path) -> String {
    let read = || -> std::io::Result<Vec<u8>> {
        let mut file = File::open(path)?;
        let length = file.metadata()?.len();
        file.seek(SeekFrom::Start(length.saturating_sub(BYTES)))?;
        let mut bytes = Vec::new();
        file.take(BYTES).read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    String::from_utf8_lossy(&read().unwrap_or_default()).into_owned()
}

/// The last lines of a log.
pub(in crate::verify) fn tail(path: &Path) -> String {
    last_lines(&end(path))
}

/// The last lines of a text.
pub(in crate::verify) fn last_lines(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let first = lines.len().saturating_sub(LINES);
    lines.get(first..).unwrap_or_default().join("\n")
}
