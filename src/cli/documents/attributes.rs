//! Extended attributes of files. Access control lists are among them.

use std::fs::File;
use std::path::Path;

use rustix::fs::{XattrFlags, fgetxattr, flistxattr, fremovexattr, fsetxattr};
use rustix::io::{Errno, Result};

/// The access control list, which is an attribute, too.
const ACCESS_LIST: &str = "system.posix_acl_access";

/// Gives a new file the extended attributes of the file that it replaces, and no others that say who may
/// read it: a folder may give each new file an access list. The error says what can't be kept.
pub(super) fn copy(old: &Path, new: &File) -> std::result::Result<(), String> {
    let file = File::open(old).map_err(|error| format!("can't be read: {error}"))?;
    let names = match names(&file) {
        Ok(names) => names,
        // The file system has none.
        Err(Errno::NOTSUP | Errno::NOSYS) => return Ok(()),
        Err(error) => return Err(format!("its extended attributes can't be read: {error}")),
    };
    let failed = |name: &str, error: Errno| {
        let name = name.escape_debug();
        format!("its extended attribute `{name}` can't be kept: {error}")
    };
    if !names.iter().any(|name| name == ACCESS_LIST) && value(new, ACCESS_LIST).is_ok() {
        fremovexattr(new, ACCESS_LIST).map_err(|error| failed(ACCESS_LIST, error))?;
    }
    for name in &names {
        let wanted = value(&file, name).map_err(|error| failed(name, error))?;
        // Labels of the system are given to a new file on its own, and only the system sets them.
        if value(new, name).ok().as_ref() != Some(&wanted) {
            fsetxattr(new, name.as_str(), &wanted, XattrFlags::empty())
                .map_err(|error| failed(name, error))?;
        }
    }
    Ok(())
}

/// The names of a file's attributes.
fn names(file: &File) -> Result<Vec<String>> {
    let list = whole(|buffer| flistxattr(file, buffer))?;
    let names = list.split(|byte| *byte == 0).filter(|name| !name.is_empty());
    names.map(|name| String::from_utf8(name.to_vec()).map_err(|_| Errno::ILSEQ)).collect()
}

/// The value of an attribute.
fn value(file: &File, name: &str) -> Result<Vec<u8>> {
    whole(|buffer| fgetxattr(file, name, buffer))
}

/// What a call of the system writes into a buffer, which grows until it is large enough.
fn whole(read: impl Fn(&mut [u8]) -> Result<usize>) -> Result<Vec<u8>> {
    const LARGEST: usize = 64 << 20;
    let mut buffer = vec![0; 1 << 10];
    loop {
        match read(&mut buffer) {
            Ok(length) => {
                buffer.truncate(length);
                return Ok(buffer);
            }
            Err(Errno::RANGE) if buffer.len() < LARGEST => buffer.resize(buffer.len() * 4, 0),
            Err(error) => return Err(error),
        }
    }
}
