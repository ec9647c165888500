//! Compares a response with what the catalogue expects.

mod body;
mod fields;
mod html;
mod message;
mod shape;

use super::finding::Finding;
use super::rule::Rule;
use super::wire::{Endpoint, Transaction, Transcript};
use crate::catalogue::{Body, Code, Interim, Response, Status};

const FILE: &str = "data/statuses/";

pub(super) const STATUS: Rule =
    Rule::must("exchange-status", FILE, "the response has the expected status");
const INTERIM: Rule = Rule::must(
    "exchange-interim",
    FILE,
    "the expected interim responses, and no others, come before the final one",
);
const FIELD: Rule = Rule::must("exchange-field", FILE, "the expected fields are there");
const MEDIA_TYPE: Rule =
    Rule::must("exchange-media-type", FILE, "the content has the expected media type");
const JSON: Rule = Rule::must("exchange-json", FILE, "the JSON object has the expected properties");
const CONTAINS: Rule = Rule::must("exchange-contains", FILE, "the content holds the expected text");
const MESSAGE: Rule =
    Rule::must("exchange-message", FILE, "the message comes back as it was given, byte for byte");

const BODY: Rule =
    Rule::must("exchange-body", FILE, "the error has the shape that is chosen for errors");
pub(super) const FOLLOW: Rule =
    Rule::must("exchange-follow", FILE, "the first response leads to what is asked for next");
pub(super) const SECONDS: Rule =
    Rule::must("exchange-seconds", FILE, "the response comes within the time that it may take");
pub(super) const MEMORY: Rule =
    Rule::must("exchange-memory", FILE, "the program does not grow by more memory than it may");

/// The rules of the exchange.
pub(super) const RULES: [Rule; 11] =
    [STATUS, INTERIM, FIELD, MEDIA_TYPE, JSON, CONTAINS, MESSAGE, BODY, FOLLOW, SECONDS, MEMORY];

/// A response that the catalogue expects.
#[derive(Clone, Copy, Debug)]
pub(super) struct Expected<'a> {
    /// The entry in the catalogue.
    pub(super) response: &'a Response,
    /// The code that the exchange is about.
    pub(super) status: &'a Status,
    /// Which status it must have, where the entry doesn't say that.
    pub(super) unsaid: Unsaid,
    /// Where the example runs.
    pub(super) endpoint: &'a Endpoint,
    /// The message of the example.
    pub(super) message: &'a str,
    /// The shape of an error.
    pub(super) body: &'a Body,
}

/// Which status a response must have that nothing is said of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unsaid {
    /// The code that the exchange is about.
    Code,
    /// Any other, below 500.
    Other,
    /// Any below 500.
    Any,
}

/// A broken rule, and how it was broken.
pub(super) type Breach = (Rule, String);

/// Adds breaches to the findings on the example for `code`, each once.
pub(super) fn note(
    findings: &mut Vec<Finding>,
    code: Code,
    transcript: &Transcript,
    breaches: Vec<Breach>,
) {
    for (rule, message) in breaches {
        let mut finding = rule.broken(message, transcript.to_string());
        if finding.source.ends_with('/') {
            finding.source = format!("{}{code}.yaml", finding.source);
        }
        let known = |it: &Finding| it.rule == finding.rule && it.message == finding.message;
        if !findings.iter().any(known) {
            findings.push(finding);
        }
    }
}

impl Expected<'_> {
    /// What is wrong with the response, if there is one.
    pub(super) fn compare(&self, transaction: &Transaction) -> Vec<Breach> {
        let Some(answer) = &transaction.last else { return Vec::new() };
        if self.response.closed {
            let got = answer.head.status;
            return vec![(STATUS, format!("expected no response, got {got}"))];
        }
        let mut breaches = Vec::new();
        if let Some(fault) = self.status(answer.head.status) {
            // With another status, the rest of the response needn't match.
            return vec![(STATUS, fault)];
        }
        breaches.extend(self.interim(transaction).map(|fault| (INTERIM, fault)));
        for (name, value) in &self.response.fields {
            let fault = self.field(&answer.head, &transaction.sent.target, name, value.as_ref());
            breaches.extend(fault.map(|fault| (FIELD, fault)));
        }
        for name in &self.response.absent {
            let value = answer.head.fields.get(name.as_str());
            let fault =
                value.map(|it| format!("expected no `{name}`, got `{}`", it.escape_debug()));
            breaches.extend(fault.map(|fault| (FIELD, fault)));
        }
        breaches.extend(self.media_type(answer).map(|fault| (MEDIA_TYPE, fault)));
        if transaction.sent.method == "HEAD" {
            return breaches;
        }
        breaches.extend(self.shape(answer).into_iter().map(|fault| (BODY, fault)));
        breaches.extend(self.json(answer).into_iter().map(|fault| (JSON, fault)));
        breaches.extend(self.contains(answer).map(|fault| (CONTAINS, fault)));
        breaches.extend(self.not_contains(answer).map(|fault| (CONTAINS, fault)));
        breaches.extend(self.carries(transaction, answer).map(|fault| (MESSAGE, fault)));
        breaches
    }

    fn status(&self, got: u16) -> Option<String> {
        let expected = &self.response.status.0;
        let code = self.status.code;
        let fits = match (expected.as_slice(), self.unsaid) {
            ([], Unsaid::Code) => got == code.number(),
            ([], Unsaid::Other) => got != code.number() && got < 500,
            ([], Unsaid::Any) => got < 500,
            (codes, _) => codes.iter().any(|code| code.number() == got),
        };
        let wanted = match (expected.as_slice(), self.unsaid) {
            ([], Unsaid::Code) => code.to_string(),
            ([], Unsaid::Other) => format!("any status but {code}, below 500"),
            ([], Unsaid::Any) => "any status below 500".into(),
            (codes, _) => codes.iter().map(Code::to_string).collect::<Vec<_>>().join(" or "),
        };
        (!fits).then(|| format!("expected {wanted}, got {got}"))
    }

    fn interim(&self, transaction: &Transaction) -> Option<String> {
        let expected = &self.response.interim;
        let got: Vec<_> = transaction.interim.iter().map(|head| head.status).collect();
        if !got.iter().copied().eq(expected.iter().map(|it| it.status.number())) {
            let wanted: Vec<_> = expected.iter().map(|it| it.status.number()).collect();
            return Some(format!(
                "expected {} before the final response, got {}",
                listed(&wanted),
                listed(&got)
            ));
        }
        expected.iter().zip(&transaction.interim).find_map(|(Interim { fields, .. }, head)| {
            fields.iter().find_map(|(name, value)| {
                self.field(head, &transaction.sent.target, name, value.as_ref())
            })
        })
    }
}

fn listed(codes: &[u16]) -> String {
    if codes.is_empty() {
        return "no interim response".into();
    }
    codes.iter().map(u16::to_string).collect::<Vec<_>>().join(", ")
}
