use std::fs;
use std::path::Path;

use statuscraft::Generator;
use tempfile::TempDir;

/// An overlay folder that is removed after the test.
pub struct Overlay(TempDir);

impl Overlay {
    pub fn new() -> Self {
        Self(TempDir::new().expect("a temporary folder"))
    }

    /// Adds a file, and the folders above it.
    pub fn file(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
        fs::write(path, content).expect("a file");
        self
    }

    /// One file less.
    pub fn without(self, name: &str) -> Self {
        fs::remove_file(self.path().join(name)).expect("the file is there");
        self
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn generator(&self) -> Generator {
        Generator::with_overlays([self.path().to_owned()]).expect("the folder is there")
    }

    /// The text with this overlay's path replaced by `OVERLAY`, for snapshots.
    pub fn anonymous(&self, text: &str) -> String {
        text.replace(&self.path().display().to_string(), "OVERLAY")
    }
}
