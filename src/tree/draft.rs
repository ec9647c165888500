use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use super::disk;
use super::drift::{Drift, DriftKind};
use super::manifest::{Hash, MANIFEST, Manifest};
use super::place::{Place, TEMPORARY};
use crate::error::{Error, ErrorKind, Result};
use crate::origin::Origin;

/// What a folder should hold, compared with what it holds.
///
/// Tell it every file with [`put`](Self::put), then ask for the [`drift`](Self::drift) or
/// [`commit`](Self::commit).
#[derive(Debug)]
pub struct Draft {
    root: PathBuf,
    before: Manifest,
    after: Manifest,
    /// Drift of the files that are wanted, with the bytes that they should have.
    wanted: BTreeMap<Place, (DriftKind, Vec<u8>)>,
    /// Folders that have been found to be ones, or not to be there.
    folders: BTreeSet<String>,
    told: bool,
    _lock: Option<File>,
}

/// What a [`commit`](Draft::commit) has done.
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

impl Draft {
    /// Reads the folder's manifest in order to compare. Nothing is made or written.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Read`] or [`ErrorKind::Data`] if the manifest can't be read or understood.
    pub fn compare(root: impl Into<PathBuf>) -> Result<Self> {
        Self::new(root.into(), false)
    }

    /// Reads the folder's manifest in order to write; makes the folder, and waits until no other
    /// process writes there.
    ///
    /// # Errors
    ///
    /// Those of [`compare`](Self::compare), and [`ErrorKind::Write`] if the folder can't be made.
    pub fn write(root: impl Into<PathBuf>) -> Result<Self> {
        let root = root.into();
        disk::make_folder(&root)?;
        Self::new(root, true)
    }

    fn new(root: PathBuf, alone: bool) -> Result<Self> {
        let lock = disk::lock(&root, alone);
        let before = Manifest::read(&root)?;
        Ok(Self {
            root,
            told: before.is_some(),
            before: before.unwrap_or_default(),
            after: Manifest::default(),
            wanted: BTreeMap::new(),
            folders: BTreeSet::new(),
            _lock: lock,
        })
    }

