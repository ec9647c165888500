//! Files outside of generated folders, such as what `--out` names. Only regular files are written: a
//! pipe or a device would be replaced or wait for a reader.

use std::ffi::OsString;
use std::fs;
use std::io::ErrorKind as IoErrorKind;
use std::path::{Path, PathBuf};

use super::atomic_write::{self, io_error};
use crate::error::{Error, ErrorKind, Result};
use crate::origin::Origin;

/// Writes a file through a temporary one, so that it is complete whatever happens. A link stays a link:
/// the file that it leads to is written.
///
/// # Errors
///
/// Those of [`destination`], and [`ErrorKind::Write`] if the file can't be written.
pub(crate) fn write_file(path: &Path, bytes: &[u8]) -> Result<()> {
    let path = destination(path)?;
    let temporary = temporary(&path);
    atomic_write::discard(&temporary)?;
    atomic_write::write(&temporary, &path, bytes).inspect_err(|_| {
        // The disk may be full, and what was written of it is of no use.
        let _ = fs::remove_file(&temporary);
    })
}

/// The file that is written if this path is given: the one that a link leads to, or the path itself.
///
/// # Errors
///
/// [`ErrorKind::Write`] if something else than a regular file is there, or if its folder is missing.
pub(crate) fn destination(path: &Path) -> Result<PathBuf> {
    let refused = |message: &str| {
        Error::new(ErrorKind::Write, message).at(Origin::file(path.display().to_string()))
    };
    match fs::metadata(path) {
        Ok(it) if it.is_dir() => Err(refused("it is a folder, but a file was expected")),
        Ok(it) if !it.is_file() => Err(refused("can't be written: it is not a regular file")
            .with_hint("pipes and devices are neither replaced nor written to; name a file")),
        Ok(_) if path.is_symlink() => {
            path.canonicalize().map_err(|error| io_error(ErrorKind::Write, "written", path, &error))
        }
        Ok(_) => Ok(path.to_owned()),
        Err(_) if path.is_symlink() => Err(refused("can't be written: the link leads to no file")),
        Err(error) => match path.parent().filter(|it| !it.as_os_str().is_empty()) {
            Some(folder) if !folder.is_dir() => Err(missing_folder(folder)),
            _ if error.kind() == IoErrorKind::NotFound => Ok(path.to_owned()),
            _ => Err(io_error(ErrorKind::Write, "written", path, &error)),
        },
    }
}

/// Why a file can't be in this folder.
fn missing_folder(folder: &Path) -> Error {
    atomic_write::obstacle(folder).unwrap_or_else(|| {
        Error::new(ErrorKind::Write, "there is no such folder")
            .at(Origin::file(folder.display().to_string()))
    })
}

/// The file that is written before it becomes this one. One that a crash has left is removed.
fn temporary(file: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(file.file_name().unwrap_or_default());
    name.push(".statuscraft.tmp");
    file.with_file_name(name)
}
