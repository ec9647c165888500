//! `update --watch`: documents are updated whenever something that they depend on changes.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, EventKind};
use notify::{Event, RecursiveMode, Watcher};

use super::args::DocumentArguments;
use super::compare::Mode;
use super::project::{Projects, SETTINGS};
use super::report;
use super::temporary_file::is_temporary;
use super::walk;
use crate::cli::output::{Failure, report as complain};
use crate::error::{Error, ErrorKind};

/// How long nothing must change before documents are updated: editors and checkouts write many files.
const QUIET: Duration = Duration::from_millis(100);

/// The longest time that an update is delayed.
const LONG: Duration = Duration::from_secs(2);

/// Updates, and again whenever something changed, until the process is ended.
pub(super) fn run(arguments: &DocumentArguments, mode: Mode) -> Result<ExitCode, Failure> {
    let (sender, receiver) = mpsc::channel();
    let mut watcher = notify::recommended_watcher(move |event| {
        // After the end of the loop nothing receives, and nothing needs to.
        let _ = sender.send(event);
    })
    .map_err(|error| unwatched(&error))?;
    let mut seen: Vec<(PathBuf, RecursiveMode)> = Vec::new();
    let mut told = String::new();
    loop {
        let projects = match Projects::new(arguments) {
            Ok(projects) => projects,
            Err(error) => {
                complain(&error);
                wait(&receiver)?;
                continue;
            }
        };
        for place in places(arguments, &projects) {
            if !seen.contains(&place) {
                watcher.watch(&place.0, place.1).map_err(|error| unwatched(&error))?;
                seen.push(place);
            }
        }
        let results = walk::walk(arguments, projects, mode);
        let state = report::state(&results);
        // Errors and refusals are reported once, not after each unrelated change.
        if state != told || results.outcomes().any(|(_, outcome)| outcome.text.is_some()) {
            report::updated(&results)?;
            told = state;
        }
        if seen.is_empty() {
            return Ok(results.exit_code());
        }
        wait(&receiver)?;
    }
}

/// What to watch: the documents' folders, configuration above them, overlays.
fn places(arguments: &DocumentArguments, projects: &Projects) -> Vec<(PathBuf, RecursiveMode)> {
    let mut places = Vec::new();
    for path in &arguments.paths {
        let Ok(path) = std::path::absolute(path) else { continue };
        let folder = if path.is_dir() { path.as_path() } else { path.parent().unwrap_or(&path) };
        let mode =
            if path.is_dir() { RecursiveMode::Recursive } else { RecursiveMode::NonRecursive };
        if folder.is_dir() {
            places.push((folder.to_owned(), mode));
        }
        if let Some(settings) = folder.ancestors().find(|it| it.join(SETTINGS).is_file()) {
            places.push((settings.to_owned(), RecursiveMode::NonRecursive));
            if let Some(project) = projects.of(folder) {
                let overlays = project.overlays(settings).filter(|overlay| overlay.is_dir());
                places.extend(overlays.map(|overlay| (overlay, RecursiveMode::Recursive)));
            }
        }
    }
    let overlays = arguments.overlays.folders();
    places.extend(overlays.map(|overlay| (overlay, RecursiveMode::Recursive)));
    places
}

/// Waits for a change, and then until changes have stopped or have gone on for long.
fn wait(receiver: &Receiver<notify::Result<Event>>) -> Result<(), Failure> {
    while !is_change(receiver.recv().map_err(|_| gone())?)? {}
    let latest = Instant::now() + LONG;
    let mut end = Instant::now() + QUIET;
    loop {
        match receiver.recv_timeout(end.saturating_duration_since(Instant::now())) {
            // Events that are no change don't delay the update. Otherwise a program that keeps
            // reading would.
            Ok(event) => {
                if is_change(event)? {
                    end = latest.min(Instant::now() + QUIET);
                }
            }
            Err(RecvTimeoutError::Timeout) => return Ok(()),
            Err(RecvTimeoutError::Disconnected) => return Err(gone()),
        }
    }
}

/// Whether files may have changed. Reading them is no change, and neither are the temporary files
/// that this program writes.
fn is_change(event: notify::Result<Event>) -> Result<bool, Failure> {
    let event = event.map_err(|error| unwatched(&error))?;
    let read = match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => false,
        EventKind::Access(_) => true,
        _ => false,
    };
    Ok(!read && !event.paths.iter().all(|path| is_temporary(path)))
}

fn unwatched(error: &notify::Error) -> Failure {
    Failure::Error(Error::new(ErrorKind::Read, format!("changes can't be watched: {error}")))
}

fn gone() -> Failure {
    Failure::Error(Error::new(
        ErrorKind::Read,
        "changes can't be watched: the file watcher stopped",
    ))
}
