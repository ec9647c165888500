//! `update --watch`: documents are updated whenever something that they depend on changes.

use std::path::PathBuf;
use std::process::ExitCode;

use notify::RecursiveMode;

use super::args::DocumentArguments;
use super::compare::Mode;
use super::project::{Projects, SETTINGS};
use super::report;
use super::temporary_file::is_temporary;
use super::walk;
use crate::cli::changes::Changes;
use crate::cli::output::{Failure, report as complain};

/// Updates, and again whenever something changed, until the process is ended.
pub(super) fn run(arguments: &DocumentArguments, mode: Mode) -> Result<ExitCode, Failure> {
    let mut changes = Changes::new(is_temporary)?;
    let mut told = String::new();
    loop {
        let projects = match Projects::new(arguments) {
            Ok(projects) => projects,
            Err(error) => {
                complain(&error);
                changes.wait()?;
                continue;
            }
        };
        for (path, mode) in places(arguments, &projects) {
            changes.watch(path, mode)?;
        }
        let results = walk::walk(arguments, projects, mode);
        let state = report::state(&results);
        // Errors and refusals are reported once, not after each unrelated change.
        if state != told || results.outcomes().any(|(_, outcome)| outcome.text.is_some()) {
            report::updated(&results)?;
            told = state;
        }
        if changes.is_empty() {
            return Ok(results.exit_code());
        }
        changes.wait()?;
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
