//! Names of files inside a layer. They never point outside it.

use std::path::Path;

use crate::error::{Error, ErrorKind, Result};
use crate::origin::Origin;

/// A relative name with forward slashes and ordinary parts only.
pub(super) struct Name<'a>(&'a str);

impl<'a> Name<'a> {
    /// Refuses names that are absolute, empty, or have parts such as `..`.
    pub(super) fn new(name: &'a str) -> Result<Self> {
        // A backslash separates and a colon names a drive on Windows.
        let clean = !name.is_empty()
            && !name.contains(['\\', '\0', ':'])
            && name.split('/').all(|part| !part.is_empty() && part != "." && part != "..");
        if clean {
            return Ok(Self(name));
        }
        Err(Error::new(
            ErrorKind::Read,
            format!("the name `{}` points outside its folder", name.escape_debug()),
        )
        .with_hint("a name is a relative path with `/` and without `..`"))
    }

    pub(super) fn as_str(&self) -> &'a str {
        self.0
    }
}

/// Refuses a file if a symbolic link places it outside `folder`.
pub(super) fn refuse_escape(folder: &Path, path: &Path) -> Result<()> {
    let inside = match (folder.canonicalize(), path.canonicalize()) {
        (Ok(folder), Ok(path)) => path.starts_with(folder),
        _ => false,
    };
    if inside {
        return Ok(());
    }
    Err(Error::new(ErrorKind::Read, "the path leads out of its overlay")
        .at(Origin::file(path.display().to_string()))
        .with_hint("a symbolic link must not point outside the overlay folder"))
}
