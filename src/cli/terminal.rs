//! What all commands do at a terminal: colours and notes, or not.

use std::ffi::OsString;
use std::io::{self, IsTerminal};

use anstream::{AutoStream, ColorChoice};
use clap::{Args, ValueEnum};

use super::output;
use crate::output::Style;

/// Longer lines are hard to read.
const WIDEST: usize = 100;

#[derive(Debug, Default, Args)]
pub(super) struct Terminal {
    /// When to use colors; `auto` uses them on terminals that support them, and obeys `NO_COLOR` and `CLICOLOR_FORCE`
    #[arg(long, value_enum, global = true, default_value_t, value_name = "WHEN", alias = "colour")]
    color: When,
    /// Print no notes, only errors and warnings
    #[arg(long, short, global = true)]
    quiet: bool,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum When {
    #[default]
    Auto,
    Always,
    Never,
}

impl Terminal {
    /// From here on, all that is printed follows these choices.
    pub(super) fn apply(&self) {
        match self.color {
            When::Auto => {}
            When::Always => ColorChoice::AlwaysAnsi.write_global(),
            When::Never => ColorChoice::Never.write_global(),
        }
        if self.quiet {
            output::be_quiet();
        }
    }
}

/// The words with the options that most commands take after the command's name, where clap expects them.
pub(super) fn in_order(words: impl Iterator<Item = OsString>, commands: &[&str]) -> Vec<OsString> {
    let mut words: Vec<_> = words.collect();
    let mut count = 1;
    while let Some(word) = words.get(count).and_then(|word| word.to_str()) {
        count += match word {
            "--quiet" | "-q" => 1,
            "--color" | "--colour" | "--overlay" => 2,
            word if ["--color=", "--colour=", "--overlay="]
                .iter()
                .any(|it| word.starts_with(it)) =>
            {
                1
            }
            _ => break,
        };
    }
    let is_command = |word: &OsString| word.to_str().is_some_and(|word| commands.contains(&word));
    if count > 1 && words.get(count).is_some_and(is_command) {
        words.get_mut(1..=count).into_iter().for_each(|some| some.rotate_right(1));
    }
    words
}

/// As wide as the terminal, and in colour if it has colours and the user allows them.
pub(super) fn style() -> Style {
    let output = io::stdout();
    fitted(&output, output.is_terminal())
}

/// The same of standard error.
pub(super) fn error_style() -> Style {
    let output = io::stderr();
    fitted(&output, output.is_terminal())
}

fn fitted(stream: &impl anstream::stream::RawStream, is_terminal: bool) -> Style {
    Style { width: width(is_terminal), colours: has_colours(stream), narrow_tables: is_terminal }
}

fn has_colours(stream: &impl anstream::stream::RawStream) -> bool {
    AutoStream::choice(stream) != ColorChoice::Never
}

fn width(is_terminal: bool) -> usize {
    match terminal_size::terminal_size() {
        Some((width, _)) if is_terminal => usize::from(width.0).clamp(30, WIDEST),
        _ => Style::default().width,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_every_command_takes_may_stand_before_its_name() {
        let ordered = |words: &str| {
            let words = words.split(' ').map(OsString::from);
            let words = in_order(words, &["explain"]).into_iter();
            words.map(|word| word.into_string().unwrap()).collect::<Vec<_>>().join(" ")
        };
        for (given, expected) in [
            ("s --color always explain 1", "s explain --color always 1"),
            ("s -q --color=never explain 1", "s explain -q --color=never 1"),
            ("s -q 404", "s -q 404"),
            ("s explain -q", "s explain -q"),
            ("s --color", "s --color"),
            ("s --overlay d explain 1", "s explain --overlay d 1"),
            ("s --overlay=d explain 1", "s explain --overlay=d 1"),
            ("s --overlay d 404", "s --overlay d 404"),
        ] {
            assert_eq!(ordered(given), expected);
        }
    }
}
