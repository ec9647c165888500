use super::finding::{Finding, Level};

/// A rule for every response, or for the response to an exchange of the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rule {
    /// Its name, such as `no-content`.
    pub name: &'static str,
    /// Its source, such as `RFC 9110, 6.4.1`.
    pub source: &'static str,
    /// How binding it is.
    pub level: Level,
    /// The requirement, in one sentence without a full stop.
    pub asks: &'static str,
}

impl Rule {
    /// A rule that makes the proof fail.
    pub(super) const fn must(name: &'static str, source: &'static str, asks: &'static str) -> Self {
        Self { name, source, level: Level::Must, asks }
    }

    /// A rule that breaks the proof unless a target states that it deviates.
    pub(super) const fn should(
        name: &'static str,
        source: &'static str,
        asks: &'static str,
    ) -> Self {
        Self { name, source, level: Level::Should, asks }
    }

    /// A rule that warns.
    pub(super) const fn note(name: &'static str, source: &'static str, asks: &'static str) -> Self {
        Self { name, source, level: Level::Note, asks }
    }

    /// The report that a response breaks it.
    pub(super) fn broken(&self, message: String, transcript: String) -> Finding {
        Finding {
            rule: self.name,
            source: self.source.to_owned(),
            level: self.level,
            message,
            transcript,
        }
    }
}
