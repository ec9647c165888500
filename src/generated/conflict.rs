//! Conflicts that prevent writing a folder.

use std::path::Path;

use super::difference::{Difference, DifferenceKind};
use super::manifest::Manifest;
use crate::error::{Error, ErrorKind, Result};
use crate::origin::Origin;

/// Refuses to replace the files of something else, all of which would be removed.
pub(super) fn refuse_other(root: &Path, before: &Manifest, after: &Manifest) -> Result<()> {
    match (&before.what, &after.what) {
        (Some(held), Some(wanted)) if held != wanted && !before.files.is_empty() => {
            let message = format!(
                "the folder was generated with {held}, which would be removed; nothing has been written"
            );
            Err(Error::new(ErrorKind::Conflict, message)
                .at(Origin::file(root.display().to_string()))
                .with_hint(format!("choose another folder; `--force` replaces {held} by {wanted}")))
        }
        _ => Ok(()),
    }
}

/// Refuses to write if a file would be lost. With `force`, edits of generated files may be lost.
pub(super) fn refuse(root: &Path, differences: &[Difference], force: bool) -> Result<()> {
    let conflict =
        |kind: DifferenceKind| kind.is_conflict() && !(force && kind == DifferenceKind::Edited);
    let conflicts: Vec<_> = differences.iter().filter(|it| conflict(it.kind)).collect();
    let Some(first) = conflicts.first() else { return Ok(()) };
    let told = match first.kind {
        DifferenceKind::Edited => "was edited after it was generated",
        DifferenceKind::Foreign => "already exists and is not a generated file",
        _ => "can't be written: a folder, a file or a link is in the way",
    };
    let others = match conflicts.len() - 1 {
        0 => "",
        1 => ", and one more is in conflict",
        others => &format!(", and {others} more are in conflict"),
    };
    let hint = match first.kind {
        DifferenceKind::Edited => "`--check` lists all of them; `--force` overwrites edited files",
        _ => "`--check` lists all of them; move it, or choose another folder",
    };
    let path = root.join(&first.path);
    Err(Error::new(ErrorKind::Conflict, format!("{told}{others}; nothing has been written"))
        .at(Origin::file(path.display().to_string()))
        .with_hint(hint))
}
