//! The folder in which one program runs.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use crate::snippet::Snippet;
use crate::targets::Verification;
use crate::verify::cache::Runtime;
use crate::verify::process::fill;

/// A file that no program may create: hostile input tries to create it.
pub(in crate::verify) const CANARY: &str = "canary";

/// A new folder for a program, and files beside it that belong to the same run.
#[derive(Debug)]
pub(in crate::verify) struct Workspace {
    /// Where the program is saved and started.
    pub(in crate::verify) folder: PathBuf,
    /// The program's output.
    pub(in crate::verify) log: PathBuf,
    root: PathBuf,
}

impl Workspace {
    /// Creates the folder `root` with everything that `verification` lists.
    pub(in crate::verify) fn new(
        root: PathBuf,
        runtime: &Runtime,
        verification: &Verification,
    ) -> io::Result<Self> {
        let folder = root.join("work");
        for folder in [&folder, &root.join("tmp"), &root.join("home")] {
            fs::create_dir_all(folder)?;
        }
        for (name, place) in &verification.link {
            symlink(runtime.fill(place), with_parent(&folder, name)?)?;
        }
        for (name, source) in &verification.copy {
            fs::copy(runtime.fill(source), with_parent(&folder, name)?)?;
        }
        let log = root.join("log");
        fs::write(&log, [])?;
        Ok(Self { folder, log, root })
    }

    /// Another workspace beside this one, in the same run.
    pub(in crate::verify) fn beside(
        &self,
        name: &str,
        runtime: &Runtime,
        verification: &Verification,
    ) -> io::Result<Self> {
        Self::new(self.root.join(name), runtime, verification)
    }

    /// Saves the files of a program under their names.
    pub(in crate::verify) fn save(&self, program: Option<&Snippet>) -> io::Result<()> {
        let Some(program) = program else { return Ok(()) };
        for file in &program.files {
            fs::write(with_parent(&self.folder, &file.path)?, &file.text)?;
        }
        fs::write(with_parent(&self.folder, &program.file)?, &program.text)
    }

    /// Writes the files that a server needs, with these values filled in. Other braces stay.
    pub(in crate::verify) fn write_files(
        &self,
        runtime: &Runtime,
        verification: &Verification,
        values: &[(&str, &str)],
    ) -> io::Result<()> {
        for (name, source) in &verification.files {
            let text = fs::read_to_string(runtime.fill(source))?;
            let text = fill(&runtime.fill(&text), values);
            fs::write(with_parent(&self.folder, name)?, text)?;
        }
        Ok(())
    }

    /// The environment of its processes: the target's variables and its own folders, and nothing of
    /// the user's.
    pub(in crate::verify) fn env(
        &self,
        runtime: &Runtime,
        verification: &Verification,
    ) -> BTreeMap<String, String> {
        let mut env = runtime.env(verification);
        let workspace = self.folder.display().to_string();
        for value in env.values_mut() {
            *value = fill(value, &[("workspace", &workspace)]);
        }
        for (name, folder) in [("HOME", "home"), ("TMPDIR", "tmp")] {
            env.entry(name.into()).or_insert_with(|| self.root.join(folder).display().to_string());
        }
        env.entry("LANG".into()).or_insert_with(|| "C.UTF-8".into());
        env
    }

    /// Whether a program has created the forbidden file.
    pub(in crate::verify) fn has_canary(&self) -> bool {
        has_file(&self.root, CANARY)
    }

    /// Removes everything.
    pub(in crate::verify) fn remove(self) {
        // What can't be removed now is removed with the folder of the whole run.
        let _ = fs::remove_dir_all(self.root);
    }
}

/// The path of a file in `folder`, whose parent folder is created.
fn with_parent(folder: &Path, name: &str) -> io::Result<PathBuf> {
    let path = folder.join(name);
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    Ok(path)
}

/// Whether a file of that name exists somewhere below; links are not followed.
fn has_file(folder: &Path, name: &str) -> bool {
    let Ok(entries) = fs::read_dir(folder) else { return false };
    entries.flatten().any(|entry| {
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        entry.file_name() == name || is_folder && has_file(&entry.path(), name)
    })
}
