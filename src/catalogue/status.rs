use serde::{Deserialize, Serialize};

use super::code::Code;
use super::exchange::Exchange;
use super::prose::Prose;
use super::scenario::Scenario;
use super::url::Url;

/// One entry of the catalogue: everything known about a status code, from `data/statuses/`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Status {
    /// The code, which is also the stem of the file's name.
    pub code: Code,
    /// The reason phrase, as IANA has it (RFC 9110, section 15.1); 418's is from RFC 2324.
    pub phrase: String,
    /// Phrases that the code had in earlier RFCs.
    #[serde(default)]
    pub formerly: Vec<String>,
    /// How it stands in the IANA registry.
    pub registration: Registration,
    /// Whose fault it is, if anyone's.
    pub fault: Fault,
    /// Where it is defined; missing for codes that no specification defines.
    pub spec: Option<Spec>,
    /// Who uses it and for what, if no specification defines it.
    #[serde(default)]
    pub used_by: Vec<User>,
    /// Whether the response has content; missing for codes that are never sent.
    pub content: Option<Content>,
    /// The recipe, a template by that name, that serves the code in each target.
    pub recipe: Option<String>,
    /// The message of an example, if the phrase would be untrue in the response.
    pub message: Option<String>,
    /// What happens in the examples; missing where nothing but the answer does.
    pub scenario: Option<Scenario>,
    /// Why no target has an example; replaces `recipe` and `exchange`.
    pub no_snippet: Option<String>,
    /// What is sent to the running example and what must come back.
    pub exchange: Option<Exchange>,
    /// One or two sentences: what the code says.
    pub summary: Prose,
}

/// How a code stands in the IANA registry of status codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "formats", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Registration {
    /// Registered by an RFC.
    Registered,
    /// Registered for a limited time, for a draft.
    Temporary,
    /// Registered, and deprecated by its RFC.
    Deprecated,
    /// Registered, and its RFC is historic.
    Obsoleted,
    /// Listed as unused.
    Unused,
    /// Not in the registry, but in use.
    Unofficial,
}

/// Whose fault a response is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "formats", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Fault {
    /// The client's.
    Client,
    /// The server's.
    Server,
    /// No one's: nothing is wrong, or the fault is between client and server.
    Neither,
}

/// Whether a response has content (RFC 9110, section 6.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "formats", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Content {
    /// It must not have any.
    None,
    /// It may have some.
    Allowed,
    /// It makes no sense without content.
    Required,
}

/// A product that uses a code which no specification defines.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "formats", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct User {
    /// The product's name.
    pub name: String,
    /// The phrase that the product uses for the code. Where it has none, the name of the code's page.
    pub phrase: String,
    /// What the product means by it.
    pub meaning: Prose,
    /// Where the product's makers document it.
    pub documentation: Option<Url>,
}

/// The document and section that define a code.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "formats", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Spec {
    /// An RFC, such as `RFC 9110`, or the name of an Internet-Draft.
    pub document: String,
    /// The section's number.
    pub section: String,
}

impl Status {
    /// What is wrong with the entry beyond its syntax, if anything.
    pub(super) fn fault_in_entry(&self, stem: &str) -> Option<String> {
        if self.code.to_string() != stem {
            return Some(format!("code: `{}` does not agree with the file's name", self.code));
        }
        let official = self.registration != Registration::Unofficial;
        if official != self.spec.is_some() || official != self.used_by.is_empty() {
            return Some(
                "expected `spec`, or `registration: unofficial` and `used_by` instead".into(),
            );
        }
        let scenario = self.scenario.as_ref();
        let exchange = self.exchange.as_ref();
        if let Some(fault) = scenario.and_then(Scenario::fault) {
            return Some(fault);
        }
        if let Some(fault) = exchange.and_then(|exchange| exchange.fault(scenario)) {
            return Some(format!("exchange: {fault}"));
        }
        match (&self.recipe, &self.exchange, &self.no_snippet) {
            (None, None, Some(_)) if self.scenario.is_some() => {
                Some("scenario: unexpected, since the code has no example".into())
            }
            (Some(_), Some(_), None) if self.content.is_none() => {
                Some("content: missing, though the code has an example".into())
            }
            (Some(_), Some(_), None) | (None, None, Some(_)) => None,
            _ => {
                Some("expected `recipe` and `exchange`, or `no_snippet` and neither of them".into())
            }
        }
    }

    /// The message of an example, unless the user gives another one.
    pub fn default_message(&self) -> &str {
        self.message.as_deref().unwrap_or(&self.phrase)
    }
}
