//! The files of examples, written into a folder.

use std::fs;
use std::path::{Path, PathBuf};

use crate::error::{Error, ErrorKind, Result};
use crate::origin::Origin;
use crate::output::Page;
use crate::snippet::{Form, Snippet};

/// Writes the programs of a page, and returns a report of the files and how to start them. Nothing
/// is written if a file is in the way, unless `force` is set.
pub(super) fn save(page: &Page<'_>, folder: &Path, force: bool) -> Result<String> {
    let mut programs = Vec::new();
    let several = page.pieces.len() > 1;
    for piece in &page.pieces {
        match &piece.content {
            Ok(snippet) if snippet.form != Form::Program => {
                let message = "only whole programs can be saved";
                return Err(Error::new(ErrorKind::Usage, message).with_hint("leave out `--form`"));
            }
            Ok(snippet) if several => programs.push((folder.join(&snippet.target), snippet)),
            Ok(snippet) => programs.push((folder.to_owned(), snippet)),
            // Among several, the others are there to be saved.
            Err(refusal) if !several => return Err(refusal.error()),
            Err(_) => {}
        }
    }
    for (_, snippet) in &programs {
        let further = snippet.files.iter().map(|it| it.path.as_str());
        std::iter::once(snippet.file.as_str()).chain(further).try_for_each(refuse_escape)?;
    }
    let files: Vec<_> =
        programs.iter().flat_map(|(folder, snippet)| files(folder, snippet)).collect();
    if !force {
        files.iter().try_for_each(|(path, text)| refuse_other(path, text))?;
    }
    files.iter().try_for_each(|(path, text)| write(path, text))?;
    let mut report = String::new();
    for (folder, snippet) in &programs {
        for (path, _) in self::files(folder, snippet) {
            report.extend([&path.display().to_string(), "\n"]);
        }
        report.extend(["  ", &snippet.install, "\n  ", &snippet.run, "\n"]);
    }
    Ok(report)
}

/// The files of a program, the first one first.
fn files<'a>(folder: &Path, snippet: &'a Snippet) -> Vec<(PathBuf, &'a str)> {
    let first = (folder.join(&snippet.file), snippet.text.as_str());
    let further = snippet.files.iter().map(|it| (folder.join(&it.path), it.text.as_str()));
    std::iter::once(first).chain(further).collect()
}

/// Refuses a name that would lead out of the folder.
fn refuse_escape(path: &str) -> Result<()> {
    let plain = |part: &str| !matches!(part, "" | "." | "..") && !part.contains(['\\', ':', '\0']);
    if path.split('/').all(plain) {
        return Ok(());
    }
    let path = path.escape_debug();
    Err(Error::new(ErrorKind::Data, format!("the file `{path}` leads out of its folder")))
}

/// Refuses to overwrite a file that holds something else.
fn refuse_other(path: &Path, text: &str) -> Result<()> {
    match fs::read(path) {
        Ok(bytes) if bytes != text.as_bytes() => {
            Err(Error::new(ErrorKind::Conflict, "the file is there and holds something else")
                .at(Origin::file(path.display().to_string()))
                .with_hint("`--force` overwrites it"))
        }
        _ => Ok(()),
    }
}

fn write(path: &Path, text: &str) -> Result<()> {
    let refused = |error: std::io::Error| {
        Error::new(ErrorKind::Write, format!("can't be written: {error}"))
            .at(Origin::file(path.display().to_string()))
    };
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(refused)?;
    }
    fs::write(path, text).map_err(refused)
}
