//! The cache folder, for everything that takes long to create.

use std::env;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use rustix::fs::{FlockOperation, flock};
use sha2::{Digest, Sha256};

/// The variable that names the cache folder.
const VARIABLE: &str = "STATUSCRAFT_CACHE";
const NAME: &str = "statuscraft";

/// The folder in which runtimes and proofs are kept: `$STATUSCRAFT_CACHE`, else
/// `$XDG_CACHE_HOME/statuscraft`, else `~/.cache/statuscraft`, else one in the folder of temporary
/// files.
pub fn cache_folder() -> PathBuf {
    let set = |name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let folder = set(VARIABLE)
        .or_else(|| set("XDG_CACHE_HOME").map(|folder| folder.join(NAME)))
        .or_else(|| set("HOME").map(|folder| folder.join(".cache").join(NAME)))
        .unwrap_or_else(|| env::temp_dir().join(NAME));
    // Programs run in other folders, so a relative path would mean another folder to each.
    std::path::absolute(&folder).unwrap_or(folder)
}

/// A lock between processes. The system releases it when its holder ends.
#[derive(Debug)]
pub(in crate::verify) struct Lock(#[allow(dead_code, reason = "open as long as it is held")] File);

impl Lock {
    /// Waits until no other process holds the lock of that file. The file is created if it is
    /// missing.
    pub(in crate::verify) fn take(path: &Path) -> io::Result<Self> {
        let file = File::options().create(true).append(true).open(path)?;
        flock(&file, FlockOperation::LockExclusive)?;
        Ok(Self(file))
    }
}

/// Writes a file atomically: a reader sees the old content or the new one.
pub(in crate::verify) fn write_whole(path: &Path, content: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let file = tempfile::NamedTempFile::new_in(folder)?;
    fs::write(file.path(), content)?;
    file.persist(path)?;
    Ok(())
}

/// A digest of a sequence of texts. Each text is hashed with its length, so that no two sequences
/// are alike.
#[derive(Default)]
pub(in crate::verify) struct Digester(Sha256);

impl Digester {
    /// Adds a text.
    pub(in crate::verify) fn add(&mut self, text: impl AsRef<[u8]>) {
        let text = text.as_ref();
        self.0.update(text.len().to_le_bytes());
        self.0.update(text);
    }

    /// The digest of all of them, in hexadecimal digits.
    pub(in crate::verify) fn finish(self) -> String {
        let mut digits = String::new();
        for byte in self.0.finalize() {
            for half in [byte >> 4, byte & 15] {
                digits.extend(char::from_digit(half.into(), 16));
            }
        }
        digits
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digest(texts: &[&str]) -> String {
        let mut digester = Digester::default();
        for text in texts {
            digester.add(text);
        }
        digester.finish()
    }

    #[test]
    fn a_digest_depends_on_the_boundaries_of_texts() {
        assert_eq!(digest(&["ab", "c"]), digest(&["ab", "c"]));
        assert_ne!(digest(&["ab", "c"]), digest(&["a", "bc"]));
        assert_eq!(digest(&[]).len(), 64);
    }

    #[test]
    fn a_file_is_replaced_atomically() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("deep").join("file");
        write_whole(&path, b"old")?;
        write_whole(&path, b"new")?;
        assert_eq!(fs::read(&path)?, b"new");
        assert_eq!(fs::read_dir(folder.path().join("deep"))?.count(), 1);
        Ok(())
    }
}
