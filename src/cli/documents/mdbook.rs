//! `statuscraft mdbook`: a preprocessor for mdBook. It shows the output of the commands in a book's
//! regions. The chapter files don't change.

use std::io;
use std::path::Path;
use std::process::ExitCode;

use mdbook_preprocessor::book::{Book, Chapter};
use mdbook_preprocessor::{MDBOOK_VERSION, PreprocessorContext, parse_input};

use super::args::MdbookArguments;
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
    book.for_each_chapter_mut(|chapter| match updated(chapter, &context, &projects) {
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

fn input() -> Result<(PreprocessorContext, Book), Error> {
    parse_input(io::stdin().lock()).map_err(|error| {
        let cause = shortened(&error.root_cause().to_string());
        Error::new(ErrorKind::Data, cause).at(Origin::file("standard input")).with_hint(format!(
            "mdBook {MDBOOK_VERSION} starts this command itself: put `[preprocessor.statuscraft]` and `command = \"statuscraft mdbook\"` into `book.toml`"
        ))
    })
}

/// The text of a chapter with its regions updated, if it has any.
fn updated(
    chapter: &Chapter,
    context: &PreprocessorContext,
    projects: &Projects,
) -> Result<Option<String>, Vec<Error>> {
    // A draft has no text, and a chapter created by a preprocessor has a path but no file.
    let Some(file) = chapter.source_path.as_ref().or(chapter.path.as_ref()) else {
        return Ok(None);
    };
    let path = context.config.book.src.join(file);
    let absolute = context.root.join(&path);
    // The projects report what is wrong with the configuration.
    let Some(project) = projects.of(absolute.parent().unwrap_or(Path::new(""))) else {
        return Ok(None);
    };
    let name = path.display().to_string();
    let mode = Mode::Update { force: true };
    let Some(outcome) =
        compare(&name, chapter.content.as_bytes(), &Kind::Markdown, &project, mode)?
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
