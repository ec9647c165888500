//! Folders that don't have to be generated again.

use std::fs;

use super::atomic_write;
use super::manifest::Hash;
use super::relative_path::RelativePath;
use super::update::{FolderUpdate, Summary};
use crate::error::{Error, Result};
use crate::parallel::{available_workers, map_in_order};

/// How many files are compared at a time.
const BATCH: usize = 64;

impl FolderUpdate {
    /// Records the hash of everything that the files are generated from. If the hash is the same
    /// the next time, and nobody has changed the files, they are not generated again.
    pub fn set_inputs_hash(&mut self, hash: String) {
        self.after.inputs = Some(hash);
    }

    /// The same update, without waiting until files are on the disk. A crash of the program still
    /// leaves each file complete, old or new. If the machine fails, some may be neither; the hashes
    /// of the manifest show which, and `force` overwrites them.
    #[must_use]
    pub fn without_sync(mut self) -> Self {
        self.sync = false;
        self
    }

    /// The summary of an update that changes nothing, if the folder was generated from the same
    /// inputs and each of its files is unchanged. Otherwise `None`.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Read`](crate::error::ErrorKind::Read) if a file can't be read.
    pub fn unchanged(&self, inputs_hash: &str) -> Result<Option<Summary>> {
        let same =
            self.before.inputs.as_deref() == Some(inputs_hash) && self.before.pending.is_empty();
        if !same {
            return Ok(None);
        }
        let files: Vec<_> = self.before.files.iter().collect();
        let mut unchanged = true;
        let work = |files: &[(&RelativePath, &Hash)]| -> Result<bool> {
            for (place, hash) in files {
                if !self.holds(place, hash)? {
                    return Ok(false);
                }
            }
            Ok(true)
        };
        map_in_order(available_workers(), files.chunks(BATCH), work, |whole| {
            unchanged &= whole?;
            Ok::<_, Error>(())
        })?;
        let untouched = files.len();
        Ok(unchanged.then_some(Summary { untouched, ..Summary::default() }))
    }

    /// Whether the file has this hash, and no link leads to it.
    fn holds(&self, place: &RelativePath, hash: &Hash) -> Result<bool> {
        let path = place.under(&self.root);
        let is_link = |path| fs::symlink_metadata(path).is_ok_and(|it| it.is_symlink());
        if is_link(path.clone()) || place.folders().any(|it| is_link(self.root.join(it))) {
            return Ok(false);
        }
        Ok(atomic_write::read(&path)?.is_some_and(|bytes| hash.is_of(&bytes)))
    }
}
