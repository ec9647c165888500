//! `statuscraft lint DIR`: checks the files of an overlay.

mod examples;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::ExitCode;

use super::args::LintArguments;
use super::output::{Failure, print, report};
use crate::catalogue::{Code, Status};
use crate::error::{Error, ErrorKind, Result};
use crate::origin::Origin;
use crate::snippet::Generator;
use crate::targets::Target;
#[cfg(unix)]
use crate::verify::{check_deviations, check_stated_servers};

/// The folders of which an overlay must have one.
const FOLDERS: [&str; 2] = ["data", "snippet-templates"];

pub(super) fn run(arguments: &LintArguments) -> std::result::Result<ExitCode, Failure> {
    let folder = &arguments.folder;
    let generator = Generator::with_overlays([folder.clone()])?;
    let mut lint =
        Lint { generator: &generator, folder, faults: Vec::new(), snippets: 0, unread: false };
    if FOLDERS.iter().all(|name| !folder.join(name).is_dir()) {
        lint.faults.push(
            Error::new(ErrorKind::Data, "the folder has none of an overlay's folders")
                .at(Origin::file(folder.display().to_string()))
                .with_hint(format!("expected `{}`", FOLDERS.join("/` or `") + "/")),
        );
    }
    lint.everything()?;
    let mut told = BTreeSet::new();
    for fault in &lint.faults {
        // Many snippets fail for the same reason.
        if told.insert(fault.to_string()) {
            report(fault);
        }
    }
    if !told.is_empty() {
        return Ok(ExitCode::from(1));
    }
    print(&format!("{}: {} snippets render in every form\n", folder.display(), lint.snippets))?;
    Ok(ExitCode::SUCCESS)
}

struct Lint<'a> {
    generator: &'a Generator,
    /// The overlay.
    folder: &'a Path,
    faults: Vec<Error>,
    snippets: usize,
    unread: bool,
}

impl<'a> Lint<'a> {
    /// Reads every file and renders everything. Errors are collected, and the check goes on.
    fn everything(&mut self) -> Result<()> {
        let statuses = self.statuses()?;
        self.faults.extend(self.generator.review()?);
        for id in self.generator.target_ids()? {
            if let Some(target) = self.keep(self.generator.target(&id)) {
                self.keep(self.generator.verifiable_target(&id));
                self.target(&target, &statuses)?;
            }
        }
        Ok(())
    }

    fn statuses(&mut self) -> Result<Vec<&'a Status>> {
        let generator = self.generator;
        let codes = generator.all_codes()?;
        let statuses: Vec<_> = codes
            .iter()
            .filter_map(|code| self.keep(generator.status(&code.to_string())))
            .collect();
        self.unread = statuses.len() < codes.len();
        Ok(statuses)
    }

    fn target(&mut self, target: &Target, statuses: &[&Status]) -> Result<()> {
        if self.keep(self.generator.language(target)).is_none() {
            return Ok(());
        }
        let bodies = self.generator.bodies()?;
        let mut gaps = BTreeMap::new();
        for status in statuses {
            if let Some(error) = self.example(status, target, &bodies) {
                gaps.insert(status.code, error);
            }
        }
        self.gaps(gaps);
        self.idle_bodies(target, statuses, &bodies);
        // A status that can't be read may be the one that a template is named after.
        if self.unread {
            return Ok(());
        }
        #[cfg(unix)]
        self.keep(check_deviations(target, statuses));
        #[cfg(unix)]
        if let Ok(target) = self.generator.verifiable_target(target.id()) {
            self.keep(check_stated_servers(&target, statuses));
        }
        for name in self.generator.misnamed_templates(target, statuses)? {
            let file = format!("snippet-templates/{}/{name}", target.id());
            self.faults.push(
                Error::new(ErrorKind::Template, "no code uses this template")
                    .at(Origin::file(file))
                    .with_hint("`codes/` is named after codes, `recipes/` after the `recipe` of status files"),
            );
        }
        Ok(())
    }

    /// The codes that a target doesn't cover, as one error.
    fn gaps(&mut self, gaps: BTreeMap<Code, Error>) {
        let codes = gaps.keys().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        if let Some(first) = gaps.into_values().next() {
            let mut fault =
                Error::new(ErrorKind::Gap, format!("neither a template nor a reason for {codes}"))
                    .with_hint(first.hint().unwrap_or_default());
            if let Some(origin) = first.origin() {
                fault = fault.at(origin.clone());
            }
            self.faults.push(fault);
        }
    }

    /// The value. An error is recorded, unless it says that there is no snippet, and why.
    fn keep<T>(&mut self, result: Result<T>) -> Option<T> {
        match result {
            Ok(value) => Some(value),
            Err(error) => {
                if error.kind() != ErrorKind::Unsupported {
                    self.faults.push(error);
                }
                None
            }
        }
    }
}
