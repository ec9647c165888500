use std::process::ExitCode;

use super::compare::Outcome;
use super::update_command::{Meant, UpdateCommand};
use crate::error::Error;

/// The result for a file that has regions or faults.
pub(super) struct FileResult {
    /// The path as its user knows it.
    pub(super) name: String,
    /// The outcome; an empty list of errors if it is not UTF-8 and needs no action.
    pub(super) result: Result<Outcome, Vec<Error>>,
}

/// The results of all files.
pub(super) struct Results {
    /// Files with regions and files with faults, in the order of their paths.
    pub(super) files: Vec<FileResult>,
    /// Faults that belong to no single document.
    pub(super) errors: Vec<Error>,
    /// How many documents were read.
    pub(super) looked_at: usize,
    /// Documents that were named and have no region, in the order of their paths.
    pub(super) without: Vec<String>,
    /// The command that fixes what `check` finds.
    pub(super) command: UpdateCommand,
}

impl Results {
    /// What looks like a marker but isn't one, and markers that another program does not accept.
    pub(super) fn warnings(&self) -> impl Iterator<Item = &Error> {
        self.outcomes().flat_map(|(_, outcome)| outcome.warnings.iter().chain(&outcome.refusal))
    }

    /// Documents whose regions could be compared.
    pub(super) fn outcomes(&self) -> impl Iterator<Item = (&str, &Outcome)> {
        self.files.iter().filter_map(|file| Some((file.name.as_str(), file.result.as_ref().ok()?)))
    }

    /// The documents that have a generated region that is not current, or the regions that are meant.
    pub(super) fn generated(&self) -> Vec<Meant<'_>> {
        let mut places = Vec::new();
        for (name, outcome) in self.outcomes() {
            let stale = outcome.stale.iter().filter(|(_, state)| !state.is_protected());
            if outcome.is_partial {
                places.extend(stale.map(|(region, _)| (name, Some(region.line))));
            } else if stale.count() > 0 {
                places.push((name, None));
            }
        }
        places
    }

    /// The regions that may hold text written by hand: only these are overwritten on request.
    pub(super) fn protected(&self) -> Vec<Meant<'_>> {
        let all = self.outcomes().flat_map(|(name, outcome)| {
            let protected = outcome.stale.iter().filter(|(_, state)| state.is_protected());
            protected.map(move |(region, _)| (name, Some(region.line)))
        });
        all.collect()
    }

    /// All errors, those of documents in the order of their paths.
    pub(super) fn errors(&self) -> impl Iterator<Item = &Error> {
        let of_files = self.files.iter().filter_map(|file| file.result.as_ref().err()).flatten();
        self.errors.iter().chain(of_files)
    }

    /// Documents that are not UTF-8 and have no marker.
    pub(super) fn foreign(&self) -> impl Iterator<Item = &str> {
        let foreign = |file: &&FileResult| file.result.as_ref().is_err_and(Vec::is_empty);
        self.files.iter().filter(foreign).map(|file| file.name.as_str())
    }

    /// Whether no region was found, and nothing else is said about it.
    pub(super) fn found_nothing(&self) -> bool {
        self.files.is_empty() && self.errors.is_empty() && self.without.is_empty()
    }

    /// How many documents have regions, or markers with faults.
    pub(super) fn with_regions(&self) -> usize {
        let has_some = |file: &&FileResult| match &file.result {
            Ok(outcome) => outcome.regions > 0,
            Err(errors) => !errors.is_empty(),
        };
        self.files.iter().filter(has_some).count()
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
