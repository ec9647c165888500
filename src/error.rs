use std::fmt;

use crate::origin::Origin;

/// The result of everything here that can fail.
pub type Result<T> = std::result::Result<T, Error>;

/// What went wrong, where, and what helps.
///
/// Its text is one line in lower case, led by file, line and column where a file is to blame:
/// ``data/statuses/429.yaml:4:5: unknown field `phrse` ``. The [hint](Error::hint) stands apart.
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

/// The sort of an [`Error`], for callers that act on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// No status code of that number or phrase is in the catalogue.
    UnknownStatus,
    /// No folder of that name is in `snippet-templates/`.
    UnknownTarget,
    /// The catalogue or the target says that there is no snippet for the code, and why.
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
    /// Writing would destroy what somebody has made by hand.
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

    /// The same error, with the place that is to blame.
    pub(crate) fn at(mut self, origin: Origin) -> Self {
        self.0.origin = Some(origin);
        self
    }

    /// The same error, with what the reader can do about it.
    pub(crate) fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.0.hint = Some(hint.into());
        self
    }

    /// The same error, with the word of a command that is to blame, as it stands there.
    pub(crate) fn about(mut self, word: impl Into<String>) -> Self {
        self.0.word = Some(word.into());
        self
    }

    /// The word that is to blame, where it is known.
    #[cfg_attr(not(feature = "regions"), allow(dead_code, reason = "words stand in markers"))]
    pub(crate) fn word(&self) -> Option<&str> {
        self.0.word.as_deref()
    }

    /// The sort of error.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The file that is to blame, with line and column where they are known.
    pub fn origin(&self) -> Option<&Origin> {
        self.0.origin.as_ref()
    }

    /// What happened, without the place.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// What the reader can do about it.
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
