//! Requests from words or from a line of them, parsed with clap's definitions in [`Request`].

use clap::error::{ContextKind, ContextValue};
use clap::{Parser, error::ErrorKind as ClapErrorKind};

use super::{ArticleRequest, Query, Request};
use crate::error::{Error, ErrorKind, Result};
use crate::snippet::Options;

/// The words, without the program's name before them and without `--help`.
#[derive(Parser)]
#[command(no_binary_name = true, disable_help_flag = true, disable_help_subcommand = true)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
struct Words {
    #[command(subcommand)]
    reading: Option<ArticleRequest>,
    #[command(flatten)]
    request: Option<Request>,
}

impl Query {
    /// Reads the words that follow `statuscraft` in a command, for instance
    /// `["429", "flask", "--form", "handler"]` or `["compare", "401", "403"]`.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Usage`] for words that the command line would refuse. [`render`](Query::render)
    /// finds out whether the code and the targets exist.
    pub fn from_words<S: AsRef<str>>(words: &[S]) -> Result<Self> {
        let words = words.iter().map(|word| word.as_ref().to_owned());
        match Words::try_parse_from(words) {
            Ok(Words { reading: Some(reading), .. }) => Ok(Self::Article(reading)),
            Ok(Words { request: Some(request), .. }) => Ok(Self::Examples(request)),
            Ok(_) => {
                Err(Error::new(ErrorKind::Usage, "no status code is given").with_hint(EXPECTED))
            }
            Err(error) => Err(usage(&error)),
        }
    }

    /// Reads a line of these words, quoted as in a shell: a command in a document.
    ///
    /// # Errors
    ///
    /// Those of [`from_words`](Self::from_words), and [`ErrorKind::Usage`] for a quote that is not
    /// closed.
    pub fn from_line(line: &str) -> Result<Self> {
        let words = shlex::split(line).ok_or_else(|| {
            Error::new(ErrorKind::Usage, "a quote is not closed")
                .about(unclosed(line))
                .with_hint("quote words as in a shell")
        })?;
        Self::from_words(&words)
    }
}

impl Request {
    /// Reads the words of a request for examples, for instance `["429", "flask", "--form",
    /// "handler"]`.
    ///
    /// # Errors
    ///
    /// Those of [`Query::from_words`], and [`ErrorKind::Usage`] if the words request an article.
    pub fn from_words<S: AsRef<str>>(words: &[S]) -> Result<Self> {
        match Query::from_words(words)? {
            Query::Examples(request) => Ok(request),
            Query::Article(_) => {
                Err(Error::new(ErrorKind::Usage, "this is not a request for an example")
                    .with_hint(EXPECTED))
            }
        }
    }
}

const EXPECTED: &str = "expected a code, then targets and options; `statuscraft --help` shows them";

/// An error of clap as an error of this crate.
fn usage(error: &clap::Error) -> Error {
    let said = |kind| error.get(kind).map(shown).filter(|text| !text.is_empty());
    let argument = said(ContextKind::InvalidArg).unwrap_or_default();
    let value = said(ContextKind::InvalidValue);
    let message = match (error.kind(), &value) {
        (ClapErrorKind::UnknownArgument, _) => format!("unknown option `{argument}`"),
        (ClapErrorKind::InvalidValue | ClapErrorKind::ValueValidation, Some(value)) => {
            format!("`{argument}` can't be `{value}`")
        }
        (ClapErrorKind::InvalidValue, None) => format!("`{argument}` has no value"),
        (ClapErrorKind::ArgumentConflict, _) => format!("`{argument}` is given twice"),
        (ClapErrorKind::MissingRequiredArgument, _) => "no status code is given".to_owned(),
        (kind, _) => kind.to_string(),
    };
    let nearest = said(ContextKind::SuggestedArg).or_else(|| said(ContextKind::SuggestedValue));
    let valid = said(ContextKind::ValidValue);
    let hint = match (nearest, valid, error.kind()) {
        (Some(nearest), ..) => format!("did you mean `{nearest}`?"),
        (None, Some(valid), _) => format!("expected one of {valid}"),
        (None, None, ClapErrorKind::ValueValidation) => {
            format!("expected {}", Options::PORTS)
        }
        _ => EXPECTED.to_owned(),
    };
    // Of `--form <FORM>` only `--form` is kept.
    let word = value.or_else(|| argument.split(' ').next().map(str::to_owned));
    Error::new(ErrorKind::Usage, message).about(word.unwrap_or_default()).with_hint(hint)
}

fn shown(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.escape_debug().to_string(),
        ContextValue::Strings(texts) => texts.join(", "),
        _ => String::new(),
    }
}

/// The word with the unclosed quote, and everything after it.
fn unclosed(command: &str) -> &str {
    let (mut start, mut quote, mut escaped) = (0, None, false);
    for (at, one) in command.char_indices() {
        match (quote, one) {
            _ if escaped => escaped = false,
            (None | Some('"'), '\\') => escaped = true,
            (None, '"' | '\'') => quote = Some(one),
            (Some(open), _) if open == one => quote = None,
            (None, _) if one.is_whitespace() => start = at + one.len_utf8(),
            _ => {}
        }
    }
    command.get(start..).unwrap_or_default()
}
