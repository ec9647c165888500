//! The syntax of the programs, checked by the tools of their languages.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, ErrorKind as IoErrorKind, IsTerminal};

use super::overlay_folders::OverlayFolders;
use super::program::Program;
use super::tool::found_by;
use crate::catalogue::Status;
use crate::error::{Error, ErrorKind, Result};
use crate::snippet::{Generator, Options, Snippet};
use crate::targets::{Language, SyntaxCheck, Target};

/// The programs whose syntax is to be checked.
pub(super) struct SyntaxChecks {
    /// Whether the commands of overlays may be run.
    trust: bool,
    programs: Vec<Program>,
    /// The programs so far: one text is checked once.
    known: BTreeSet<(String, String)>,
}

/// What was checked, and what was not.
#[derive(Default)]
pub(super) struct Checked {
    /// The number of files by the program that has checked them.
    pub(super) programs: BTreeMap<String, usize>,
    /// Sentences about what was not checked, and why.
    pub(super) unchecked: Vec<String>,
}

impl SyntaxChecks {
    pub(super) fn new(trust: bool) -> Self {
        Self { trust, programs: Vec::new(), known: BTreeSet::new() }
    }

    /// Adds the files of a program.
    pub(super) fn add(
        &mut self,
        status: &Status,
        target: &Target,
        options: Option<&Options>,
        snippet: &Snippet,
    ) {
        let of = |language: &str, name: &str, text: &str, options: Option<&Options>| Program {
            language: language.to_owned(),
            name: name.to_owned(),
            text: text.to_owned(),
            code: status.code.number(),
            target: target.id().to_owned(),
            options: options.cloned(),
        };
        let mut files = vec![of(&target.language, &snippet.file, &snippet.text, options)];
        for file in &snippet.files {
            let stated = target.files.iter().find(|stated| stated.path == file.path);
            let language = stated.and_then(|stated| stated.language.as_ref());
            files.push(of(language.unwrap_or(&target.language), &file.path, &file.text, None));
        }
        for file in files {
            if self.known.insert((file.name.clone(), file.text.clone())) {
                self.programs.push(file);
            }
        }
    }

    /// Checks all of them. Errors are added to `faults`.
    pub(super) fn run(
        &self,
        generator: &Generator,
        folders: &OverlayFolders,
        faults: &mut Vec<Error>,
    ) -> Result<Checked> {
        let mut checked = Checked::default();
        let mut languages: BTreeMap<&str, Vec<&Program>> = BTreeMap::new();
        for program in &self.programs {
            languages.entry(&program.language).or_default().push(program);
        }
        for (id, programs) in languages {
            let Some(first) = programs.first() else { continue };
            let target = generator.target(&first.target)?;
            let language = generator.language_of(&target, id)?;
            let count = programs.len();
            match self.command(id, &language, &target, folders) {
                Ok(check) => match found_by(check, &programs) {
                    Ok(found) => {
                        checked.programs.insert(check.program().to_owned(), count);
                        for (program, line, message) in found {
                            faults.push(fault(generator, check, program, line, &message)?);
                        }
                    }
                    Err(error) if error.kind() == IoErrorKind::NotFound => {
                        checked.unchecked.push(format!(
                            "the syntax of {} in {} was not checked: `{}` is not installed (package {})",
                            files(count),
                            language.title,
                            check.program(),
                            check.package,
                        ));
                    }
                    Err(error) => {
                        let message = format!("`{}` can't be run: {error}", check.program());
                        return Err(Error::new(ErrorKind::Proof, message));
                    }
                },
                Err(Some(why)) => checked.unchecked.push(format!(
                    "the syntax of {} in {} was not checked: {why}",
                    files(count),
                    language.title
                )),
                Err(None) => {}
            }
        }
        Ok(checked)
    }

    /// The command that checks a language, or why there is none that may be run. Texts have no syntax
    /// to be checked.
    fn command<'a>(
        &self,
        id: &str,
        language: &'a Language,
        target: &Target,
        folders: &OverlayFolders,
    ) -> std::result::Result<&'a SyntaxCheck, Option<String>> {
        if language.is_text() || language.reserved.is_empty() {
            return Err(None);
        }
        let file = format!("data/languages/{id}.yaml");
        let Some(check) = &language.syntax else {
            return Err(Some(format!("`{file}` has no `syntax`")));
        };
        let built_in = Generator::new().language_of(target, id);
        let known = built_in.ok().and_then(|it| Some(it.syntax.as_ref()?.command.clone()));
        let is_of_overlay = folders.path(&file).is_some() && known.as_ref() != Some(&check.command);
        if is_of_overlay && !self.trust && !io::stderr().is_terminal() {
            return Err(Some(format!(
                "`{file}` names a command of the overlay; add `--trust` if you trust the overlay"
            )));
        }
        Ok(check)
    }
}

/// So many files, in words.
pub(super) fn files(count: usize) -> String {
    if count == 1 { "1 file".to_owned() } else { format!("{count} files") }
}

/// The error that a tool has found in a program, at the line of the template.
fn fault(
    generator: &Generator,
    check: &SyntaxCheck,
    program: &Program,
    line: usize,
    message: &str,
) -> Result<Error> {
    let Program { name, code, target, .. } = program;
    let fault = Error::new(ErrorKind::Template, format!("{}: {message}", check.program()))
        .with_hint(format!("it is in line {line} of `{name}`, `statuscraft {code} {target}`"));
    let target = generator.target(target)?;
    let place = match &program.options {
        Some(options) => {
            let origins = generator.origins(generator.status(&code.to_string())?, &target, options);
            origins?.into_iter().nth(line.saturating_sub(1))
        }
        None => target.origin().cloned(),
    };
    Ok(match place {
        Some(place) => fault.at(place),
        None => fault,
    })
}
