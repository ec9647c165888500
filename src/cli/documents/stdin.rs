//! A document from standard input, for editors.

use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::STANDARD;
use super::args::DocumentArguments;
use super::compare::{Mode, compare};
use super::places::Places;
use super::project::Projects;
use super::report;
use super::results::{FileResult, Results};
use super::update_command::UpdateCommand;
use crate::cli::output::{Failure, print_bytes};
use crate::error::{Error, ErrorKind, Result};
use crate::origin::Origin;
use crate::regions::Kind;

/// Standard input with its regions updated goes to standard output. If a region was edited by hand the
/// rest is updated, and standard error reports it.
pub(super) fn update(
    arguments: &DocumentArguments,
    force: bool,
) -> std::result::Result<ExitCode, Failure> {
    let bytes = input(arguments)?;
    let results = run(arguments, &bytes, Mode::Update { force })?;
    if results.errors().next().is_none() {
        let text = results.outcomes().find_map(|(_, outcome)| outcome.text.as_deref());
        print_bytes(text.map_or(bytes.as_slice(), str::as_bytes))?;
    }
    report::filtered(&results);
    Ok(results.exit_code())
}

/// Compares standard input and prints only the report.
pub(super) fn check(arguments: &DocumentArguments) -> Result<Results> {
    let bytes = input(arguments)?;
    run(arguments, &bytes, Mode::Check)
}

fn run(arguments: &DocumentArguments, bytes: &[u8], mode: Mode) -> Result<Results> {
    let projects = Projects::new(arguments)?;
    let places = Places::of(&arguments.paths);
    let path = arguments.stdin_filename.clone().unwrap_or_else(|| PathBuf::from("standard input"));
    let name = path.display().to_string();
    let folder = path.parent().unwrap_or(Path::new(""));
    let (mut files, mut without) = (Vec::new(), Vec::new());
    if let Some(project) = projects.of(folder) {
        let kind = project.kinds.of(&path).unwrap_or(Kind::Markdown);
        let lines = places.lines(Path::new(STANDARD));
        match compare(&name, bytes, &kind, &project, mode, lines).transpose() {
            Some(result) => files.push(FileResult { name, result }),
            None => without.push(name),
        }
    }
    let errors = projects.into_errors();
    Ok(Results { files, errors, looked_at: 1, without, command: UpdateCommand::new(arguments) })
}

fn input(arguments: &DocumentArguments) -> Result<Vec<u8>> {
    if Places::of(&arguments.paths).paths.len() > 1 {
        return Err(Error::new(
            ErrorKind::Usage,
            format!("`{STANDARD}` can't be combined with other paths"),
        ));
    }
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes).map_err(|error| {
        Error::new(ErrorKind::Read, format!("can't be read: {error}"))
            .at(Origin::file("standard input"))
    })?;
    Ok(bytes)
}