    /// Says that the folder should hold this file: a relative path with slashes, and its bytes,
    /// which are kept only if the file on disk is another.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Data`] if the path leads out of the folder or has been put already,
    /// [`ErrorKind::Read`] if the file on disk can't be read.
    pub fn put(&mut self, path: &str, bytes: Vec<u8>) -> Result<()> {
        let place = Place::try_from(path.to_owned())
            .map_err(|message| Error::new(ErrorKind::Data, message))?;
        let hash = Hash::of(&bytes);
        let kind = match self.on_disk(&place)? {
            Found::Nothing => Some(DriftKind::Missing),
            Found::Obstacle => Some(DriftKind::Obstructed),
            Found::Bytes(old) if old == bytes => None,
            Found::Bytes(old) if self.before.wrote(&place, &Hash::of(&old)) => {
                Some(DriftKind::Stale)
            }
            Found::Bytes(_) if self.before.knows(&place) => Some(DriftKind::Edited),
            Found::Bytes(_) => Some(DriftKind::Foreign),
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

    /// Everything that is not as it should be, by path.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Read`] if a file that is no longer wanted can't be read.
    pub fn drift(&mut self) -> Result<Vec<Drift>> {
        let told = |place: &Place, kind| Drift { path: place.to_string(), kind };
        let mut drift: Vec<_> =
            self.wanted.iter().map(|(place, (kind, _))| told(place, *kind)).collect();
        let unwanted = self.unwanted()?;
        drift.extend(unwanted.iter().map(|(place, kind)| told(place, *kind)));
        drift.sort();
        if drift.is_empty() && (!self.told || self.before != self.after) {
            drift.push(Drift { path: MANIFEST.to_owned(), kind: DriftKind::Untold });
        }
        Ok(drift)
    }

    /// Writes what is missing or stale, removes what is no longer wanted, and then the manifest.
    /// With `force`, files that were edited by hand lose their edits.
    ///
    /// A crash at any moment leaves every file whole, old or new, and the next commit goes on from
    /// there.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Conflict`] if something would be lost that was not generated: nothing has been
    /// changed then. [`ErrorKind::Read`] or [`ErrorKind::Write`] if the disk refuses.
    pub fn commit(mut self, force: bool) -> Result<Summary> {
        let drift = self.drift()?;
        self.refuse_conflicts(&drift, force)?;
        let unwanted = self.unwanted()?;
        let manifest = self.root.join(MANIFEST);
        let temporary = self.root.join(TEMPORARY);
        let mut summary = Summary {
            written: self.wanted.len(),
            untouched: self.after.files.len() - self.wanted.len(),
            removed: 0,
        };
        if !self.wanted.is_empty() {
            let mut during = self.before.clone();
            let new = |place: &Place| self.after.files.get(place).cloned();
            let pending = self.wanted.keys().filter_map(|place| Some((place.clone(), new(place)?)));
            during.pending.extend(pending);
            disk::write(&temporary, &manifest, during.text().as_bytes())?;
        }
        for (place, (_, bytes)) in &self.wanted {
            disk::write(&temporary, &place.under(&self.root), bytes)?;
        }
        for place in unwanted.keys() {
            disk::remove(&self.root, &place.under(&self.root), place.folders().rev())?;
            summary.removed += 1;
        }
        if !drift.is_empty() {
            disk::write(&temporary, &manifest, self.after.text().as_bytes())?;
        }
        Ok(summary)
    }

    fn refuse_conflicts(&self, drift: &[Drift], force: bool) -> Result<()> {
        let conflict =
            |kind: DriftKind| kind.is_conflict() && !(force && kind == DriftKind::Edited);
        let conflicts: Vec<_> = drift.iter().filter(|it| conflict(it.kind)).collect();
        let Some(first) = conflicts.first() else { return Ok(()) };
        let told = match first.kind {
            DriftKind::Edited => "was edited since it was generated",
            DriftKind::Foreign => "is in the way and was not generated",
            _ => "can't be a generated file: a folder, a file or a link is in the way",
        };
        let others = match conflicts.len() - 1 {
            0 => String::new(),
            others => format!(", and {others} more are in conflict"),
        };
        let hint = match first.kind {
            DriftKind::Edited => "`--check` shows all; `--force` overwrites edited files",
            _ => "`--check` shows all; move it away, or choose another folder",
        };
        let path = self.root.join(&first.path);
        Err(Error::new(ErrorKind::Conflict, format!("{told}{others}; nothing has been written"))
            .at(Origin::file(path.display().to_string()))
            .with_hint(hint))
    }

    /// Files of ours that are on disk and have not been put.
    fn unwanted(&mut self) -> Result<BTreeMap<Place, DriftKind>> {
        let places: BTreeSet<_> = self.before.places().cloned().collect();
        let mut unwanted = BTreeMap::new();
        for place in places {
            if self.after.files.contains_key(&place) {
                continue;
            }
            if let Found::Bytes(bytes) = self.on_disk(&place)? {
                let ours = self.before.wrote(&place, &Hash::of(&bytes));
                let kind = if ours { DriftKind::Unwanted } else { DriftKind::Edited };
                unwanted.insert(place, kind);
            }
        }
        Ok(unwanted)
    }

    fn on_disk(&mut self, place: &Place) -> Result<Found> {
        for folder in place.folders() {
            if self.folders.contains(folder) {
                continue;
            }
            // A link is not followed: it may lead out of the folder.
            match fs::symlink_metadata(self.root.join(folder)) {
                Ok(it) if !it.is_dir() => return Ok(Found::Obstacle),
                _ => self.folders.insert(folder.to_owned()),
            };
        }
        let path = place.under(&self.root);
        match fs::symlink_metadata(&path) {
            Ok(it) if it.is_file() => Ok(read(&path)?),
            Ok(_) => Ok(Found::Obstacle),
            Err(_) => Ok(read(&path)?),
        }
    }
}

/// What stands at a place.
enum Found {
    Nothing,
    Bytes(Vec<u8>),
    /// A folder, a link or a device, or one of them instead of a folder that leads there.
    Obstacle,
}

fn read(path: &Path) -> Result<Found> {
    Ok(disk::read(path)?.map_or(Found::Nothing, Found::Bytes))
}
