//! Shared by the topics: the program as a process, overlay folders, and decoders of literals.

pub mod decode;
mod docs;
mod overlay;
mod process;
mod sections;
mod test_target;

pub use docs::Docs;
pub use overlay::Overlay;
pub use process::{Outcome, statuscraft};
pub use sections::Sections;
pub use test_target::TestTarget;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The project's top folder.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The folder of all snapshots, or one inside it.
pub fn snapshots(folder: &str) -> PathBuf {
    root().join("snapshots").join(folder)
}

/// Runs `assertions` with the names and folder of the project's snapshots.
pub fn with_snapshots(folder: &str, assertions: impl FnOnce()) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(snapshots(folder));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.remove_snapshot_suffix();
    settings.bind(assertions);
}

/// Every file below a folder, by its name inside it.
pub fn files_below(root: &Path) -> BTreeMap<String, PathBuf> {
    let mut files = BTreeMap::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(root).expect("below").display().to_string();
                files.insert(name, path);
            }
        }
    }
    files
}
