//! What to send to the running example, and what must come back.

mod expected_response;
mod request;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::{Deserialize, Serialize};

use super::code::Code;
use super::field::{FieldName, FieldValue};
use super::scenario::Scenario;

pub use expected_response::{Carrier, Interim, Response, Scalar, Shape, Statuses};
pub use request::{Method, Pad, Request, Transfer, Upstream, Version};

/// Fields by name. A value that is missing stands for any value.
pub type Fields = BTreeMap<FieldName, Option<FieldValue>>;

/// The proof of a status code: a request to which the RFC allows this response, the response, and
/// requests on the same resource that must get another response.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exchange {
    /// Requests that come first, each once.
    #[serde(default)]
    pub prepare: Vec<Preparation>,
    /// Requests that come first, where the code depends on how many there were.
    pub before: Option<Before>,
    /// The request that causes the code.
    pub request: Request,
    /// How the server behind a gateway behaves during the request.
    pub upstream: Option<Upstream>,
    /// What must come back.
    #[serde(default)]
    pub response: Response,
    /// Further requests that must get the same response.
    #[serde(default)]
    pub also: Vec<Request>,
    /// Requests that must not get the code.
    #[serde(default)]
    pub controls: Vec<Control>,
    /// Requests that only a strict example has to answer rightly.
    #[serde(default)]
    pub edges: Vec<Edge>,
}

/// A request that has to be answered before the others make sense.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Preparation {
    /// The request.
    pub request: Request,
    /// What must come back.
    #[serde(default)]
    pub response: Response,
}

/// The same request, sent before it causes the code.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Before {
    /// How many times it is sent.
    pub times: u32,
    /// The status that each of them gets.
    pub status: Code,
}

/// A request on the same resource that must not get the code.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Control {
    /// A name for the behaviour, if it is one that readers compare. In several codes it means the same.
    pub name: Option<EdgeName>,
    /// What it tries, in one clause.
    pub says: Option<String>,
    /// The section that asks for it, such as `RFC 9110, section 14.2`.
    pub section: Option<String>,
    /// The request.
    pub request: Request,
    /// How the server behind a gateway behaves during the request.
    pub upstream: Option<Upstream>,
    /// What must come back instead.
    #[serde(default)]
    pub response: Response,
    /// How many megabytes the program may grow by meanwhile.
    pub memory: Option<u32>,
    /// Within how many seconds the response must be there.
    pub seconds: Option<u32>,
}

/// A corner of the RFCs that an idiomatic example may miss, if its target says so.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edge {
    /// By which name a target's deviation calls it. In several codes it means the same behaviour.
    pub name: EdgeName,
    /// What it asks, in one clause.
    pub says: String,
    /// The section that asks it, such as `RFC 9110, section 14.2`.
    pub section: Option<String>,
    /// The request.
    pub request: Request,
    /// How the server behind a gateway behaves during the request.
    pub upstream: Option<Upstream>,
    /// What must come back.
    #[serde(default)]
    pub response: Response,
    /// How many megabytes the program may grow by meanwhile.
    pub memory: Option<u32>,
    /// Within how many seconds the response must be there.
    pub seconds: Option<u32>,
}

/// The name of an edge or of a rule: words of lower-case letters and digits with hyphens between.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct EdgeName(String);

impl EdgeName {
    /// The name as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for EdgeName {
    type Error = String;

    fn try_from(name: String) -> Result<Self, String> {
        let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
        if name.split('-').all(|word| !word.is_empty() && word.bytes().all(fits)) {
            return Ok(Self(name));
        }
        let name = name.escape_debug();
        Err(format!("`{name}` is not the name of an edge: expected words like `head-with-range`"))
    }
}

impl From<EdgeName> for String {
    fn from(name: EdgeName) -> Self {
        name.0
    }
}

impl fmt::Display for EdgeName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Exchange {
    /// The same exchange without what is only said of it: no verdict depends on sentences.
    #[cfg(all(feature = "verify", unix))]
    pub(crate) fn without_prose(&self) -> Self {
        let mut exchange = self.clone();
        for control in &mut exchange.controls {
            (control.says, control.section) = (None, None);
        }
        for edge in &mut exchange.edges {
            (edge.says, edge.section) = (String::new(), None);
        }
        exchange
    }

    /// The fields with a fixed value that the response must carry, interim responses included. A
    /// template prints the same values, so example and proof always agree.
    pub fn fixed_fields(&self) -> impl Iterator<Item = (&FieldName, &FieldValue)> {
        self.response
            .interim
            .iter()
            .flat_map(|interim| &interim.fields)
            .chain(&self.response.fields)
            .filter_map(|(name, value)| value.as_ref().map(|value| (name, value)))
            .filter(|(_, value)| value.captures().next().is_none())
    }

    /// What is wrong beyond the syntax, if anything. The variables of the path are the scenario's.
    pub(super) fn fault(&self, scenario: Option<&Scenario>) -> Option<String> {
        let mut names = BTreeSet::new();
        if let Some(twice) = self.edges.iter().find(|edge| !names.insert(&edge.name)) {
            return Some(format!("edges: `{}` stands twice", twice.name));
        }
        let prepare = self.prepare.iter().map(|first| &first.request);
        let follows = std::iter::once(&self.request).chain(&self.also).chain(prepare);
        if follows.into_iter().any(|request| request.follow.is_some()) {
            return Some("follow: expected in `controls` and `edges` only".into());
        }
        self.requests().find_map(|(place, request)| {
            let known =
                |name: &str| scenario.is_some_and(|scenario| scenario.variables.contains_key(name));
            if let Some(name) = request.at.keys().find(|name| !known(name.as_str())) {
                return Some(format!("{place}: at: the scenario's path has no variable `{name}`"));
            }
            request.fault().map(|fault| format!("{place}: {fault}"))
        })
    }

    /// All requests, each with the name of its place.
    pub(crate) fn requests(&self) -> impl Iterator<Item = (&'static str, &Request)> {
        std::iter::once(("request", &self.request))
            .chain(self.prepare.iter().map(|first| ("prepare", &first.request)))
            .chain(self.also.iter().map(|request| ("also", request)))
            .chain(self.controls.iter().map(|control| ("controls", &control.request)))
            .chain(self.edges.iter().map(|edge| ("edges", &edge.request)))
    }
}
