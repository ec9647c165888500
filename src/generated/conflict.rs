//! What stands in the way of writing a folder.

use std::path::Path;

use super::difference::{Difference, DifferenceKind};
use crate::error::{Error, ErrorKind, Result};
use crate::origin::Origin;

/// Refuses differences that can't be mended without a loss; with `force`, edits of our files may be lost.
pub(super) fn refuse(root: &Path, differences: &[Difference], force: bool) -> Result<()> {
    let conflict =
        |kind: DifferenceKind| kind.is_conflict() && !(force && kind == DifferenceKind::Edited);
    let conflicts: Vec<_> = differences.iter().filter(|it| conflict(it.kind)).collect();
    let Some(first) = conflicts.first() else { return Ok(()) };
    let told = match first.kind {
        DifferenceKind::Edited => "was edited since it was generated",
        DifferenceKind::Foreign => "is in the way and was not generated",
        _ => "can't be a generated file: a folder, a file or a link is in the way",
    };
    let others = match conflicts.len() - 1 {
        0 => "",
        1 => ", and one more is in conflict",
        others => &format!(", and {others} more are in conflict"),
    };
    let hint = match first.kind {
        DifferenceKind::Edited => "`--check` shows all; `--force` overwrites edited files",
        _ => "`--check` shows all; move it away, or choose another folder",
    };
    let path = root.join(&first.path);
    Err(Error::new(ErrorKind::Conflict, format!("{told}{others}; nothing has been written"))
        .at(Origin::file(path.display().to_string()))
        .with_hint(hint))
}
