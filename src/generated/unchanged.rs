//! Folders that need not be made again.

use std::fs;

use super::disk;
use super::manifest::Hash;
use super::relative_path::RelativePath;
use super::update::{FolderUpdate, Summary};
use crate::error::{Error, Result};
use crate::parallel::{available_workers, map_in_order};

/// How many files are compared at a time.
const BATCH: usize = 64;

impl FolderUpdate {
    /// Says what the files are made from: when the same stamp comes again, and nobody has changed the
    /// files since, they need not be made.
    pub fn set_inputs_hash(&mut self, hash: String) {
        self.after.inputs = Some(hash);
    }

    /// The same folder, whose files are not waited for until they are on the disk. A crash of the
    /// program still leaves each of them whole, old or new. When the machine fails, some may be
    /// neither; the hashes of the manifest tell so, and `force` mends it.
    #[must_use]
    pub fn without_sync(mut self) -> Self {
        self.sync = false;
        self
    }

    /// What a [`commit`](Self::commit) would do, if the folder was made from what the stamp stands
    /// for and each of its files is as it was written: nothing. Nothing is told otherwise.
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

    /// Whether these bytes are at that place, and no link is on the way.
    fn holds(&self, place: &RelativePath, hash: &Hash) -> Result<bool> {
        let path = place.under(&self.root);
        let is_link = |path| fs::symlink_metadata(path).is_ok_and(|it| it.is_symlink());
        if is_link(path.clone()) || place.folders().any(|it| is_link(self.root.join(it))) {
            return Ok(false);
        }
        Ok(disk::read(&path)?.is_some_and(|bytes| Hash::of(&bytes) == *hash))
    }
}
