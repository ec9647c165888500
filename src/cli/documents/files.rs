//! Reading and replacing files.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
use super::attributes;
use super::temporary_file;
use crate::error::{Error, ErrorKind, Result};
use crate::origin::Origin;
use crate::regular_file;

/// Reads a whole file into `buffer`, whose capacity is reused.
pub(super) fn read(path: &Path, name: &str, buffer: &mut Vec<u8>) -> Result<()> {
    buffer.clear();
    regular_file::read_into(path, buffer).map_err(|error| {
        Error::new(ErrorKind::Read, format!("can't be read: {error}")).at(Origin::file(name))
    })
}

/// Replaces a file's content `old` with `new`, atomically and durably: the file always has one or
/// the other. Its permissions, access lists and extended attributes stay, and a symbolic link stays a link.
/// A file with several names is refused: the others would keep the old content.
pub(super) fn replace(path: &Path, name: &str, old: &[u8], new: &[u8]) -> Result<()> {
    let failed = |message: String| Error::new(ErrorKind::Write, message).at(Origin::file(name));
    let because = |error: io::Error| failed(format!("can't be written: {error}"));
    let file = fs::canonicalize(path).map_err(because)?;
    let metadata = fs::metadata(&file).map_err(because)?;
    if metadata.permissions().readonly() {
        return Err(failed("the file is read-only".into()).with_hint("make it writable"));
    }
    if names(&metadata) > 1 {
        let name = shlex::try_quote(name).unwrap_or_default();
        return Err(failed(
            "the file has several names (hard links), and only this one would be updated".into(),
        )
        .with_hint(format!(
            "make it a file of its own first: `cp -p {name} {name}.new && mv {name}.new {name}`"
        )));
    }
    let folder = file.parent().unwrap_or(Path::new("/"));
    let mut fresh = temporary_file::create(folder).map_err(because)?;
    fresh.write_all(new).map_err(because)?;
    own(fresh.as_file(), &metadata).map_err(because)?;
    fresh.as_file().set_permissions(metadata.permissions()).map_err(because)?;
    copy_attributes(&file, fresh.as_file()).map_err(failed)?;
    fresh.as_file().sync_all().map_err(because)?;
    // Another program may have saved the document during the comparison.
    if fs::read(&file).map_err(because)? != old {
        return Err(failed("another program changed the file in the meantime".into())
            .with_hint("run the command again"));
    }
    fresh.persist(&file).map(drop).map_err(|error| because(error.error))
}

/// How many names a file has.
#[cfg(unix)]
fn names(metadata: &fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::nlink(metadata)
}

/// On other systems a file's names are not counted.
#[cfg(not(unix))]
fn names(_: &fs::Metadata) -> u64 {
    1
}

/// Gives a new file the extended attributes of the file that it replaces.
fn copy_attributes(old: &Path, new: &File) -> std::result::Result<(), String> {
    #[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
    return attributes::copy(old, new);
    #[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
    Ok(())
}

/// Gives a new file the owner and group of the file that it replaces.
#[cfg(unix)]
fn own(file: &File, wanted: &fs::Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, fchown};
    let metadata = file.metadata()?;
    if (metadata.uid(), metadata.gid()) == (wanted.uid(), wanted.gid()) {
        return Ok(());
    }
    fchown(file, Some(wanted.uid()), Some(wanted.gid()))
}

/// On other systems a file inherits its owner from the folder.
#[cfg(not(unix))]
fn own(_: &File, _: &fs::Metadata) -> io::Result<()> {
    Ok(())
}
