use std::fmt;

use crate::catalogue::{Code, Status};
use crate::error::{Error, ErrorKind};
use crate::one_line::one_line;
use crate::targets::{Target, Unsupported};

/// Why there is no example for a code, and what to use instead.
///
/// Its text has no full stop at its end, for instance `T has no example for 103. It can't …`. The
/// parts are single lines, in which backticks mark code.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Refusal {
    /// The code.
    pub code: Code,
    /// The target's title; `None` if no target at all has an example.
    pub title: Option<String>,
    /// Why there is none.
    pub reason: String,
    /// What to use instead, if there is anything.
    pub instead: Option<String>,
}

impl Refusal {
    /// The catalogue's refusal, which applies to every target.
    pub(super) fn of_status(status: &Status) -> Option<Self> {
        let reason = status.no_snippet.as_deref()?;
        Some(Self { code: status.code, title: None, reason: clause(reason), instead: None })
    }

    /// A target's refusal.
    pub(super) fn of_target(status: &Status, target: &Target, why: &Unsupported) -> Self {
        Self {
            code: status.code,
            title: Some(target.title.clone()),
            reason: clause(&why.reason),
            instead: Some(clause(&why.instead)),
        }
    }

    /// The refusal as an error, for a request of this one example.
    pub(crate) fn error(&self) -> Error {
        let error = Error::new(ErrorKind::Unsupported, self.to_string());
        error.with_hint(match &self.instead {
            Some(instead) => instead.clone(),
            None => format!("`statuscraft explain {}` says what the code means", self.code),
        })
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(title) = &self.title {
            write!(f, "{title} has no example for {}. ", self.code)?;
        }
        f.write_str(&self.reason)
    }
}

/// Prose from a YAML file, without its line breaks and full stop.
fn clause(text: &str) -> String {
    one_line(text).trim_end_matches('.').to_owned()
}
