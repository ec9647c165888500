//! Folders, walked in parallel.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError, mpsc};

use ignore::{DirEntry, WalkBuilder, WalkState};

use super::args::DocumentArguments;
use super::compare::{Mode, Outcome, compare};
use super::files;
use super::places::Places;
use super::project::Projects;
use super::results::{FileResult, Results};
use super::temporary_file;
use super::update_command::UpdateCommand;
use crate::error::{Error, ErrorKind};
use crate::origin::Origin;
use crate::parallel::{available_workers, can_start};

/// This many files take less time than starting threads for them.
const FEW: usize = 32;

/// Processes all documents that the arguments name, in parallel. The results are in order.
pub(super) fn walk(arguments: &DocumentArguments, projects: Projects, mode: Mode) -> Results {
    let places = Places::of(&arguments.paths);
    let (paths, mut errors) = existing(&places.paths);
    let looked_at = AtomicUsize::new(0);
    let claimed = (paths.len() > 1).then(|| Mutex::new(HashSet::new()));
    let tidied = Mutex::default();
    let without = Mutex::default();
    let (sender, receiver) = mpsc::channel();
    let worker = || Worker {
        projects: &projects,
        mode,
        places: &places,
        looked_at: &looked_at,
        claimed: claimed.as_ref(),
        tidied: &tidied,
        without: &without,
        sender: sender.clone(),
        buffer: Vec::new(),
    };
    if paths.len() <= FEW && paths.iter().all(|path| path.is_file()) {
        let mut worker = worker();
        for path in &paths {
            worker.file(path, true);
        }
    } else if let Some((first, others)) = paths.split_first() {
        let mut builder = WalkBuilder::new(first);
        for path in others {
            builder.add(path);
        }
        let tracked = paths.iter().any(|path| is_tracked(path));
        builder.hidden(false).filter_entry(move |entry| is_walked(entry, tracked));
        let threads = available_workers();
        builder.threads(threads.get());
        if can_start(threads) {
            builder.build_parallel().run(|| {
                let mut worker = worker();
                Box::new(move |entry| {
                    worker.visit(entry);
                    WalkState::Continue
                })
            });
        } else {
            let mut worker = worker();
            builder.build().for_each(|entry| worker.visit(entry));
        }
    }
    drop(sender);
    let mut files: Vec<FileResult> = receiver.into_iter().collect();
    files.sort_by(|one, other| Path::new(&one.name).cmp(Path::new(&other.name)));
    errors.extend(projects.into_errors());
    let mut without: Vec<String> = without.into_inner().unwrap_or_else(PoisonError::into_inner);
    without.sort();
    without.dedup();
    let command = UpdateCommand::new(arguments);
    Results { files, errors, looked_at: looked_at.into_inner(), without, command }
}

/// What version control keeps for itself.
const KEPT: [&str; 4] = [".git", ".hg", ".jj", ".svn"];

/// Whether a path is in the working tree of a repository of git.
fn is_tracked(path: &Path) -> bool {
    path.canonicalize().is_ok_and(|path| path.ancestors().any(|it| it.join(".git").exists()))
}

/// Whether a walk goes there: what is hidden counts where git says what is not wanted, such as
/// `.github/`.
fn is_walked(entry: &DirEntry, tracked: bool) -> bool {
    let name = entry.file_name().to_string_lossy();
    let hidden = name.starts_with('.') && entry.depth() > 0;
    !hidden || tracked && !KEPT.contains(&name.as_ref())
}

/// The paths that exist, and errors for those that don't.
fn existing(paths: &[PathBuf]) -> (Vec<PathBuf>, Vec<Error>) {
    let mut errors = Vec::new();
    let mut there = Vec::new();
    for path in paths {
        match path.metadata() {
            Ok(_) => there.push(path.clone()),
            Err(error) => errors.push(unreadable(&name(path), &error)),
        }
    }
    (there, errors)
}

fn unreadable(name: &str, error: &dyn std::error::Error) -> Error {
    Error::new(ErrorKind::Read, format!("can't be read: {error}")).at(Origin::file(name))
}

/// A path as its user knows it.
fn name(path: &Path) -> String {
    path.strip_prefix("./").unwrap_or(path).display().to_string()
}

struct Worker<'a> {
    projects: &'a Projects,
    mode: Mode,
    places: &'a Places,
    looked_at: &'a AtomicUsize,
    /// Documents in progress, because several paths may lead to the same one.
    claimed: Option<&'a Mutex<HashSet<PathBuf>>>,
    /// Folders of named files that have been cleaned up.
    tidied: &'a Mutex<HashSet<PathBuf>>,
    /// Named documents without a region.
    without: &'a Mutex<Vec<String>>,
    sender: mpsc::Sender<FileResult>,
    buffer: Vec<u8>,
}

