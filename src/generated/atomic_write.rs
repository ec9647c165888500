//! Files on disk, written completely or not at all.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind as IoErrorKind, Write};
use std::path::Path;

use crate::error::{Error, ErrorKind, Result};
use crate::origin::Origin;
use crate::regular_file;

/// The bytes of a file; nothing if there is none.
pub(super) fn read(path: &Path) -> Result<Option<Vec<u8>>> {
    match regular_file::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == IoErrorKind::NotFound => Ok(None),
        Err(error) => Err(io_error(ErrorKind::Read, "read", path, &error)),
    }
}

/// Writes a file through a temporary one, so that a crash at any moment leaves the old content or
/// the new one. Missing folders are created; permissions of an existing file stay.
pub(super) fn write(temporary: &Path, path: &Path, bytes: &[u8]) -> Result<()> {
    replace(temporary, path, bytes, true)
        .map_err(|error| io_error(ErrorKind::Write, "written", path, &error))
}

/// The same without waiting for the disk: if the machine fails, the file may have neither content.
pub(super) fn write_unsynced(temporary: &Path, path: &Path, bytes: &[u8]) -> Result<()> {
    replace(temporary, path, bytes, false)
        .map_err(|error| io_error(ErrorKind::Write, "written", path, &error))
}

fn replace(temporary: &Path, path: &Path, bytes: &[u8], sync: bool) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(temporary)?;
    file.write_all(bytes)?;
    if let Ok(old) = fs::metadata(path) {
        file.set_permissions(old.permissions())?;
    }
    if sync {
        file.sync_all()?;
    }
    drop(file);
    match (fs::rename(temporary, path), path.parent()) {
        (Err(error), Some(folder)) if error.kind() == IoErrorKind::NotFound => {
            fs::create_dir_all(folder)?;
            fs::rename(temporary, path)
        }
        (done, _) => done,
    }
}

/// Removes what a crash has left. If it is a link, the link itself is removed.
pub(super) fn discard(temporary: &Path) -> Result<()> {
    present(fs::remove_file(temporary))
        .map_err(|error| io_error(ErrorKind::Write, "removed", temporary, &error))
}

/// Removes a file, and the folders below `root` that are empty without it.
pub(super) fn remove<'a>(
    root: &Path,
    path: &Path,
    folders: impl Iterator<Item = &'a str>,
) -> Result<()> {
    present(fs::remove_file(path))
        .map_err(|error| io_error(ErrorKind::Write, "removed", path, &error))?;
    for folder in folders {
        // A folder with other content stays, and so do the folders around it.
        if fs::remove_dir(root.join(folder)).is_err() {
            break;
        }
    }
    Ok(())
}

/// Makes sure that the folder is there.
pub(crate) fn make_folder(path: &Path) -> Result<()> {
    fs::create_dir_all(path).map_err(|error| {
        obstacle(path).unwrap_or_else(|| io_error(ErrorKind::Write, "created", path, &error))
    })
}

/// Says which file is in the place of this folder or of one above it.
pub(crate) fn obstacle(folder: &Path) -> Option<Error> {
    let file = folder.ancestors().find(|it| fs::metadata(it).is_ok_and(|it| !it.is_dir()))?;
    let message = "it is a file, but a folder was expected";
    Some(
        Error::new(ErrorKind::Write, message)
            .at(Origin::file(file.display().to_string()))
            .with_hint("name a folder, or one that doesn't exist yet"),
    )
}

/// Waits until no other process reads or writes the folder's files. Dropping the value releases the
/// lock. On systems without locks on folders there is none.
pub(super) fn lock(root: &Path, alone: bool) -> Option<File> {
    let folder = File::open(root).ok()?;
    let locked = if alone { folder.lock() } else { folder.lock_shared() };
    locked.ok().map(|()| folder)
}

/// A missing file counts as removed.
fn present(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if error.kind() == IoErrorKind::NotFound => Ok(()),
        other => other,
    }
}

pub(super) fn io_error(kind: ErrorKind, what: &str, path: &Path, error: &io::Error) -> Error {
    Error::new(kind, format!("can't be {what}: {error}"))
        .at(Origin::file(path.display().to_string()))
}
