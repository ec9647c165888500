//! The arguments, read from the words of the process.
//!
//! Defining every command takes longer than printing an example. So the words are first read as the
//! request for an example, without the commands.

use std::ffi::OsString;
use std::io::Write;

use clap::error::{ContextKind, ContextValue, ErrorKind as ClapErrorKind};
use clap::{Args, FromArgMatches, Parser};

use super::args::{Arguments, ExampleArguments};
use super::output::report;
use super::terminal;
use crate::error::{Error, ErrorKind};
use crate::request::Request;
use crate::suggest::nearest;

/// The names of the commands.
const COMMANDS: &[&str] = &[
    "explain",
    "compare",
    "search",
    "update",
    "check",
    "list",
    "behaviour",
    "behavior",
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
        None => Arguments::try_parse_from(&words).unwrap_or_else(|error| refused(&error, &words)),
    }
}

/// The command of a similar name.
pub(super) fn similar_command(word: &str) -> Option<&'static str> {
    nearest(word, COMMANDS.iter().copied())
}

/// Prints what clap says, and ends the process.
fn refused(error: &clap::Error, words: &[OsString]) -> ! {
    if let Some(error) = empty_value(error, words).or_else(|| code_as_option(error, words)) {
        report(&error);
    } else if error.use_stderr() {
        // Everywhere else advice is a hint. No value begins with a dash, so this advice doesn't help.
        let text = error.render().ansi().to_string();
        let lines = text.split_inclusive('\n').filter(|line| !line.contains("as a value, use"));
        let lines = lines.map(|line| match line.split_once("tip:") {
            Some((before, after)) if before.trim_start().len() <= STYLE => {
                format!("{}hint:{after}", before.trim_start())
            }
            _ => line.to_owned(),
        });
        // If standard error is closed there is nobody left to tell.
        let _ = write!(anstream::stderr(), "{}", lines.collect::<String>());
    } else {
        error.exit();
    }
    std::process::exit(error.exit_code())
}

/// How long the escape sequences before a word are at most.
const STYLE: usize = 16;

/// The error of an option or argument whose value is an empty word. clap says that there is no value.
fn empty_value(error: &clap::Error, words: &[OsString]) -> Option<Error> {
    let is_empty = |word: &OsString| {
        word.is_empty() || word.to_str().is_some_and(|it| it.starts_with("--") && it.ends_with('='))
    };
    let is_value = error.kind() == ClapErrorKind::InvalidValue && words.iter().any(is_empty);
    match (error.get(ContextKind::InvalidArg)?, error.get(ContextKind::InvalidValue)) {
        (ContextValue::String(argument), None) if is_value => Some(said(argument)),
        (ContextValue::String(argument), Some(ContextValue::String(value)))
            if is_value && value.is_empty() =>
        {
            Some(said(argument))
        }
        _ => None,
    }
}

fn said(argument: &str) -> Error {
    Error::new(ErrorKind::Usage, format!("the value of `{argument}` is empty")).with_hint(
        "a variable of the shell may be unset; leave the argument out, or give it a value",
    )
}

/// The error of a code that looks like an option, such as `-404`. clap names its first digit only.
fn code_as_option(error: &clap::Error, words: &[OsString]) -> Option<Error> {
    if error.kind() != ClapErrorKind::UnknownArgument {
        return None;
    }
    let is_code = |it: &&str| it.len() == 3 && it.starts_with(|one: char| one.is_ascii_digit());
    let mut after_dash = words.iter().filter_map(|word| word.to_str()?.strip_prefix('-'));
    let code = after_dash.find(is_code)?;
    let error = Error::new(ErrorKind::Usage, format!("there is no option `-{code}`"));
    Some(error.with_hint(format!("a status code has no dash before it: `{code}`")))
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
        let is_visible =
            |it: &clap::Command| it.get_all_aliases().count() == it.get_visible_aliases().count();
        assert!(command.get_subcommands().all(is_visible));
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
