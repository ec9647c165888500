//! Temporary files beside documents. The process that writes one holds its lock, and the system
//! releases the lock when the process ends. A temporary file that can be locked was left behind.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::Path;

use tempfile::{Builder, NamedTempFile};

/// How the names start and end, and how many letters and digits are between.
const BEGIN: &str = ".statuscraft-";
const END: &str = ".tmp";
const BETWEEN: usize = 8;

/// How often another process may remove a file as left behind before it is locked.
const TRIES: usize = 16;

/// A new file in the folder, locked.
pub(super) fn create(folder: &Path) -> io::Result<NamedTempFile> {
    for _ in 0..TRIES {
        let file =
            Builder::new().prefix(BEGIN).suffix(END).rand_bytes(BETWEEN).tempfile_in(folder)?;
        match file.as_file().try_lock() {
            Ok(()) if file.path().exists() => return Ok(file),
            // If files have no locks, no process can mistake it for one that was left behind.
            Err(TryLockError::Error(_)) => return Ok(file),
            Ok(()) | Err(TryLockError::WouldBlock) => {}
        }
    }
    Err(io::Error::other("temporary files disappear"))
}

/// Removes what killed processes have left in the folder. What can't be removed stays; it does no
/// harm.
pub(super) fn sweep(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        let is_file = entry.file_type().is_ok_and(|it| it.is_file());
        if is_file && is_temporary(&path) && is_left_behind(&path) {
            let _ = fs::remove_file(path);
        }
    }
}

/// Whether a file has the name of a temporary one.
pub(super) fn is_temporary(path: &Path) -> bool {
    path.file_name()
        .and_then(|name| name.to_str())
        .and_then(|name| name.strip_prefix(BEGIN)?.strip_suffix(END))
        .is_some_and(|it| it.len() == BETWEEN && it.bytes().all(|one| one.is_ascii_alphanumeric()))
}

fn is_left_behind(path: &Path) -> bool {
    let file = File::options().read(true).write(true).open(path);
    file.is_ok_and(|file| file.try_lock().is_ok())
}
