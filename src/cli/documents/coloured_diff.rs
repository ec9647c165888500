use std::io::{self, IsTerminal, Write};

use clap::builder::styling::{AnsiColor, Style};

use crate::short_quote::printable_lines;

/// Writes a unified diff to standard output, in colour if that is a terminal that shows any and its user
/// does not object (`NO_COLOR`).
pub(super) fn print(diff: &str) -> io::Result<()> {
    let mut output = anstream::stdout().lock();
    // A terminal would obey what a hostile document holds; `patch` wants it as it is.
    let printable =
        io::stdout().is_terminal().then(|| printable_lines(&diff.replace("\r\n", "\n")));
    let diff = printable.as_deref().unwrap_or(diff);
    for (number, line) in diff.split_inclusive('\n').enumerate() {
        let style = style(line, number);
        let (text, end) = line.split_at(line.trim_end_matches(['\r', '\n']).len());
        write!(output, "{style}{text}{style:#}{end}")?;
    }
    output.flush()
}

/// The style of a line of a diff; the first two lines name the file.
fn style(line: &str, number: usize) -> Style {
    match line.chars().next() {
        _ if number < 2 => Style::new().bold(),
        Some('+') => AnsiColor::Green.on_default(),
        Some('-') => AnsiColor::Red.on_default(),
        Some('@') => AnsiColor::Cyan.on_default(),
        _ => Style::new(),
    }
}
