//! The files that `statuscraft verify` keeps: a lock of proofs, and what went over the wire.

use std::fs;
use std::io::ErrorKind as IoErrorKind;
use std::path::Path;

use super::output::note;
use crate::error::{Error, ErrorKind, Result};
use crate::origin::Origin;
use crate::verify::{ProofLock, Results};

/// The lock in that file; an empty one, if there is no such file.
pub(super) fn read_lock(file: &Path, rotation: Option<u64>) -> Result<ProofLock> {
    Ok(ProofLock::new(&read(file)?, rotation))
}

/// Writes the lock with what these results say.
pub(super) fn write_lock(file: &Path, lock: &ProofLock, results: &Results) -> Result<()> {
    fs::write(file, lock.updated(results)).map_err(|error| fault(ErrorKind::Write, file, &error))
}

/// Writes what went over the wire, a file for each proof.
pub(super) fn write_records(folder: &Path, results: &Results) -> Result<()> {
    for (name, record) in results.records() {
        let file = folder.join(name);
        fs::create_dir_all(file.parent().unwrap_or(folder))
            .and_then(|()| fs::write(&file, record))
            .map_err(|error| fault(ErrorKind::Write, &file, &error))?;
    }
    Ok(())
}

/// Whether what went over the wire is what the files have. What is not is reported.
pub(super) fn check_records(folder: &Path, results: &Results) -> Result<bool> {
    let mut same = true;
    for (name, record) in results.records() {
        let file = folder.join(name);
        let known = read(&file)?;
        if let Some((number, known, got)) = difference(&known, record) {
            same = false;
            let file = file.display();
            note(&format!("{file}:{number}: expected `{known}`, got `{got}`"));
        }
    }
    Ok(same)
}

/// The first line in which two texts differ, and its number.
fn difference<'a>(known: &'a str, got: &'a str) -> Option<(usize, &'a str, &'a str)> {
    let count = known.lines().count().max(got.lines().count());
    let none = || std::iter::repeat("");
    let pairs = known.lines().chain(none()).zip(got.lines().chain(none())).take(count);
    let numbered = (1..).zip(pairs);
    numbered.map(|(number, (known, got))| (number, known, got)).find(|(_, known, got)| known != got)
}

/// The text of a file; none, if there is no such file.
fn read(file: &Path) -> Result<String> {
    match fs::read_to_string(file) {
        Ok(text) => Ok(text),
        Err(error) if error.kind() == IoErrorKind::NotFound => Ok(String::new()),
        Err(error) => Err(fault(ErrorKind::Read, file, &error)),
    }
}

fn fault(kind: ErrorKind, file: &Path, error: &std::io::Error) -> Error {
    Error::new(kind, error.to_string()).at(Origin::file(file.display().to_string()))
}