impl Worker<'_> {
    fn visit(&mut self, entry: Result<DirEntry, ignore::Error>) {
        match entry {
            Ok(entry) => self.entry(&entry),
            Err(error) => self.tell("", Err(vec![Error::new(ErrorKind::Read, error.to_string())])),
        }
    }

    fn entry(&mut self, entry: &DirEntry) {
        let path = entry.path();
        // A path that the user names is followed through a link. A link found on the way is not.
        let named = entry.depth() == 0;
        let is_file =
            if named { path.is_file() } else { entry.file_type().is_some_and(|it| it.is_file()) };
        if is_file {
            self.file(path, named);
        } else if path.is_dir() {
            self.tidy(path);
        } else if (named || !path.is_symlink()) && self.is_document(path) {
            self.tell(&name(path), Err(vec![irregular(&name(path))]));
        }
    }

    fn is_document(&self, path: &Path) -> bool {
        let folder = path.parent().unwrap_or(Path::new(""));
        self.projects.of(folder).is_some_and(|project| project.kinds.of(path).is_some())
    }

    fn file(&mut self, path: &Path, named: bool) {
        if named {
            self.tidy_beside(path);
        }
        let folder = path.parent().unwrap_or(Path::new(""));
        let Some(project) = self.projects.of(folder) else { return };
        let Some(kind) = project.kinds.of(path) else {
            if named {
                self.tell(&name(path), Err(vec![unknown(&name(path))]));
            }
            return;
        };
        self.looked_at.fetch_add(1, Ordering::Relaxed);
        let mut buffer = std::mem::take(&mut self.buffer);
        let name = name(path);
        let result = match files::read(path, &name, &mut buffer) {
            Ok(()) => {
                let lines = self.places.lines(path);
                compare(&name, &buffer, &kind, &project, self.mode, lines)
            }
            Err(error) => Err(vec![error]),
        };
        let result = result.transpose();
        if named && result.is_none() {
            self.without.lock().unwrap_or_else(PoisonError::into_inner).push(name.clone());
        }
        if let Some(result) = result
            && self.claim(path)
        {
            let result = result.and_then(|outcome| match &outcome.text {
                Some(text) => match files::replace(path, &name, &buffer, text.as_bytes()) {
                    Ok(()) => Ok(outcome),
                    Err(error) => Err(vec![error]),
                },
                None => Ok(outcome),
            });
            self.tell(&name, result);
        }
        self.buffer = buffer;
    }

    /// Before a folder's documents are updated, what a killed process has left there is removed.
    fn tidy(&self, folder: &Path) {
        if self.mode != Mode::Check {
            temporary_file::sweep(folder);
        }
    }

    /// The same for the folder of a named file. It may be checked by several threads.
    fn tidy_beside(&self, path: &Path) {
        if self.mode != Mode::Check
            && let Ok(file) = path.canonicalize()
            && let Some(folder) = file.parent()
            && is_first(self.tidied, folder)
        {
            temporary_file::sweep(folder);
        }
    }

    /// Whether no other thread works on this file.
    fn claim(&self, path: &Path) -> bool {
        let Some(claimed) = self.claimed else { return true };
        is_first(claimed, &path.canonicalize().unwrap_or_else(|_| path.to_owned()))
    }

    fn tell(&self, name: &str, result: Result<Outcome, Vec<Error>>) {
        // The receiver lives until the walk is over.
        let _ = self.sender.send(FileResult { name: name.to_owned(), result });
    }
}

/// Whether no thread has been there before.
fn is_first(seen: &Mutex<HashSet<PathBuf>>, path: &Path) -> bool {
    seen.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned())
}

fn irregular(name: &str) -> Error {
    Error::new(ErrorKind::Read, "it is not a regular file, and is never opened")
        .at(Origin::file(name))
        .with_hint("documents are files and links to files")
}

fn unknown(name: &str) -> Error {
    if Path::new(name).extension().is_some_and(|it| it.eq_ignore_ascii_case("ipynb")) {
        return Error::new(ErrorKind::Option, "a notebook is JSON, in which there are no regions")
            .at(Origin::file(name))
            .with_hint(
                "keep the notebook as Markdown, for example with Jupytext, and update that file",
            );
    }
    Error::new(ErrorKind::Option, "the comment syntax of this file is unknown")
        .at(Origin::file(name))
        .with_hint("name what starts a comment with `--marker '%'`, or its start and end with `--marker '(* *)'`")
}
