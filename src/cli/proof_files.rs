//! The files that `statuscraft verify` keeps: a lock of proofs, and what went over the wire.

use std::io::{self, ErrorKind as IoErrorKind};
use std::path::Path;

use super::output::note;
use crate::error::{Error, ErrorKind, Result};
use crate::generated::{make_folder, write_file};
use crate::origin::Origin;
use crate::regular_file;
use crate::verify::{ProofLock, Results};

/// The lock in that file; an empty one, if there is no such file.
pub(super) fn read_lock(file: &Path, rotation: Option<u64>) -> Result<ProofLock> {
    Ok(ProofLock::new(&read(file)?, rotation))
}

/// Writes the lock with what these results say.
pub(super) fn write_lock(file: &Path, lock: &ProofLock, results: &Results) -> Result<()> {
    write_file(file, lock.updated(results).as_bytes())
}

/// Writes what went over the wire, a file for each proof.
pub(super) fn write_records(folder: &Path, results: &Results) -> Result<()> {
    for (name, record) in results.records() {
        let file = folder.join(name);
        make_folder(file.parent().unwrap_or(folder))?;
        write_file(&file, record.as_bytes())?;
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
    let text = regular_file::read(file).and_then(|bytes| {
        String::from_utf8(bytes).map_err(|_| io::Error::other("it is not UTF-8"))
    });
    match text {
        Err(error) if error.kind() == IoErrorKind::NotFound => Ok(String::new()),
        text => text.map_err(|error| {
            Error::new(ErrorKind::Read, format!("can't be read: {error}"))
                .at(Origin::file(file.display().to_string()))
        }),
    }
}
