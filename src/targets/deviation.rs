//! Where a framework's own way falls short of what a code asks for.

use serde::Deserialize;

use crate::catalogue::{Code, Response, Url};

/// Something that a target's usual examples do otherwise than the catalogue asks at an edge.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deviation {
    /// The name of the edge, or of a rule that goes for all codes.
    pub edge: String,
    /// The codes that it goes for; none for all of them.
    #[serde(default)]
    pub codes: Vec<Code>,
    /// What happens: one sentence.
    pub what: String,
    /// What comes back instead.
    #[serde(default)]
    pub gets: Response,
    /// Whose behaviour it is.
    pub whose: String,
    /// Where they say so: an issue or a document.
    pub see: Url,
    /// The servers that it goes for; none for all of them.
    #[serde(default)]
    pub servers: Vec<String>,
    /// Whether the strict examples do the same.
    #[serde(default)]
    pub strict: bool,
}

impl Deviation {
    /// Whether it goes for the example of that code, in that tier.
    pub fn concerns(&self, code: Code, strict: bool) -> bool {
        (self.codes.is_empty() || self.codes.contains(&code)) && (self.strict || !strict)
    }

    /// Whether it goes for that server.
    pub fn is_on(&self, server: &str) -> bool {
        self.servers.is_empty() || self.servers.iter().any(|one| one == server)
    }
}
