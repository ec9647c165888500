//! What a reader wants to know about a code: the second document of its file.

use serde::{Deserialize, Serialize};

use super::code::Code;
use super::listing::{Configuration, HttpExample};
use super::prose::Prose;

/// What a code means, when you see it and how to fix it.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "formats", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reference {
    /// What the code means: paragraphs, the first of which can stand alone.
    pub meaning: Vec<Prose>,
    /// Situations in which you see it.
    pub seen_when: Vec<Prose>,
    /// Common causes. Present together with `fixes`, or both are missing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub causes: Vec<Prose>,
    /// How to fix it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fixes: Option<Fixes>,
    /// Why there is nothing to fix; replaces `causes` and `fixes`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nothing_to_fix: Option<Prose>,
    /// A concrete exchange, in words.
    pub example: Prose,
    /// The request and response of the example, written by hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub http: Option<HttpExample>,
    /// Advice for developers.
    pub tip: Prose,
    /// Questions that people ask.
    pub questions: Vec<Question>,
    /// Other codes, and how they relate to this one.
    pub related: Vec<Related>,
    /// Words and messages that people search for when they mean this code.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keywords: Vec<String>,
    /// Whether the response may be stored.
    pub caching: Caching,
    /// How it depends on the method of the request.
    pub methods: Prose,
    /// What clients do when they get it.
    pub clients: Clients,
}

/// How to fix a code, by who can do it.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "formats", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Fixes {
    /// Visitors of a site.
    pub visitors: Vec<Prose>,
    /// Developers and administrators.
    pub developers: Vec<Prose>,
    /// Configuration of servers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub configuration: Vec<Configuration>,
}

/// A question and its answer.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "formats", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The question.
    #[serde(rename = "q")]
    pub question: Prose,
    /// The answer.
    #[serde(rename = "a")]
    pub answer: Prose,
}

/// Another code.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "formats", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Related {
    /// The other code.
    pub code: Code,
    /// A clause that says how it relates.
    pub how: Prose,
}

/// Whether a response may be stored (RFC 9111).
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "formats", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Caching {
    /// Whether a cache may choose a lifetime if the response names none (RFC 9110, section 15.1).
    pub heuristic: bool,
    /// Whether no cache may store it, whatever the response says.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub never: bool,
    /// What that means for this code.
    pub text: Prose,
}

/// What clients do when they get a code.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "formats", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Clients {
    /// Browsers.
    pub browsers: Prose,
    /// Crawlers of search engines.
    pub crawlers: Prose,
    /// Libraries and command lines.
    pub libraries: Prose,
}

impl Reference {
    /// What is wrong beyond the syntax, if anything.
    pub(super) fn fault(&self) -> Option<String> {
        let mut lists = vec![
            ("meaning", self.meaning.is_empty()),
            ("seen_when", self.seen_when.is_empty()),
            ("questions", self.questions.is_empty()),
            ("related", self.related.is_empty()),
        ];
        match (&self.fixes, &self.nothing_to_fix) {
            (Some(fixes), None) => lists.extend([
                ("causes", self.causes.is_empty()),
                ("fixes.visitors", fixes.visitors.is_empty()),
                ("fixes.developers", fixes.developers.is_empty()),
            ]),
            (None, Some(_)) if self.causes.is_empty() => {}
            _ => {
                return Some(
                    "expected `causes` and `fixes`, or `nothing_to_fix` and neither of them".into(),
                );
            }
        }
        if self.caching.heuristic && self.caching.never {
            return Some("caching: `heuristic` and `never` exclude each other".into());
        }
        if let Some((name, _)) = lists.into_iter().find(|(_, empty)| *empty) {
            return Some(format!("{name}: the list is empty"));
        }
        let mut configuration = self.fixes.iter().flat_map(|it| &it.configuration);
        let http = self.http.as_ref().and_then(HttpExample::fault);
        http.or_else(|| configuration.find_map(Configuration::fault))
    }

    /// All its texts.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &Prose> {
        let fixes = self.fixes.iter().flat_map(|it| {
            let configuration = it.configuration.iter().map(|it| &it.text);
            it.visitors.iter().chain(&it.developers).chain(configuration)
        });
        let questions = self.questions.iter().flat_map(|it| [&it.question, &it.answer]);
        let Clients { browsers, crawlers, libraries } = &self.clients;
        let single = [&self.example, &self.tip, &self.caching.text, &self.methods];
        (self.meaning.iter().chain(&self.seen_when).chain(&self.causes).chain(fixes))
            .chain(&self.nothing_to_fix)
            .chain(questions)
            .chain(self.related.iter().map(|it| &it.how))
            .chain(single)
            .chain([browsers, crawlers, libraries])
    }
}
