//! What a repository's own configuration may read: nothing outside of it. Whoever clones a repository and
//! runs a check in it has not chosen what the configuration names.

use std::path::{Component, Path, PathBuf};

use crate::error::{Error, ErrorKind, Result};

/// Refuses a file or folder, named by the configuration in `folder`, that is outside of the repository,
/// by its path or by way of links. Whether it exists is not told.
pub(super) fn refuse_escape(what: &str, folder: &Path, path: &Path) -> Result<()> {
    let root = root(folder);
    let real = |path: &Path| path.canonicalize().ok();
    let inside = match (real(root), real(path)) {
        (Some(root), Some(path)) => path.starts_with(root),
        // A missing folder is reported elsewhere, if its path is inside.
        _ => normal(path).starts_with(normal(root)) && !path.is_symlink(),
    };
    if inside {
        return Ok(());
    }
    Err(Error::new(ErrorKind::Read, format!("{what} leads out of the repository")).with_hint(
        "a configuration names only what is in its own repository; `--overlay` names any folder",
    ))
}

/// The folder that git keeps track of, or that of the configuration itself.
fn root(folder: &Path) -> &Path {
    folder.ancestors().find(|it| it.join(".git").exists()).unwrap_or(folder)
}

/// The path without `.` and `..`, as it is written.
fn normal(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                normal.pop();
            }
            part => normal.push(part),
        }
    }
    normal
}
