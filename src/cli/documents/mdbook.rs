//! `statuscraft mdbook`: a preprocessor for mdBook. It shows the output of the commands in a book's
//! regions. The chapter files don't change.

use std::io::{self, Read};
use std::path::Path;
use std::process::ExitCode;

use super::args::MdbookArguments;
use super::book::{self, Book, Chapter, Context};
use super::compare::{Mode, Outcome, compare};
use super::finding::message;
use super::project::Projects;
use crate::cli::output::{Failure, note, print, report, warning};
use crate::error::{Error, ErrorKind};
use crate::origin::Origin;
use crate::regions::Kind;
use crate::short_quote::shortened;

pub(in crate::cli) fn mdbook(arguments: &MdbookArguments) -> Result<ExitCode, Failure> {
    // The output is Markdown, which every renderer accepts.
    if arguments.question.is_some() {
        return Ok(ExitCode::SUCCESS);
    }
    let (context, mut book) = input()?;
    let projects = Projects::for_mdbook(&arguments.overlays)?;
    let mut errors = Vec::new();
    book.for_each_chapter(|chapter| match updated(chapter, &context, &projects) {
        Ok(Some(text)) => chapter.content = text,
        Ok(None) => {}
        Err(faults) => errors.extend(faults),
    });
    let errors: Vec<_> = projects.into_errors().into_iter().chain(errors).collect();
    errors.iter().for_each(report);
    if !errors.is_empty() {
        return Ok(ExitCode::from(2));
    }
    print(&serde_json::to_string(&book).map_err(io::Error::from)?)?;
    Ok(ExitCode::SUCCESS)
}

fn input() -> Result<(Context, Book), Error> {
    let mut text = Vec::new();
    io::stdin().lock().read_to_end(&mut text).map_err(|error| {
        Error::new(ErrorKind::Read, format!("can't be read: {error}"))
            .at(Origin::file("standard input"))
    })?;
    serde_json::from_slice(&text).map_err(|error| {
        if let Some(version) = other_version(&text) {
            let message = format!("mdBook {version} can't be used with this preprocessor");
            let hint = format!("it needs mdBook {}", book::VERSION);
            return Error::new(ErrorKind::Data, message).with_hint(hint);
        }
        let cause = shortened(&error.to_string());
        Error::new(ErrorKind::Data, cause).at(Origin::file("standard input")).with_hint(format!(
            "mdBook {} starts this command itself: put `[preprocessor.statuscraft]` and `command = \"statuscraft mdbook\"` into `book.toml`",
            book::VERSION
        ))
    })
}

/// The version of mdBook that the input is from, if it is another one than this program is made for.
fn other_version(input: &[u8]) -> Option<String> {
    let input: serde_json::Value = serde_json::from_slice(input).ok()?;
    let version = input.get(0)?.get("mdbook_version")?.as_str()?;
    let is_other = !version.starts_with(&format!("{}.", book::VERSION));
    is_other.then(|| shortened(version))
}

/// The text of a chapter with its regions updated, if it has any.
fn updated(
    chapter: &Chapter,
    context: &Context,
    projects: &Projects,
) -> Result<Option<String>, Vec<Error>> {
    let Some(path) = context.file(chapter) else { return Ok(None) };
    let absolute = context.root().join(&path);
    // The projects report what is wrong with the configuration.
    let Some(project) = projects.of(absolute.parent().unwrap_or(Path::new(""))) else {
        return Ok(None);
    };
    let name = path.display().to_string();
    let mode = Mode::Update { force: true };
    let Some(outcome) =
        compare(&name, chapter.content.as_bytes(), &Kind::Markdown, &project, mode, None)?
    else {
        return Ok(None);
    };
    outcome.warnings.iter().for_each(warning);
    remark_on_edits(&name, &outcome);
    Ok(outcome.text)
}

/// The book shows the output of the commands. Whoever edited a region may expect something else.
fn remark_on_edits(name: &str, outcome: &Outcome) {
    for (region, state) in &outcome.stale {
        if state.is_protected() {
            let origin = Origin::file(name).at(region.line, region.column);
            note(&format!("{origin}: {}, and the book does not show it", message(region, *state)));
        }
    }
}
