//! Runs the tool that checks the syntax of a language.

use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::{fs, io};

use tempfile::TempDir;

use super::program::Program;
use super::tool_output;
use crate::parallel::{available_workers, map_in_order};
use crate::targets::SyntaxCheck;

/// So many files are given to a tool at once.
const AT_ONCE: usize = 64;

/// A file, the line of an error in it, and the message.
type Found<'p> = (&'p Program, usize, String);

/// The files in which the tool has found an error, with its line and message.
pub(super) fn found_by<'p>(
    check: &SyntaxCheck,
    programs: &[&'p Program],
) -> io::Result<Vec<Found<'p>>> {
    let folder = TempDir::new()?;
    let many = check.command.iter().any(|argument| argument == SyntaxCheck::FILES);
    let size = if many { AT_ONCE } else { 1 };
    let mut found = Vec::new();
    let numbered: Vec<_> = programs.iter().copied().enumerate().collect();
    let work = |batch: &[(usize, &'p Program)]| -> io::Result<Vec<Found<'p>>> {
        let mut names = Vec::new();
        for (number, program) in batch {
            let name = format!("{number}/{}", program.name);
            let path = folder.path().join(&name);
            path.parent().map_or(Ok(()), fs::create_dir_all)?;
            fs::write(path, &program.text)?;
            names.push(name);
        }
        let output = run(check, folder.path(), &names)?;
        if output.status.success() {
            return Ok(Vec::new());
        }
        let said = [output.stderr, output.stdout].concat();
        let said = String::from_utf8_lossy(&said);
        let told = tool_output::told(&said, &names);
        let of_batch = |(at, line, message): (usize, usize, String)| {
            batch.get(at).map(|(_, program)| (*program, line, message))
        };
        Ok(told.into_iter().filter_map(of_batch).collect())
    };
    map_in_order(
        available_workers(),
        numbered.chunks(size),
        work,
        |told: io::Result<Vec<Found<'p>>>| {
            found.extend(told?);
            Ok::<_, io::Error>(())
        },
    )?;
    Ok(found)
}

fn run(check: &SyntaxCheck, folder: &Path, files: &[String]) -> io::Result<Output> {
    let mut command = Command::new(check.program());
    for argument in check.command.iter().skip(1) {
        match argument.as_str() {
            SyntaxCheck::FILES => command.args(files),
            one => command.arg(one.replace(SyntaxCheck::FILE, files.first().map_or("", |it| it))),
        };
    }
    command.current_dir(folder).stdin(Stdio::null()).output()
}
