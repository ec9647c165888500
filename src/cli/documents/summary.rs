use std::process::ExitCode;

use super::args::DocumentArguments;
use super::compare::Outcome;
use crate::error::Error;

/// The result for a file that has regions or faults.
pub(super) struct FileReport {
    /// The path as its user knows it.
    pub(super) name: String,
    /// The outcome; an empty list of errors if it is not UTF-8 and needs no action.
    pub(super) result: Result<Outcome, Vec<Error>>,
}

/// The results of all files.
pub(super) struct Summary {
    /// Files with regions and files with faults, in the order of their paths.
    pub(super) files: Vec<FileReport>,
    /// Faults that belong to no single document.
    pub(super) errors: Vec<Error>,
    /// How many documents were read.
    pub(super) looked_at: usize,
    /// Documents that were named and have no region, in the order of their paths.
    pub(super) without: Vec<String>,
    /// The command that fixes what `check` finds.
    pub(super) command: String,
}

impl Summary {
    /// What looks like a marker and is none.
    pub(super) fn warnings(&self) -> impl Iterator<Item = &Error> {
        self.outcomes().flat_map(|(_, outcome)| &outcome.warnings)
    }

    /// Documents whose regions could be compared.
    pub(super) fn outcomes(&self) -> impl Iterator<Item = (&str, &Outcome)> {
        self.files.iter().filter_map(|file| Some((file.name.as_str(), file.result.as_ref().ok()?)))
    }

    /// All errors, those of documents in the order of their paths.
    pub(super) fn errors(&self) -> impl Iterator<Item = &Error> {
        let of_files = self.files.iter().filter_map(|file| file.result.as_ref().err()).flatten();
        self.errors.iter().chain(of_files)
    }

    /// Documents that are not UTF-8 and have no marker.
    pub(super) fn foreign(&self) -> impl Iterator<Item = &str> {
        let foreign = |file: &&FileReport| file.result.as_ref().is_err_and(Vec::is_empty);
        self.files.iter().filter(foreign).map(|file| file.name.as_str())
    }

    /// How many regions there are.
    pub(super) fn regions(&self) -> usize {
        self.outcomes().map(|(_, outcome)| outcome.regions).sum()
    }

    /// Whether regions are left that are not current.
    pub(super) fn is_refused(&self) -> bool {
        // Only regions that are not written have a diff.
        self.outcomes().any(|(_, outcome)| !outcome.diff.is_empty())
    }

    /// 2 where something could not be compared, 1 where something is left to be fixed.
    pub(super) fn exit_code(&self) -> ExitCode {
        match (self.errors().next(), self.is_refused()) {
            (Some(_), _) => ExitCode::from(2),
            (None, true) => ExitCode::from(1),
            (None, false) => ExitCode::SUCCESS,
        }
    }
}

/// The command that updates the same documents.
pub(super) fn command(arguments: &DocumentArguments) -> String {
    let mut words = vec!["statuscraft".to_owned(), "update".to_owned()];
    for overlay in arguments.overlays.folders() {
        words.extend(["--overlay".to_owned(), overlay.display().to_string()]);
    }
    for marker in &arguments.marker {
        words.push(format!("--marker={marker}"));
    }
    if let Some(name) = &arguments.stdin_filename {
        words.extend(["--stdin-filename".to_owned(), name.display().to_string()]);
    }
    words.extend(arguments.paths.iter().map(|path| path.display().to_string()));
    // A path can't contain a zero byte, so quoting never fails.
    shlex::try_join(words.iter().map(String::as_str)).unwrap_or_default()
}
