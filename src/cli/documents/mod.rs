//! `statuscraft update` and `statuscraft check`: documents with regions that hold the output of
//! commands.

mod args;
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
mod attributes;
mod book;
mod coloured_diff;
mod compare;
mod docusaurus;
mod files;
mod finding;
mod kinds;
mod mdbook;
mod places;
mod project;
mod report;
mod repository_boundary;
mod results;
mod stdin;
mod temporary_file;
mod update_command;
mod walk;
mod watch;

use std::process::ExitCode;

pub(super) use args::{CheckArguments, MdbookArguments, UpdateArguments};
use args::{DocumentArguments, ReportFormat};
use compare::Mode;
pub(super) use mdbook::mdbook;
use places::Places;
use project::Projects;
pub(super) use report::schema as check_schema;
use results::Results;

use super::output::Failure;

/// The path that stands for standard input and standard output.
const STANDARD: &str = "-";

pub(super) fn update(arguments: &UpdateArguments) -> Result<ExitCode, Failure> {
    let mode = Mode::Update { force: arguments.force };
    if arguments.watch {
        Places::refuse_regions(&arguments.documents.paths)?;
        return watch::run(&arguments.documents, mode);
    }
    if is_stdin(&arguments.documents) {
        return stdin::update(&arguments.documents, arguments.force);
    }
    let results = run(&arguments.documents, mode)?;
    report::updated(&results)?;
    Ok(results.exit_code())
}

pub(super) fn check(arguments: &CheckArguments) -> Result<ExitCode, Failure> {
    let results = if is_stdin(&arguments.documents) {
        stdin::check(&arguments.documents)?
    } else {
        run(&arguments.documents, Mode::Check)?
    };
    match arguments.format {
        ReportFormat::Text => report::checked(&results)?,
        ReportFormat::Json => report::json(&results)?,
        ReportFormat::Github => report::github(&results)?,
        ReportFormat::Sarif => report::sarif(&results)?,
    }
    Ok(results.exit_code())
}

/// Processes all documents of the arguments.
fn run(arguments: &DocumentArguments, mode: Mode) -> Result<Results, Failure> {
    let projects = Projects::new(arguments)?;
    Ok(walk::walk(arguments, projects, mode))
}

fn is_stdin(arguments: &DocumentArguments) -> bool {
    Places::of(&arguments.paths).paths.iter().any(|path| path.as_os_str() == STANDARD)
}
