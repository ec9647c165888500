//! What the topics share: the program as a process, overlay folders, and decoders of literals.

pub mod decode;
mod laboratory;
mod overlay;
mod process;

pub use laboratory::Laboratory;
pub use overlay::Overlay;
pub use process::{Outcome, statuscraft};

use std::path::{Path, PathBuf};

/// The project's top folder.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The folder of all snapshots, or one inside it.
pub fn snapshots(folder: &str) -> PathBuf {
    root().join("snapshots").join(folder)
}

/// Runs `assertions` with snapshots that are named and placed for readers.
pub fn with_snapshots(folder: &str, assertions: impl FnOnce()) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(snapshots(folder));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.remove_snapshot_suffix();
    settings.bind(assertions);
}
