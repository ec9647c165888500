//! `statuscraft export`: many examples as data, or as the files of a folder.

use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;

use super::args::{ExportArguments, FILES};
use super::output::{Failure, print, report};
use crate::catalogue::Body;
use crate::error::{Error, ErrorKind, Result};
use crate::export::{Layout, ResolvedSelection};
use crate::generated::{FolderUpdate, Summary, write_depfile};
use crate::origin::Origin;
use crate::output;
use crate::snippet::{Generator, Options};

/// How much is written at a time.
const BUFFER: usize = 64 << 10;

pub(super) fn run(arguments: &ExportArguments) -> std::result::Result<ExitCode, Failure> {
    let generator = arguments.overlays.generator()?;
    let options = Options {
        form: arguments.form,
        strict: arguments.strict,
        body: arguments.body.clone(),
        ..Options::default()
    };
    generator.body(arguments.body.as_deref().unwrap_or(Body::DEFAULT))?;
    let selection = arguments.selection.resolve(&generator, options)?;
    let format = arguments.format.as_deref();
    let Some(out) = &arguments.out else { return stream(&selection, format.unwrap_or("ndjson")) };
    let layout = match format.unwrap_or(FILES) {
        FILES => Layout::Files,
        format => Layout::Pages(output::format(format)?),
    };
    if arguments.check {
        return check(&selection, layout, out);
    }
    let mut folder = FolderUpdate::write(out)?;
    selection.add_files(layout, &mut folder)?;
    let done = folder.commit(arguments.force)?;
    if let Some(file) = &arguments.depfile {
        depfile(file, out, &generator)?;
    }
    print(&told(out, &done))?;
    Ok(ExitCode::SUCCESS)
}

/// The result of writing a folder.
pub(super) fn told(out: &Path, done: &Summary) -> String {
    let Summary { written, removed, untouched, .. } = done;
    format!("{}: {written} written, {removed} removed, {untouched} untouched\n", out.display())
}

/// Prints records as JSON lines, or as one array.
fn stream(
    selection: &ResolvedSelection<'_>,
    format: &str,
) -> std::result::Result<ExitCode, Failure> {
    let array = match format {
        "ndjson" => false,
        "json" => true,
        other => {
            let message = format!("the format `{other}` can't be printed to standard output");
            let hint = "add `--out DIR` to write a folder, or choose `ndjson` or `json`";
            return Err(Error::new(ErrorKind::Usage, message).with_hint(hint).into());
        }
    };
    let mut output = BufWriter::with_capacity(BUFFER, io::stdout().lock());
    let mut before = "[\n";
    selection.pages(output::format("ndjson")?, |lines| -> std::result::Result<(), Failure> {
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
    out: &Path,
) -> std::result::Result<ExitCode, Failure> {
    let mut folder = FolderUpdate::compare(out)?;
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
            .with_hint("run the same command without `--check` to update the files that were not edited by hand"),
    );
    Ok(ExitCode::from(1))
}

fn depfile(file: &Path, out: &Path, generator: &Generator) -> Result<()> {
    // The embedded files change only together with the program.
    let program = std::env::current_exe().ok();
    let inputs: Vec<_> = generator.sources()?.into_iter().chain(program).collect();
    write_depfile(file, out, &inputs)
}
