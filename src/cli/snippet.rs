//! `statuscraft CODE… [TARGET]…`: print examples.

use std::io::{self, IsTerminal};
use std::mem::ManuallyDrop;
use std::process::ExitCode;

use clap::CommandFactory;

use super::args::{Arguments, Destination};
use super::output::{Failure, is_quiet, long_note, note, print, summary};
use super::overlays::Overlays;
use super::parse::similar_command;
use super::save_programs::{Written, save};
use super::terminal;
use crate::catalogue::{Registration, Status};
use crate::error::{Error, Result};
use crate::output::{Page, default_format, pages, wrapped};
use crate::pages::{Saved, how_to};
use crate::request::Request;
use crate::snippet::{Generator, Options, Snippet};

/// Of how many examples the note says how they are used.
const DESCRIBED: usize = 3;

pub(super) fn run(
    request: Option<Request>,
    destination: &Destination,
    overlays: &Overlays,
) -> std::result::Result<ExitCode, Failure> {
    let Some(request) = request else {
        print(&Arguments::command().render_help().to_string())?;
        return Ok(ExitCode::from(2));
    };
    // The process ends with this command: freeing what it has read would take longer than rendering.
    let generator = ManuallyDrop::new(overlays.generator()?);
    let found = request.pages(&generator).map_err(|error| with_command(error, &request.code))?;
    let found = ManuallyDrop::new(found);
    if destination.how {
        return how(&generator, &request, &found);
    }
    if let Some(out) = destination.out.as_deref().filter(|out| out.as_os_str() != "-") {
        let written = save(&request, &found, out, destination.force)?;
        summary(&written.list())?;
        if !is_quiet() {
            print(&use_of(&generator, &request, &found, &written)?)?;
        }
        return Ok(ExitCode::SUCCESS);
    }
    let is_text = request.format.is_none_or(|it| it.name() == default_format().name());
    let text = match terminal::style() {
        style if is_text && style.colours => pages(&found, style)?,
        _ => request.show(&found)?.to_string(),
    };
    print(&text)?;
    for page in found.iter() {
        remark_on_standing(page.status);
    }
    remark_on_idle_options(&generator, &found, &request.options());
    if request.line_numbers {
        let plain = Request { line_numbers: false, ..request.clone() };
        if plain.show(&plain.pages(&generator)?)?.to_string() == request.show(&found)?.to_string() {
            note("`--line-numbers` has no effect in this format");
        }
    }
    if is_text && io::stderr().is_terminal() {
        remark_on_use(&generator, &request, &found)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The same error, with the command that the first word may have been meant for.
fn with_command(error: Error, first: &str) -> Error {
    let is_about_it = error.word() == Some(first);
    let is_known = error.hint().is_some_and(|hint| hint.starts_with(DID_YOU_MEAN));
    match similar_command(first).filter(|_| is_about_it && !is_known) {
        Some(command) => error.with_hint(format!("{DID_YOU_MEAN} the command `{command}`?")),
        None => error,
    }
}

const DID_YOU_MEAN: &str = "did you mean";

/// Prints how the examples are used, instead of the examples.
fn how(
    generator: &Generator,
    request: &Request,
    found: &[Page<'_>],
) -> std::result::Result<ExitCode, Failure> {
    let reasons =
        || found.iter().flat_map(|page| &page.pieces).filter_map(|it| it.content.as_ref().err());
    if examples(found).count() == 0
        && let Some(refusal) = reasons().next()
    {
        return Err(refusal.error().into());
    }
    let article = how_to(generator, found, &request.options(), |_| Saved::No)?;
    let text = match request.format {
        Some(format) if format.name() != default_format().name() => {
            format.article(&article)?.to_string()
        }
        _ => wrapped(&article, default_format(), terminal::style())?,
    };
    print(&text)?;
    Ok(ExitCode::SUCCESS)
}

/// How the saved programs are used, or how that can be found out if there are many.
fn use_of(
    generator: &Generator,
    request: &Request,
    found: &[Page<'_>],
    written: &Written,
) -> Result<String> {
    match written.programs() {
        0 => Ok(String::new()),
        count if count > DESCRIBED => {
            if let Some(text) = shorter(found) {
                note(&text);
            }
            Ok(String::new())
        }
        _ => {
            let place = |snippet: &Snippet| written.place(snippet);
            let article = how_to(generator, found, &request.options(), place)?;
            Ok(format!("\n{}", wrapped(&article, default_format(), terminal::style())?))
        }
    }
}

/// The command that says how one of the examples is used.
fn shorter(found: &[Page<'_>]) -> Option<String> {
    let (page, target) = examples(found).next()?;
    let code = page.status.code;
    Some(format!("`statuscraft {code} {target} --how` says how an example is run"))
}

/// Says how the examples are used, or how that can be found out if there are many.
fn remark_on_use(
    generator: &Generator,
    request: &Request,
    found: &[Page<'_>],
) -> std::result::Result<(), Failure> {
    if examples(found).count() > DESCRIBED {
        if let Some(text) = shorter(found) {
            note(&text);
        }
        return Ok(());
    }
    // A fault in a file that only the note needs is no fault of the example.
    let Ok(article) = how_to(generator, found, &request.options(), |_| Saved::No) else {
        return Ok(());
    };
    if !article.blocks.is_empty() {
        let text = wrapped(&article, default_format(), terminal::error_style())?;
        long_note(&format!("\n{text}"));
    }
    Ok(())
}

/// Each example: its page and the name of its target.
fn examples<'p>(found: &'p [Page<'_>]) -> impl Iterator<Item = (&'p Page<'p>, &'p str)> {
    found.iter().flat_map(|page| {
        let pieces = page.pieces.iter().filter(|piece| piece.content.is_ok());
        pieces.map(move |piece| (page, piece.target.id()))
    })
}

/// Says who uses a code that is in no registry.
fn remark_on_standing(status: &Status) {
    if status.registration == Registration::Unofficial {
        let names: Vec<_> = status.used_by.iter().map(|user| user.name.as_str()).collect();
        note(&format!(
            "{} is not registered by IANA; it is used by {}",
            status.code,
            names.join(", ")
        ));
    }
}

/// Warns about options that have no effect in any of these examples: 204 carries no message, and a
/// handler without a name can't be renamed.
fn remark_on_idle_options(generator: &Generator, found: &[Page<'_>], options: &Options) {
    let other = |value: &Option<String>| value.as_ref().map(|value| format!("{value}x"));
    let elsewhere = |value: &String| {
        ["http://a", "http://b"].into_iter().find(|other| other != value).map(str::to_owned)
    };
    let upstream = options.upstream.as_ref().and_then(elsewhere);
    let given = [
        ("--message", Options { message: other(&options.message), ..options.clone() }),
        ("--name", Options { name: other(&options.name), ..options.clone() }),
        ("--upstream", Options { upstream, ..options.clone() }),
    ];
    for (option, changed) in given.iter().filter(|(_, changed)| changed != options) {
        let mut idle = true;
        for page in found {
            for piece in &page.pieces {
                let Ok(snippet) = &piece.content else { continue };
                let other = generator.snippet(page.status, &piece.target, changed);
                idle &= other
                    .is_ok_and(|other| other.text == snippet.text && other.files == snippet.files);
            }
        }
        if idle {
            note(&format!("`{option}` has no effect here"));
        }
    }
}
