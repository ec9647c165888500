//! The files of examples, written into a folder, or one text into a file.

use std::fs;
use std::path::{Path, PathBuf};

use crate::error::{Error, ErrorKind, Result};
use crate::origin::Origin;
use crate::output::Page;
use crate::request::Request;
use crate::snippet::{Form, Snippet};

/// Writes the programs of some pages, and returns a report of the files and how to start them. If `out`
/// has the ending of the only example, or a format is requested, it is a file. Nothing is written if a
/// file is in the way, unless `force` is set.
pub(super) fn save(
    request: &Request,
    pages: &[Page<'_>],
    out: &Path,
    force: bool,
) -> Result<String> {
    if request.format.is_some() {
        let text = request.show(pages)?.to_string();
        return save_text(out, &text, force).map(|()| line(out));
    }
    if let Some(snippet) = only(pages).filter(|it| !out.is_dir() && same_ending(out, &it.file)) {
        return save_file(snippet, out, force);
    }
    save_programs(pages, out, force)
}

/// The only example.
fn only<'p>(pages: &'p [Page<'_>]) -> Option<&'p Snippet> {
    match pages {
        [page] => match page.pieces.as_slice() {
            [piece] => piece.content.as_ref().ok(),
            _ => None,
        },
        _ => None,
    }
}

fn same_ending(out: &Path, file: &str) -> bool {
    let ending = Path::new(file).extension();
    ending.is_some() && out.extension() == ending
}

/// Writes an example of one file.
fn save_file(snippet: &Snippet, out: &Path, force: bool) -> Result<String> {
    if !snippet.files.is_empty() {
        let message = format!("the example has {} files", snippet.files.len() + 1);
        return Err(Error::new(ErrorKind::Usage, message).with_hint("`--out DIR` names a folder"));
    }
    save_text(out, &snippet.text, force)?;
    let mut report = line(out);
    if snippet.form == Form::Program {
        let run = snippet.run.replace(&snippet.file, &out.display().to_string());
        report.extend(["  ", &snippet.install, "\n  ", &run, "\n"]);
    }
    Ok(report)
}

fn line(path: &Path) -> String {
    format!("{}\n", path.display())
}

fn save_text(out: &Path, text: &str, force: bool) -> Result<()> {
    if out.is_dir() {
        let message = "the path is a folder, but the output is a single text";
        return Err(Error::new(ErrorKind::Usage, message)
            .at(Origin::file(out.display().to_string()))
            .with_hint("`--out` with `--format` names a file"));
    }
    if !force {
        refuse_other(out, text)?;
    }
    write(out, text)
}

/// Writes whole programs into a folder, each of several into a folder of its own.
fn save_programs(pages: &[Page<'_>], folder: &Path, force: bool) -> Result<String> {
    let mut programs = Vec::new();
    let codes = pages.len() > 1;
    for page in pages {
        let several = page.pieces.len() > 1;
        for piece in &page.pieces {
            match &piece.content {
                Ok(snippet) if snippet.form != Form::Program => {
                    let message = "only whole programs can be saved in a folder";
                    let hint = format!(
                        "leave out `--form`, or name a file with the ending of `{}`",
                        snippet.file
                    );
                    return Err(Error::new(ErrorKind::Usage, message).with_hint(hint));
                }
                Ok(snippet) => {
                    let mut own = folder.to_owned();
                    own.extend(several.then_some(&snippet.target));
                    own.extend(codes.then(|| snippet.code.to_string()));
                    programs.push((own, snippet));
                }
                // Among several, the others are there to be saved.
                Err(refusal) if !several && !codes => return Err(refusal.error()),
                Err(_) => {}
            }
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
            Err(Error::new(ErrorKind::Conflict, "the file exists with different content")
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
