//! `statuscraft export`: many examples or facts as data, or as the files of a folder.

use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;

use notify::RecursiveMode;

use super::changes::Changes;
use super::export_args::{ExampleOptions, ExportArguments, FILES};
use super::output::{Failure, print, report, summary};
use crate::catalogue::Body;
use crate::error::{Error, ErrorKind, Result};
use crate::export::{Layout, ResolvedSelection, Subject};
use crate::generated::{
    Difference, DifferenceKind, FolderUpdate, Summary, destination, write_depfile,
};
use crate::origin::Origin;
use crate::output;
use crate::snippet::{Generator, Options};

/// How much is written at a time.
const BUFFER: usize = 64 << 10;

pub(super) fn run(arguments: &ExportArguments) -> std::result::Result<ExitCode, Failure> {
    if arguments.watch {
        return watch(arguments);
    }
    let generator = arguments.overlays.generator()?;
    let selection = selection(arguments, &generator)?;
    let Some(out) = &arguments.out else { return stream(&selection, arguments) };
    if arguments.check {
        return check(&selection, layout(arguments)?, arguments.what, out);
    }
    summary(&written(arguments, &generator, out)?)?;
    Ok(ExitCode::SUCCESS)
}

/// What the arguments select.
fn selection<'g>(
    arguments: &ExportArguments,
    generator: &'g Generator,
) -> Result<ResolvedSelection<'g>> {
    let ExampleOptions { form, strict, body, path, message, name, line_numbers } =
        &arguments.options;
    let given = [
        ("--form", form.is_some()),
        ("--strict", *strict),
        ("--body", body.is_some()),
        ("--path", path.is_some()),
        ("--message", message.is_some()),
        ("--name", name.is_some()),
        ("--line-numbers", *line_numbers),
    ];
    let what = arguments.what;
    if let Some((option, _)) = given.iter().find(|(_, given)| *given && what != Subject::Examples) {
        let message = format!("`{option}` has no effect on {what}");
        let hint = "it is an option of examples, which `--what examples` exports";
        return Err(Error::new(ErrorKind::Usage, message).with_hint(hint));
    }
    generator.body(body.as_deref().unwrap_or(Body::DEFAULT))?;
    let options = Options {
        form: form.unwrap_or_default(),
        strict: *strict,
        body: body.clone(),
        path: path.clone(),
        message: message.clone(),
        name: name.clone(),
        ..Options::default()
    };
    let mut selection = arguments.selection.resolve(generator, what, options)?;
    selection.set_line_numbers(*line_numbers);
    Ok(selection)
}

/// The files of the folder.
fn layout(arguments: &ExportArguments) -> Result<Layout> {
    let what = arguments.what;
    let usual = match what {
        _ if what.has_files() => FILES,
        _ if what.is_text() => "markdown",
        _ => "json",
    };
    let format = arguments.format.as_deref().unwrap_or(usual);
    let is_data = matches!(format, "json" | "ndjson");
    let is_possible = match format {
        FILES => what.has_files(),
        _ => is_data || what.is_text(),
    };
    if !is_possible {
        let message = format!("{what} can't be written in the format `{format}`");
        return Err(Error::new(ErrorKind::Usage, message).with_hint(match what {
            _ if !what.is_text() => "choose `json` or `ndjson`",
            _ if arguments.out.is_some() => {
                "choose a format of pages, such as `markdown` or `json`"
            }
            _ => "choose `ndjson` or `json`, or a format of pages with `--out DIR`",
        }));
    }
    if format == FILES { Ok(Layout::Files) } else { Ok(Layout::Pages(output::format(format)?)) }
}

/// Writes the folder, and the dependency file if there is to be one.
fn written(arguments: &ExportArguments, generator: &Generator, out: &Path) -> Result<String> {
    let mut folder = FolderUpdate::write(out)?;
    folder.set_what(&arguments.what.to_string());
    selection(arguments, generator)?.add_files(layout(arguments)?, &mut folder)?;
    // Before anything is written.
    arguments.depfile.as_deref().map(destination).transpose()?;
    let done = folder.commit(arguments.force)?;
    if let Some(file) = &arguments.depfile {
        depfile(file, out, generator)?;
    }
    Ok(told(out, &done))
}

