use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::ErrorKind as IoErrorKind;
use std::path::{Path, PathBuf};

use super::atomic_write;
use super::conflict;
use super::difference::{Difference, DifferenceKind};
use super::manifest::{Hash, Manifest, is_same_text};
use super::relative_path::RelativePath;
use super::reserved_names::{MANIFEST, TEMPORARY};
use crate::error::{Error, ErrorKind, Result};

/// The files that a folder should hold, compared with those that it holds.
///
/// Add every file with [`add`](Self::add), then call [`differences`](Self::differences) or
/// [`commit`](Self::commit).
#[derive(Debug)]
pub struct FolderUpdate {
    pub(super) root: PathBuf,
    pub(super) before: Manifest,
    pub(super) after: Manifest,
    /// The content on disk of files that are or were generated.
    found: BTreeMap<RelativePath, Hash>,
    /// Files that differ, and the content that they should have.
    wanted: BTreeMap<RelativePath, (DifferenceKind, Vec<u8>)>,
    /// Folders that are known to be folders or to be missing.
    folders: BTreeSet<String>,
    told: bool,
    pub(super) sync: bool,
    _lock: Option<File>,
}

/// The result of a [`commit`](FolderUpdate::commit).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Summary {
    /// Files written.
    pub written: usize,
    /// Files removed.
    pub removed: usize,
    /// Files that were right and have not been touched.
    pub untouched: usize,
}

impl FolderUpdate {
    /// Reads the folder's manifest in order to compare. Nothing is created or written.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Read`] or [`ErrorKind::Data`] if the manifest can't be read or understood.
    pub fn compare(root: impl Into<PathBuf>) -> Result<Self> {
        Self::new(root.into(), false)
    }

    /// Reads the folder's manifest in order to write. Creates the folder, and waits until no other
    /// process writes there.
    ///
    /// # Errors
    ///
    /// Those of [`compare`](Self::compare), and [`ErrorKind::Write`] if the folder can't be
    /// created.
    pub fn write(root: impl Into<PathBuf>) -> Result<Self> {
        let root = root.into();
        atomic_write::make_folder(&root)?;
        Self::new(root, true)
    }

    fn new(root: PathBuf, alone: bool) -> Result<Self> {
        let lock = atomic_write::lock(&root, alone);
        let before = Manifest::read(&root)?;
        Ok(Self {
            root,
            told: before.is_some(),
            before: before.unwrap_or_default(),
            after: Manifest::default(),
            found: BTreeMap::new(),
            wanted: BTreeMap::new(),
            folders: BTreeSet::new(),
            sync: true,
            _lock: lock,
        })
    }

    /// Adds a file that the folder should hold: a relative path with slashes, and its content. The
    /// content is only kept in memory if the file on disk differs.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Data`] if the path points outside the folder or was added before,
    /// [`ErrorKind::Read`] if the file on disk can't be read.
    pub fn add(&mut self, path: &str, bytes: Vec<u8>) -> Result<()> {
        let place = RelativePath::try_from(path.to_owned())
            .map_err(|message| Error::new(ErrorKind::Data, message))?;
        let hash = Hash::of(&bytes);
        let kind = match self.on_disk(&place)? {
            Found::Nothing => Some(DifferenceKind::Missing),
            Found::Obstacle => Some(DifferenceKind::Obstructed),
            Found::Bytes(old) if is_same_text(&old, &bytes) => {
                self.found.insert(place.clone(), hash.clone());
                None
            }
            Found::Bytes(old) => {
                let kind = if self.before.wrote(&place, &old) {
                    DifferenceKind::Stale
                } else if self.before.knows(&place) {
                    DifferenceKind::Edited
                } else {
                    DifferenceKind::Foreign
                };
                self.found.insert(place.clone(), Hash::of(&old));
                Some(kind)
            }
        };
        if self.after.files.insert(place.clone(), hash).is_some() {
            let message = format!("two files would be written to `{place}`");
            return Err(Error::new(ErrorKind::Data, message));
        }
        if let Some(kind) = kind {
            self.wanted.insert(place, (kind, bytes));
        }
        Ok(())
    }

    /// Says what the folder holds, such as `examples`. A folder of something else is only overwritten on
    /// request.
    pub fn set_what(&mut self, what: &str) {
        self.after.what = Some(what.to_owned());
    }

    /// All files that are not up to date, by path.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Read`] if a file that is no longer needed can't be read.
    pub fn differences(&mut self) -> Result<Vec<Difference>> {
        let told = |place: &RelativePath, kind| Difference { path: place.to_string(), kind };
        let mut differences: Vec<_> =
            self.wanted.iter().map(|(place, (kind, _))| told(place, *kind)).collect();
        let unwanted = self.unwanted()?;
        differences.extend(unwanted.iter().map(|(place, kind)| told(place, *kind)));
        differences.sort();
        if differences.is_empty() && (!self.told || !self.is_listed()) {
            differences
                .push(Difference { path: MANIFEST.to_owned(), kind: DifferenceKind::Unlisted });
        }
        Ok(differences)
    }

