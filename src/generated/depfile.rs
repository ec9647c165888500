use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use super::disk;
use super::reserved_names::MANIFEST;
use crate::error::{Error, ErrorKind, Result};
use crate::origin::Origin;

/// Writes a dependency file for make and ninja, as compilers do for headers. The target of the rule
/// is the manifest of the folder `root`, the inputs are its prerequisites.
///
/// Each input is also a target without prerequisites, so that a removed input causes no error.
///
/// # Errors
///
/// [`ErrorKind::Write`] if the file can't be written, [`ErrorKind::Option`] if a path has a line
/// break, which no such file can hold.
pub fn write_depfile(file: &Path, root: &Path, inputs: &[PathBuf]) -> Result<()> {
    let mut text = Vec::new();
    escape(root.join(MANIFEST).as_os_str(), &mut text)?;
    text.push(b':');
    for input in inputs {
        text.extend_from_slice(b" \\\n  ");
        escape(input.as_os_str(), &mut text)?;
    }
    text.push(b'\n');
    for input in inputs {
        text.push(b'\n');
        escape(input.as_os_str(), &mut text)?;
        text.extend_from_slice(b":\n");
    }
    let mut temporary = file.as_os_str().to_owned();
    temporary.push(".tmp");
    disk::write(Path::new(&temporary), file, &text)
}

/// A path as make and ninja both read it; GCC writes it the same way.
fn escape(path: &OsStr, text: &mut Vec<u8>) -> Result<()> {
    let bytes = path.as_encoded_bytes();
    if bytes.contains(&b'\n') {
        let error = Error::new(ErrorKind::Option, "a dependency file can't contain this name");
        return Err(error.at(Origin::file(path.display().to_string())));
    }
    let mut backslashes = 0;
    for byte in bytes {
        match byte {
            // Backslashes before a space would be read as escapes.
            b' ' | b'\t' => {
                text.extend(std::iter::repeat_n(b'\\', backslashes + 1));
            }
            b'$' => text.push(b'$'),
            b'#' => text.push(b'\\'),
            _ => {}
        }
        backslashes = if *byte == b'\\' { backslashes + 1 } else { 0 };
        text.push(*byte);
    }
    Ok(())
}
