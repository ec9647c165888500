//! The files of examples, written into a folder, or one text into a file.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::catalogue::Code;
use crate::error::{Error, ErrorKind, Result};
use crate::generated::{destination, make_folder, obstacle, write_file};
use crate::origin::Origin;
use crate::output::Page;
use crate::pages::Saved;
use crate::regular_file;
use crate::request::Request;
use crate::snippet::{Form, Snippet};

/// What was written.
#[derive(Default)]
pub(super) struct Written {
    /// The files.
    files: Vec<PathBuf>,
    /// Where each example is, by its code and target.
    examples: BTreeMap<(Code, String), Saved>,
}

impl Written {
    /// The names of the files, one on each line.
    pub(super) fn list(&self) -> String {
        let mut list = String::new();
        for file in &self.files {
            list.extend([file.display().to_string().as_str(), "\n"]);
        }
        list
    }

    /// How many whole programs were written.
    pub(super) fn programs(&self) -> usize {
        self.examples.len()
    }

    /// Where an example is.
    pub(super) fn place(&self, snippet: &Snippet) -> Saved {
        self.examples.get(&name(snippet)).cloned().unwrap_or(Saved::No)
    }
}

/// Writes the programs of some pages. If `out` has the ending of the only example, or a format is
/// requested, it is a file. Nothing is written if a file is in the way, unless `force` is set.
pub(super) fn save(
    request: &Request,
    pages: &[Page<'_>],
    out: &Path,
    force: bool,
) -> Result<Written> {
    if request.format.is_some() {
        let text = request.show(pages)?.to_string();
        save_text(out, &text, force)?;
        return Ok(Written { files: vec![out.to_owned()], ..Written::default() });
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
fn save_file(snippet: &Snippet, out: &Path, force: bool) -> Result<Written> {
    if !snippet.files.is_empty() {
        let message = format!("the example has {} files", snippet.files.len() + 1);
        return Err(Error::new(ErrorKind::Usage, message).with_hint("`--out DIR` names a folder"));
    }
    save_text(out, &snippet.text, force)?;
    let mut written = Written { files: vec![out.to_owned()], ..Written::default() };
    if snippet.form == Form::Program {
        written.examples.insert(name(snippet), Saved::File(out.to_owned()));
    }
    Ok(written)
}

/// What an example is known by.
fn name(snippet: &Snippet) -> (Code, String) {
    (snippet.code, snippet.target.clone())
}

fn save_text(out: &Path, text: &str, force: bool) -> Result<()> {
    if out.is_dir() {
        let message = "the path is a folder, but the output is a single text";
        return Err(Error::new(ErrorKind::Usage, message)
            .at(Origin::file(out.display().to_string()))
            .with_hint("`--out` with `--format` names a file"));
    }
    let files = [(out.to_owned(), text)];
    check(&files, force)?;
    write(&files)
}

/// Writes whole programs into a folder, each of several into a folder of its own.
fn save_programs(pages: &[Page<'_>], folder: &Path, force: bool) -> Result<Written> {
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
    check(&files, force).map_err(|error| explained(error, pages, folder))?;
    write(&files)?;
    let examples = programs
        .iter()
        .map(|(folder, snippet)| (name(snippet), Saved::Folder(folder.clone())))
        .collect();
    Ok(Written { files: files.into_iter().map(|(path, _)| path).collect(), examples })
}

/// The same error, with the rule by which a path is a folder, if it is a file.
fn explained(error: Error, pages: &[Page<'_>], folder: &Path) -> Error {
    match only(pages).and_then(|it| Path::new(&it.file).extension()) {
        Some(ending) if folder.is_file() => {
            let ending = ending.display();
            error.with_hint(format!(
                "a path without the extension `.{ending}` is a folder; name another one, or a file with this extension"
            ))
        }
        _ => error,
    }
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

/// Refuses files that can't be written, and to overwrite a file that holds something else.
fn check(files: &[(PathBuf, &str)], force: bool) -> Result<()> {
    for (path, text) in files {
        if let Some(error) = path.parent().and_then(obstacle) {
            return Err(error);
        }
        if !path.try_exists().unwrap_or(false) && !path.is_symlink() {
            continue;
        }
        let file = destination(path)?;
        if !force && !regular_file::read(&file).is_ok_and(|bytes| bytes == text.as_bytes()) {
            let message = "the file exists with different content";
            return Err(Error::new(ErrorKind::Conflict, message)
                .at(Origin::file(path.display().to_string()))
                .with_hint("`--force` overwrites it"));
        }
    }
    Ok(())
}

fn write(files: &[(PathBuf, &str)]) -> Result<()> {
    for (path, text) in files {
        path.parent().map_or(Ok(()), make_folder)?;
        write_file(path, text.as_bytes())?;
    }
    Ok(())
}