    /// Writes what is missing or stale, removes what is no longer needed, and then writes the
    /// manifest. With `force`, edits of generated files are overwritten.
    ///
    /// A crash at any moment leaves every file complete, old or new, and the next commit continues
    /// from there.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Conflict`] if something would be lost that was not generated: nothing has been
    /// changed then. [`ErrorKind::Read`] or [`ErrorKind::Write`] if the disk fails.
    pub fn commit(mut self, force: bool) -> Result<Summary> {
        let differences = self.differences()?;
        if !force {
            conflict::refuse_other(&self.root, &self.before, &self.after)?;
        }
        conflict::refuse(&self.root, &differences, force)?;
        let unwanted = self.unwanted()?;
        let manifest = self.root.join(MANIFEST);
        let temporary = self.root.join(TEMPORARY);
        atomic_write::discard(&temporary)?;
        let mut summary = Summary {
            written: self.wanted.len(),
            untouched: self.after.files.len() - self.wanted.len(),
            removed: 0,
        };
        if !self.wanted.is_empty() {
            let during = self.during();
            atomic_write::write(&temporary, &manifest, during.text().as_bytes())?;
        }
        let write = if self.sync { atomic_write::write } else { atomic_write::write_unsynced };
        for (place, (_, bytes)) in &self.wanted {
            write(&temporary, &place.under(&self.root), bytes)?;
        }
        for place in unwanted.keys() {
            atomic_write::remove(&self.root, &place.under(&self.root), place.folders().rev())?;
            summary.removed += 1;
        }
        if !differences.is_empty() {
            atomic_write::write(&temporary, &manifest, self.after.text().as_bytes())?;
        }
        Ok(summary)
    }

    /// The manifest during writing. It describes what the files hold now, because the previous
    /// manifest may be from an older crash.
    fn during(&self) -> Manifest {
        let new =
            |place: &RelativePath| Some((place.clone(), self.after.files.get(place)?.clone()));
        let pending = self.wanted.keys().filter_map(new).collect();
        let what = self.after.what.clone();
        Manifest { files: self.found.clone(), pending, what, ..Manifest::default() }
    }

    /// Whether the manifest is the one that would be written. One of an earlier version doesn't say what
    /// the folder holds.
    fn is_listed(&self) -> bool {
        let mut before = self.before.clone();
        before.what = before.what.or_else(|| self.after.what.clone());
        before == self.after
    }

    /// Generated files on disk that have not been added.
    fn unwanted(&mut self) -> Result<BTreeMap<RelativePath, DifferenceKind>> {
        let places: BTreeSet<_> = self.before.places().cloned().collect();
        let mut unwanted = BTreeMap::new();
        for place in places {
            if self.after.files.contains_key(&place) {
                continue;
            }
            if let Found::Bytes(bytes) = self.on_disk(&place)? {
                let generated = self.before.wrote(&place, &bytes);
                let kind =
                    if generated { DifferenceKind::Unwanted } else { DifferenceKind::Edited };
                self.found.insert(place.clone(), Hash::of(&bytes));
                unwanted.insert(place, kind);
            }
        }
        Ok(unwanted)
    }

    fn on_disk(&mut self, place: &RelativePath) -> Result<Found> {
        for folder in place.folders() {
            if self.folders.contains(folder) {
                continue;
            }
            // A link is not followed: it may lead outside the folder.
            match fs::symlink_metadata(self.root.join(folder)) {
                Ok(it) if !it.is_dir() => return Ok(Found::Obstacle),
                _ => self.folders.insert(folder.to_owned()),
            };
        }
        let path = place.under(&self.root);
        match fs::symlink_metadata(&path) {
            Ok(it) if it.is_file() => Ok(read(&path)?),
            Ok(_) => Ok(Found::Obstacle),
            Err(error) if error.kind() == IoErrorKind::NotFound => Ok(Found::Nothing),
            Err(_) => Ok(read(&path)?),
        }
    }
}

/// What is at a path.
enum Found {
    Nothing,
    Bytes(Vec<u8>),
    /// A folder, a link or a device, or one of them in the place of a folder above.
    Obstacle,
}

fn read(path: &Path) -> Result<Found> {
    Ok(atomic_write::read(path)?.map_or(Found::Nothing, Found::Bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A manifest of files that hold their own names, and this text.
    fn files(texts: [(&str, &str); 2]) -> Result<BTreeMap<RelativePath, Hash>> {
        let place = |name: &str| RelativePath::try_from(name.to_owned());
        let entry = |(name, text): (&str, &str)| Ok((place(name)?, Hash::of(text.as_bytes())));
        let all: std::result::Result<_, String> = texts.into_iter().map(entry).collect();
        all.map_err(|message| Error::new(ErrorKind::Data, message))
    }

    #[test]
    fn after_two_crashes_no_file_looks_edited() -> Result<()> {
        let folder = tempfile::TempDir::new().expect("a folder");
        // A crash while the second version was written: one file is new, one is old.
        let crashed = Manifest {
            files: files([("a", "1"), ("b", "1")])?,
            pending: files([("a", "2"), ("b", "2")])?,
            ..Manifest::default()
        };
        for (name, text) in [(MANIFEST, crashed.text().as_str()), ("a", "2"), ("b", "1")] {
            fs::write(folder.path().join(name), text).expect("written");
        }
        let mut folder = FolderUpdate::write(folder.path())?;
        folder.add("a", b"3".to_vec())?;
        folder.add("b", b"3".to_vec())?;
        // A crash while the third one is written: each of these may be there.
        assert_eq!(folder.during().files, files([("a", "2"), ("b", "1")])?);
        assert_eq!(folder.during().pending, files([("a", "3"), ("b", "3")])?);
        Ok(())
    }
}
