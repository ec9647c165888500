use std::fmt;

use serde::Serialize;

/// Something that a response did and should not have, or the other way round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Finding {
    /// The rule's name, such as `no-content`.
    pub rule: &'static str,
    /// Where it stands, such as `RFC 9110, 15.3.5`; the catalogue's file for what an exchange asks.
    pub source: String,
    /// How binding it is.
    pub level: Level,
    /// What was expected and what came, in one sentence without a full stop.
    pub message: String,
    /// The request and the bytes that came back, readable: what isn't printable is escaped.
    pub transcript: String,
}

/// How binding a rule is (RFC 2119).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// SHOULD: reported as a warning.
    Should,
    /// MUST, or what the exchange of the catalogue asks for: breaks the proof.
    Must,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}): {}", self.rule, self.source, self.message)
    }
}
