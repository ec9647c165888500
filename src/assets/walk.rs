//! Whole folders of an overlay.

use std::borrow::Cow;
use std::fs;
use std::path::Path;

use super::{Tree, is_folder, name, unreadable};
use crate::error::Result;
use crate::regular_file;

/// Adds all files below `folder`, with `prefix` before their names. Links to folders are not
/// followed.
pub(super) fn read_into(
    overlay: &Path,
    folder: &Path,
    prefix: &str,
    files: &mut Tree,
) -> Result<()> {
    if !is_folder(folder)? {
        return Ok(());
    }
    name::refuse_escape(overlay, folder)?;
    for entry in fs::read_dir(folder).map_err(|error| unreadable(folder, &error))? {
        let entry = entry.map_err(|error| unreadable(folder, &error))?;
        let path = entry.path();
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        let kind = entry.file_type().map_err(|error| unreadable(&path, &error))?;
        if kind.is_dir() {
            read_into(overlay, &path, &format!("{name}/"), files)?;
        } else if !path.is_dir() {
            name::refuse_escape(overlay, &path)?;
            let bytes = regular_file::read(&path).map_err(|error| unreadable(&path, &error))?;
            files.insert(name, Cow::Owned(bytes));
        }
    }
    Ok(())
}