/// Writes the folder, and again whenever an overlay changes, until the process is ended.
fn watch(arguments: &ExportArguments) -> std::result::Result<ExitCode, Failure> {
    let Some(out) = &arguments.out else { return Ok(ExitCode::SUCCESS) };
    let folders: Vec<_> = arguments.overlays.folders().collect();
    if folders.is_empty() {
        let error = Error::new(ErrorKind::Usage, "there is no overlay to watch");
        return Err(error.with_hint("add `--overlay DIR`; built-in files don't change").into());
    }
    let mut changes = Changes::new(|path| path.starts_with(out))?;
    for folder in folders {
        changes.watch(folder, RecursiveMode::Recursive)?;
    }
    let mut last = String::new();
    loop {
        let written = arguments
            .overlays
            .generator()
            .and_then(|generator| written(arguments, &generator, out));
        match written {
            Ok(text) if text == last => {}
            Ok(text) => {
                print(&text)?;
                last = text;
            }
            Err(error) => {
                report(&error);
                last.clear();
            }
        }
        changes.wait()?;
    }
}

/// The result of writing a folder.
pub(super) fn told(out: &Path, done: &Summary) -> String {
    let Summary { written, removed, untouched, .. } = done;
    format!("{}: {written} written, {removed} removed, {untouched} untouched\n", out.display())
}

/// Prints records as JSON lines, or as one array.
fn stream(
    selection: &ResolvedSelection<'_>,
    arguments: &ExportArguments,
) -> std::result::Result<ExitCode, Failure> {
    let array = match arguments.format.as_deref().unwrap_or("ndjson") {
        "ndjson" => false,
        "json" => true,
        other => {
            // A folder is no advice if it can't have that format either.
            layout(arguments)?;
            let message = format!("the format `{other}` can't be printed to standard output");
            let hint = "add `--out DIR` to write a folder, or choose `ndjson` or `json`";
            return Err(Error::new(ErrorKind::Usage, message).with_hint(hint).into());
        }
    };
    let mut output = BufWriter::with_capacity(BUFFER, io::stdout().lock());
    let mut before = "[\n";
    selection.records(|lines| -> std::result::Result<(), Failure> {
        if !array {
            return Ok(output.write_all(lines.as_bytes())?);
        }
        for line in lines.lines() {
            write!(output, "{before}{line}")?;
            before = ",\n";
        }
        Ok(())
    })?;
    if array {
        let end = if before == "[\n" { "[]\n" } else { "\n]\n" };
        output.write_all(end.as_bytes())?;
    }
    output.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// Lists the files that are out of date.
fn check(
    selection: &ResolvedSelection<'_>,
    layout: Layout,
    what: Subject,
    out: &Path,
) -> std::result::Result<ExitCode, Failure> {
    let mut folder = FolderUpdate::compare(out)?;
    folder.set_what(&what.to_string());
    selection.add_files(layout, &mut folder)?;
    let found = folder.differences()?;
    if found.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    let lines: Vec<_> = found.iter().map(ToString::to_string).collect();
    print(&format!("{}\n", lines.join("\n")))?;
    let message = format!("{} of its files are out of date", found.len());
    report(
        &Error::new(ErrorKind::Conflict, message)
            .at(Origin::file(out.display().to_string()))
            .with_hint(remedy(&found)),
    );
    Ok(ExitCode::from(1))
}

/// What updates the files, whatever is in the way.
fn remedy(differences: &[Difference]) -> &'static str {
    let has = |kinds: &[DifferenceKind]| differences.iter().any(|it| kinds.contains(&it.kind));
    if has(&[DifferenceKind::Foreign, DifferenceKind::Obstructed]) {
        "move what is foreign or obstructed, or choose another folder; then run the same command without `--check`"
    } else if has(&[DifferenceKind::Edited]) {
        "`--force` instead of `--check` updates all files and overwrites the edited ones"
    } else {
        "the same command without `--check` updates the files"
    }
}

fn depfile(file: &Path, out: &Path, generator: &Generator) -> Result<()> {
    // The embedded files change only together with the program.
    let program = std::env::current_exe().ok();
    let inputs: Vec<_> = generator.sources()?.into_iter().chain(program).collect();
    write_depfile(file, out, &inputs)
}
