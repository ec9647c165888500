//! A code in the context of page templates.

use minijinja::value::{Serde, Value};
use serde::Serialize;

use super::address;
use super::contents::CodeData;
use super::example_context::Example;
use crate::catalogue::{
    BrowserSupport, Class, Code, Constant, Content, Fault, Prose, Reference, Registration, Spec,
    Status, User,
};

/// The data on a code that every page can use.
#[derive(Serialize)]
pub(super) struct CodeSummary<'a> {
    code: Code,
    phrase: &'a str,
    /// The first digit.
    class: u16,
    official: bool,
    summary: &'a Prose,
    path: String,
}

/// The data on a code that its own page uses.
#[derive(Serialize)]
pub(super) struct CodeContext<'a> {
    #[serde(flatten)]
    brief: CodeSummary<'a>,
    formerly: &'a [String],
    registration: Registration,
    fault: Fault,
    content: Option<Content>,
    spec: Option<Specified<'a>>,
    used_by: &'a [User],
    no_snippet: Option<&'a str>,
    /// What happens in the examples: one sentence.
    scenario: Option<&'a Prose>,
    reference: Option<&'a Reference>,
    browsers: Option<&'a BrowserSupport>,
    /// What languages and libraries call it.
    constants: &'a [Constant<'a>],
    /// The codes with a written comparison.
    compared: &'a [Code],
    /// The example's request and response as HTTP.
    http: Option<&'a str>,
    examples: &'a [Example],
    requests: &'a [Example],
}

/// Where a code is defined.
#[derive(Serialize)]
struct Specified<'a> {
    document: &'a str,
    section: &'a str,
    url: String,
}

/// The classes, in their order.
pub(super) const CLASSES: [(u16, &str); 5] = [
    (1, "Informational"),
    (2, "Successful"),
    (3, "Redirection"),
    (4, "Client error"),
    (5, "Server error"),
];

impl<'a> CodeSummary<'a> {
    pub(super) fn new(status: &'a Status) -> Self {
        Self {
            code: status.code,
            phrase: &status.phrase,
            class: digit(status.code),
            official: status.registration != Registration::Unofficial,
            summary: &status.summary,
            path: address::code(status.code),
        }
    }
}

impl<'a> CodeContext<'a> {
    /// The value for templates.
    pub(super) fn value(code_data: &'a CodeData<'a>) -> Value {
        let status = code_data.status();
        Value::from(Serde(Self {
            brief: CodeSummary::new(status),
            formerly: &status.formerly,
            registration: status.registration,
            fault: status.fault,
            content: status.content,
            spec: status.spec.as_ref().map(Specified::new),
            used_by: &status.used_by,
            no_snippet: status.no_snippet.as_deref(),
            scenario: status.scenario.as_ref().map(|it| &it.line),
            reference: code_data.reference(),
            browsers: code_data.explanation.browsers,
            constants: &code_data.explanation.constants,
            compared: &code_data.explanation.compared,
            http: code_data.explanation.http.as_deref(),
            examples: &code_data.programs,
            requests: &code_data.requests,
        }))
    }
}

impl<'a> Specified<'a> {
    fn new(spec: &'a Spec) -> Self {
        let Spec { document, section } = spec;
        let url = match document.strip_prefix("RFC ") {
            Some(rfc) => format!("https://www.rfc-editor.org/rfc/rfc{rfc}#section-{section}"),
            None => format!("https://datatracker.ietf.org/doc/html/{document}#section-{section}"),
        };
        Self { document, section, url }
    }
}

/// The first digit of a code.
pub(super) fn digit(code: Code) -> u16 {
    match code.class() {
        Class::Informational => 1,
        Class::Successful => 2,
        Class::Redirection => 3,
        Class::ClientError => 4,
        Class::ServerError => 5,
    }
}
