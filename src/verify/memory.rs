//! Proofs of earlier runs.

use std::fs;
use std::path::PathBuf;

use super::folder::write_whole;

/// What an earlier run found, by a digest of everything that its verdict depends on.
///
/// Only what went well is kept: a failure is looked at again each time.
#[derive(Debug)]
pub(super) struct Memory {
    folder: PathBuf,
    /// Whether earlier proofs count.
    recalls: bool,
}

impl Memory {
    pub(super) fn new(caches: &std::path::Path, fresh: bool) -> Self {
        Self { folder: caches.join("proofs"), recalls: !fresh }
    }

    /// Whether the case of that key is proven, or its attempt known to fall short.
    pub(super) fn recalls(&self, key: &str) -> bool {
        self.recalls && self.path(key).is_file()
    }

    /// Keeps that it is. A memory that can't be written costs time later and nothing else.
    pub(super) fn keep(&self, key: &str) {
        let _ = write_whole(&self.path(key), b"");
    }

    /// Forgets it, because it turned out otherwise.
    pub(super) fn forget(&self, key: &str) {
        let _ = fs::remove_file(self.path(key));
    }

    fn path(&self, key: &str) -> PathBuf {
        let (shelf, name) = key.split_at_checked(2).unwrap_or(("", key));
        self.folder.join(shelf).join(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_recalled_until_it_is_forgotten() -> std::io::Result<()> {
        let folder = tempfile::tempdir()?;
        let memory = Memory::new(folder.path(), false);
        assert!(!memory.recalls("abcd"));
        memory.keep("abcd");
        assert!(memory.recalls("abcd"));
        assert!(!memory.recalls("abce"));
        assert!(!Memory::new(folder.path(), true).recalls("abcd"));
        memory.forget("abcd");
        assert!(!memory.recalls("abcd"));
        Ok(())
    }
}
