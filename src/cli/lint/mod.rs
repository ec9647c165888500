//! `statuscraft lint DIR`: checks the files of an overlay.

mod args;
mod examples;
mod gaps;
mod overlay_folders;
mod page_templates;
mod program;
mod syntax;
mod tool;
mod tool_output;

use std::collections::{BTreeMap, BTreeSet};
use std::process::ExitCode;

use super::output::{Failure, bare, note, print, report};
use crate::catalogue::Status;
use crate::error::{Error, ErrorKind, Result};
use crate::origin::Origin;
use crate::snippet::{Generator, MarkedLiterals};
use crate::targets::Target;
#[cfg(all(feature = "verify", unix))]
use crate::verify::{check_deviations, check_stated_servers};
pub(super) use args::LintArguments;
use overlay_folders::OverlayFolders;
use syntax::SyntaxChecks;

pub(super) fn run(arguments: &LintArguments) -> std::result::Result<ExitCode, Failure> {
    let folders = OverlayFolders::new(arguments);
    let generator = folders.generator()?;
    let mut lint = Lint {
        generator: &generator,
        folders: &folders,
        targets: &arguments.targets,
        syntax: SyntaxChecks::new(arguments.trust),
        faults: Vec::new(),
        next: String::new(),
        snippets: 0,
        unread: false,
    };
    lint.faults.extend(folders.faults());
    lint.everything()?;
    let checked = lint.syntax.run(&generator, &folders, &mut lint.faults)?;
    let mut told = BTreeSet::new();
    for fault in &lint.faults {
        // Many snippets fail for the same reason.
        if told.insert(fault.to_string()) {
            report(fault);
        }
    }
    bare(&lint.next);
    checked.unchecked.iter().for_each(|text| note(text));
    if !told.is_empty() {
        return Ok(ExitCode::from(1));
    }
    print(&format!("{folders}: {} snippets render in every form\n", lint.snippets))?;
    for (tool, count) in &checked.programs {
        print(&format!("syntax of {} checked by {tool}\n", syntax::files(*count)))?;
    }
    Ok(ExitCode::SUCCESS)
}

struct Lint<'a> {
    generator: &'a Generator,
    folders: &'a OverlayFolders,
    /// The only targets to check; if there are none, everything is checked.
    targets: &'a [String],
    syntax: SyntaxChecks,
    faults: Vec<Error>,
    /// What a contributor can write next.
    next: String,
    snippets: usize,
    unread: bool,
}

impl<'a> Lint<'a> {
    /// Reads every file and renders everything, or what belongs to the targets that were named.
    /// Errors are collected, and the check goes on.
    fn everything(&mut self) -> Result<()> {
        let is_whole = self.targets.is_empty();
        let statuses = self.statuses()?;
        if is_whole {
            self.faults.extend(self.generator.review()?);
        }
        for id in self.target_ids()? {
            if let Some(target) = self.keep(self.generator.target(&id)) {
                self.keep(self.generator.verifiable_target(&id));
                self.target(&target, &statuses)?;
            }
        }
        if is_whole { self.page_templates() } else { Ok(()) }
    }

    /// The targets to check. A name that stands for none is an error of usage; what else is wrong with
    /// a target is collected like other faults.
    fn target_ids(&self) -> Result<BTreeSet<String>> {
        let all = self.generator.target_ids()?;
        if self.targets.is_empty() {
            return Ok(all.into_iter().collect());
        }
        let id = |name: &String| {
            if all.contains(name) {
                return Ok(name.clone());
            }
            Ok(self.generator.target(name)?.id().to_owned())
        };
        self.targets.iter().map(id).collect()
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
        let marked = self.marked(target)?;
        let mut gaps = BTreeMap::new();
        for status in statuses {
            if let Some(error) = self.example(status, target, &bodies, marked.as_ref()) {
                gaps.insert(status.code, error);
            }
        }
        self.gaps(target, &gaps)?;
        self.idle_bodies(target, statuses, &bodies);
        self.faults.extend(self.generator.template_faults(target)?);
        // A status that can't be read may be the one that a template is named after.
        if self.unread {
            return Ok(());
        }
        #[cfg(all(feature = "verify", unix))]
        self.keep(check_deviations(target, statuses));
        #[cfg(all(feature = "verify", unix))]
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

    /// What finds literals inside of quotes, for a target of which the overlays have a part.
    fn marked(&self, target: &Target) -> Result<Option<MarkedLiterals>> {
        if !self.folders.have_part_of(target) {
            return Ok(None);
        }
        self.generator.marked_literals(target).map(Some)
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
