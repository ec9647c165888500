use std::fmt;

use crate::origin::Origin;

/// The result of every function of this crate that can fail.
pub type Result<T> = std::result::Result<T, Error>;

/// What went wrong, where, and what helps.
///
/// Its text is one line in lower case, after file, line and column if they are known:
/// ``data/statuses/429.yaml:4:5: unknown field `phrse` ``. The [hint](Error::hint) is separate.
#[derive(Debug)]
pub struct Error(Box<Inner>);

#[derive(Debug)]
struct Inner {
    kind: ErrorKind,
    origin: Option<Origin>,
    message: String,
    hint: Option<String>,
    word: Option<String>,
}

/// The kind of an [`Error`], for callers that act on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// No status code of that number or phrase is in the catalogue.
    UnknownStatus,
    /// No folder of that name is in `snippet-templates/`.
    UnknownTarget,
    /// The catalogue or the target has a reason why there is no snippet for the code.
    Unsupported,
    /// A target has neither a template nor a reason for a code.
    Gap,
    /// The words of a command can't be understood.
    Usage,
    /// No output format has that name.
    UnknownFormat,
    /// An option's value can't be used: a path, a name, a port.
    Option,
    /// A YAML file of the catalogue, a language or a target is wrong.
    Data,
    /// A template does not compile, or fails while it renders.
    Template,
    /// A document's markers are wrong.
    Document,
    /// A file or folder can't be read.
    Read,
    /// A file or folder can't be written.
    Write,
    /// Writing would destroy edits.
    Conflict,
    /// A proof can't be carried out: a folder can't be written, a process can't be started.
    Proof,
}

impl Error {
    /// An error of that kind; `message` is lower case, has names in backticks and no full stop.
    pub(crate) fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self(Box::new(Inner {
            kind,
            origin: None,
            message: message.into(),
            hint: None,
            word: None,
        }))
    }

    /// The same error, with the place that caused it.
    pub(crate) fn at(mut self, origin: Origin) -> Self {
        self.0.origin = Some(origin);
        self
    }

    /// The same error, with advice for the reader.
    pub(crate) fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.0.hint = Some(hint.into());
        self
    }

    /// The same error, with the word of a command that caused it, spelled as in the command.
    pub(crate) fn about(mut self, word: impl Into<String>) -> Self {
        self.0.word = Some(word.into());
        self
    }

    /// The word of a command that caused it, spelled as in the command, if it is known.
    pub fn word(&self) -> Option<&str> {
        self.0.word.as_deref()
    }

    /// The kind of error.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The file that caused it, with line and column if they are known.
    pub fn origin(&self) -> Option<&Origin> {
        self.0.origin.as_ref()
    }

    /// What happened, without the place.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// Advice for the reader.
    pub fn hint(&self) -> Option<&str> {
        self.0.hint.as_deref()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(origin) = &self.0.origin {
            write!(f, "{origin}: ")?;
        }
        f.write_str(&self.0.message)
    }
}

impl std::error::Error for Error {}
