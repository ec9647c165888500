use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use super::reserved_names::MANIFEST;
use super::single_file;
use crate::error::{Error, ErrorKind, Result};
use crate::origin::Origin;

/// Writes a dependency file for make and ninja, as compilers do for headers. The target of the rule
/// is the manifest of the folder `root`, the inputs are its prerequisites.
///
/// Each input is also a target without prerequisites, so that a removed input causes no error.
///
/// # Errors
///
/// [`ErrorKind::Write`] if the file can't be written or is not a regular one, [`ErrorKind::Option`] if a path has a
/// character that no such file can hold.
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
    single_file::write_file(file, &text)
}

/// Adds a path as make and ninja both read it, which is how GCC writes it. A name that either of them
/// would take for something else is refused: make runs what follows a semicolon.
fn escape(path: &OsStr, text: &mut Vec<u8>) -> Result<()> {
    let bytes = path.as_encoded_bytes();
    if let Some(one) = special(bytes) {
        let message = format!("a dependency file can't hold a name with `{}`", one.escape_debug());
        return Err(Error::new(ErrorKind::Option, message)
            .at(Origin::file(path.display().to_string()))
            .with_hint(
                "make and ninja would take it for something else; rename the file or folder",
            ));
    }
    for byte in bytes {
        match byte {
            b' ' | b'\t' | b'#' | b':' => text.push(b'\\'),
            b'$' => text.push(b'$'),
            _ => {}
        }
        text.push(*byte);
    }
    Ok(())
}

/// The first character of a name that make or ninja has no spelling for.
fn special(name: &[u8]) -> Option<char> {
    let plain = |byte: u8| {
        !byte.is_ascii()
            || byte.is_ascii_alphanumeric()
            || b" \t#$:+,-./@_{}!^".contains(&byte)
            || byte == b'('
            || cfg!(windows) && byte == b'\\'
    };
    // Behind a slash a tilde is a part of a name, at the start it is somebody's home.
    let tilde = |at: usize| at > 0 && name.get(at) == Some(&b'~');
    // A closing parenthesis at the end makes the name that of a member of an archive.
    let paren = |at: usize| at + 1 < name.len() && name.get(at) == Some(&b')');
    let refused = |(at, byte): (usize, &u8)| !plain(*byte) && !tilde(at) && !paren(at);
    name.iter().enumerate().find(|it| refused(*it)).map(|(_, byte)| char::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn escaped(name: &str) -> Option<String> {
        let mut text = Vec::new();
        escape(OsStr::new(name), &mut text).ok()?;
        String::from_utf8(text).ok()
    }

    #[test]
    fn a_name_is_escaped_or_refused() {
        assert_eq!(escaped("a b$#:c.j2").as_deref(), Some("a\\ b$$\\#\\:c.j2"));
        assert_eq!(escaped("/x/~caf\u{e9} (1).yaml").as_deref(), Some("/x/~caf\u{e9}\\ (1).yaml"));
        for name in [
            "a;touch x",
            "a=b",
            "a|b",
            "a\\b",
            "a\nb",
            "a*b",
            "a?b",
            "a[b]",
            "a%b",
            "a&b",
            "~a",
            "a(b)",
            "a\rb",
            "a`b`",
            "a\0b",
            "a'b",
            "a\"b",
            "a<b",
            "a>b",
        ] {
            assert_eq!(escaped(name), None, "{name:?}");
        }
    }
}
