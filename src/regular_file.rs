//! Files that can be read to their end: no pipe, device or socket, which would wait or never end, and
//! nothing that doesn't fit into memory.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// The largest file of text that is read: hundreds of times what one has.
pub(crate) const LARGEST: u64 = 64 << 20;

/// The bytes of a file.
pub(crate) fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    read_into(path, &mut bytes)?;
    Ok(bytes)
}

/// Adds the bytes of a file to those of a buffer, whose room is used again and again.
pub(crate) fn read_into(path: &Path, buffer: &mut Vec<u8>) -> io::Result<()> {
    // Before it is opened: opening a pipe waits for its other end.
    if !path.metadata()?.is_file() {
        return Err(io::Error::other("it is not a regular file"));
    }
    // With a limit the size is not asked for once more, which saves a call for each file.
    let length = File::open(path)?.take(LARGEST + 1).read_to_end(buffer)?;
    if length as u64 > LARGEST {
        let message = format!("it has more than {} MiB", LARGEST >> 20);
        return Err(io::Error::other(message));
    }
    Ok(())
}
