//! `statuscraft lint DIR`: an overlay's files, before anyone relies on them.

use std::process::ExitCode;

use super::args::LintArguments;
use super::output::{Failure, print, report};
use crate::error::{Error, ErrorKind};
use crate::snippet::{Form, Generator, Options};

pub(super) fn run(arguments: &LintArguments) -> Result<ExitCode, Failure> {
    let generator = Generator::with_overlays([arguments.folder.clone()])?;
    let mut faults = Vec::new();
    let pairs = check(&generator, &mut faults)?;
    faults.dedup_by_key(|fault| fault.to_string());
    for fault in &faults {
        report(fault);
    }
    if !faults.is_empty() {
        return Ok(ExitCode::from(1));
    }
    print(&format!("{}: {pairs} snippets render in both forms\n", arguments.folder.display()))?;
    Ok(ExitCode::SUCCESS)
}

/// Renders everything in both forms and returns how many snippets there are.
fn check(generator: &Generator, faults: &mut Vec<Error>) -> Result<usize, Error> {
    let statuses = generator.statuses()?;
    let mut pairs = 0;
    for target in generator.targets()? {
        for status in &statuses {
            for form in [Form::Program, Form::Handler] {
                let options = Options { form, ..Options::default() };
                match generator.snippet(status, &target, &options) {
                    Ok(_) => pairs += usize::from(form == Form::Program),
                    Err(error) if error.kind() == ErrorKind::Unsupported => {}
                    Err(error) => faults.push(error),
                }
            }
        }
    }
    Ok(pairs)
}
