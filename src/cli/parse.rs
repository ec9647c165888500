//! The arguments, read from the words of the process.
//!
//! Defining every command takes longer than printing an example. So the words are first read as the
//! request for an example, without the commands.

use std::ffi::OsString;

use clap::{Args, FromArgMatches, Parser};

use super::args::{Arguments, ExampleArguments};
use super::{overlays, terminal};
use crate::request::Request;

/// The names of the commands.
const COMMANDS: &[&str] = &[
    "explain",
    "compare",
    "search",
    "update",
    "check",
    "list",
    "behaviour",
    "lint",
    "new",
    "export",
    "site",
    "batch",
    "mcp",
    "mdbook",
    "schema",
    "stylesheet",
    #[cfg(all(feature = "verify", unix))]
    "verify",
    "completions",
    "man",
];

/// Reads the words. On an error, or if they ask for help, it prints what clap says and ends the
/// process.
pub(super) fn arguments(words: impl Iterator<Item = OsString>) -> Arguments {
    let words = terminal::in_order(words, COMMANDS);
    match example(&words) {
        Some(examples) => Arguments { command: None, examples },
        None => Arguments::parse_from(words),
    }
}

/// The request for an example. `None` if there is none, if a word may be a command, and for words
/// that only the whole definition can explain: help, the version, errors.
fn example(words: &[OsString]) -> Option<ExampleArguments> {
    let given = words.get(1..).filter(|given| !given.is_empty())?;
    let is_command =
        |word: &OsString| COMMANDS.iter().chain(&["help"]).any(|command| word == command);
    if given.iter().any(is_command) {
        return None;
    }
    if let Some(plain) = plain(given) {
        return Some(plain);
    }
    let command = clap::Command::new("statuscraft").disable_help_flag(true);
    let matches = ExampleArguments::augment_args(command).try_get_matches_from(words).ok()?;
    ExampleArguments::from_arg_matches(&matches).ok()
}

/// The request for an example that is made of words without options. Even defining the options takes
/// longer than reading the files of an example.
fn plain(given: &[OsString]) -> Option<ExampleArguments> {
    if std::env::var_os(overlays::VARIABLE).is_some() {
        return None;
    }
    let plain = |word: &OsString| Some(word.to_str()?.to_owned()).filter(|it| !it.starts_with('-'));
    let (code, targets) = given.split_first()?;
    let code = plain(code)?;
    let targets = targets.iter().map(plain).collect::<Option<_>>()?;
    let request = Some(Request { code, targets, ..Request::default() });
    Some(ExampleArguments { request, ..ExampleArguments::default() })
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_commands_are_those_that_are_defined() {
        let command = Arguments::command();
        let names = command.get_subcommands().flat_map(clap::Command::get_name_and_visible_aliases);
        assert_eq!(names.collect::<Vec<_>>(), COMMANDS);
        assert!(command.get_subcommands().all(|it| it.get_all_aliases().next().is_none()));
    }

    #[test]
    fn an_example_is_read_as_the_whole_definition_reads_it() {
        for (words, is_example) in [
            ("s 404", true),
            ("s 404 x", true),
            ("s not found x,y z", true),
            ("s 404 x ", true),
            ("s 404 -- x", true),
            ("s 404 x -q", true),
            ("s -q 404,410 x,y --form handler --message x -o out --color=never", true),
            ("s 404 --lang python --overlay a --overlay b --port 80 --strict --body problem", true),
            ("s --message explain 404", false),
            ("s 404 explain", false),
            ("s", false),
        ] {
            let words: Vec<_> = words.split(' ').map(OsString::from).collect();
            let example = example(&words);
            assert_eq!(example.is_some(), is_example, "{words:?}");
            if let Some(example) = example {
                let whole = Arguments::try_parse_from(words).unwrap();
                assert!(whole.command.is_none());
                assert_eq!(format!("{example:?}"), format!("{:?}", whole.examples));
            }
        }
        for words in ["s --help", "s -V", "s 404 --bogus", "s 404 --how --out x", "s 404 --port x"]
        {
            assert!(example(&words.split(' ').map(OsString::from).collect::<Vec<_>>()).is_none());
        }
    }
}
