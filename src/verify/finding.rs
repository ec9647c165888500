use std::fmt;

use serde::Serialize;

/// A deviation of a response from a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Finding {
    /// The rule's name, such as `no-content`.
    pub rule: &'static str,
    /// Where the rule is, such as `RFC 9110, 15.3.5`; the catalogue's file for rules of the
    /// exchange.
    pub source: String,
    /// How binding it is.
    pub level: Level,
    /// What was expected and what was received, in one sentence without a full stop.
    pub message: String,
    /// The request and the received bytes; unprintable ones are escaped.
    pub transcript: String,
}

/// How binding a rule is (RFC 2119).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Advice of this program: reported as a warning.
    Note,
    /// SHOULD: breaks the proof unless the target states a deviation.
    Should,
    /// MUST, or a requirement of the catalogue's exchange: the proof fails.
    Must,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}): {}", self.rule, self.source, self.message)
    }
}
