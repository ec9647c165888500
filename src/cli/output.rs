//! Standard output and standard error.

use std::io::{self, ErrorKind, IsTerminal, Write};
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};

use clap::builder::styling::{AnsiColor, Style};

use super::overlays::folder_hint;
use crate::error::Error;
use crate::short_quote::{printable, printable_lines};

/// Whether notes are left out.
static QUIET: AtomicBool = AtomicBool::new(false);

/// From here on, no note is printed.
pub(super) fn be_quiet() {
    QUIET.store(true, Ordering::Relaxed);
}

/// Whether notes are left out.
pub(super) fn is_quiet() -> bool {
    QUIET.load(Ordering::Relaxed)
}

/// Prints what a command has written, unless notes are left out.
pub(super) fn summary(text: &str) -> io::Result<()> {
    if is_quiet() { Ok(()) } else { print(text) }
}

/// Why a command stopped.
pub(super) enum Failure {
    /// Something that the user can fix.
    Error(Error),
    /// Standard output can't be written to.
    Output(io::Error),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Error(error)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl Failure {
    /// Prints what happened and returns the exit status. A closed pipe is no error: the reader has
    /// seen enough.
    pub(super) fn report(&self) -> ExitCode {
        match self {
            Self::Output(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
            Self::Output(error) => {
                complain("error", &format!("standard output: {error}"));
                ExitCode::from(2)
            }
            Self::Error(error) => {
                report(error);
                ExitCode::from(2)
            }
        }
    }
}

/// Prints an error and its hint.
pub(super) fn report(error: &Error) {
    complain("error", &error.to_string());
    let hint = folder_hint(error).or_else(|| error.hint().map(str::to_owned));
    if let Some(hint) = hint {
        complain("hint", &hint);
    }
}

/// Prints something that stops nothing and is likely a mistake, and its cure.
pub(super) fn warning(error: &Error) {
    complain("warning", &error.to_string());
    if let Some(cure) = error.hint() {
        hint(cure);
    }
}

/// Prints a note that doesn't stop the command.
pub(super) fn note(text: &str) {
    if !is_quiet() {
        complain("note", text);
    }
}

/// Prints a note of several lines that is fit for a terminal.
pub(super) fn long_note(text: &str) {
    if !is_quiet() {
        // If standard error is closed there is nobody left to tell.
        let _ = io::stderr().write_all(text.as_bytes());
    }
}

/// Prints a finding of a check.
pub(super) fn problem(text: &str) {
    complain("error", text);
}

/// Prints a hint about what was printed before.
pub(super) fn hint(text: &str) {
    complain("hint", text);
}

/// Prints a text to standard error, as it is unless that is a terminal.
pub(super) fn bare(text: &str) {
    let text = if io::stderr().is_terminal() { printable_lines(text) } else { text.to_owned() };
    // If standard error is closed there is nobody left to tell.
    let _ = io::stderr().write_all(text.as_bytes());
}

fn complain(kind: &str, text: &str) {
    let style = match kind {
        "error" => AnsiColor::Red.on_default().bold(),
        "warning" => AnsiColor::Yellow.on_default().bold(),
        _ => Style::new().bold(),
    };
    // If standard error is closed there is nobody left to tell.
    let _ = writeln!(anstream::stderr(), "{style}{kind}{style:#}: {}", printable(text));
}

/// Writes to standard output immediately.
pub(super) fn print(text: &str) -> io::Result<()> {
    print_bytes(text.as_bytes())
}

/// The same with bytes that may not be text.
pub(super) fn print_bytes(bytes: &[u8]) -> io::Result<()> {
    let mut output = io::stdout().lock();
    output.write_all(bytes)?;
    output.flush()
}
