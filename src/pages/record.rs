//! Pages as data.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde::Serialize;
use serde_json::Value;

use super::difference::Difference;
use crate::catalogue::{
    BrowserSupport, Code, Comparison, Constant, Content, Fault, Prose, Reference, Registration,
    Spec, Status, User,
};
use crate::output::Record;

/// The version of the schemas. It increases when a field is removed or changes its meaning, but not
/// when a field is added.
pub(super) const VERSION: u8 = 2;

/// A code, explained.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "statuscraft explanation")]
pub(super) struct ExplanationRecord<'a> {
    /// The version of this schema.
    pub(super) schema: u8,
    #[serde(flatten)]
    pub(super) entry: Entry<'a>,
    /// Which browsers support it; null if MDN doesn't track that.
    pub(super) browsers: Option<&'a BrowserSupport>,
    /// What languages and libraries call it.
    pub(super) constants: &'a [Constant<'a>],
    /// The codes with a written comparison.
    pub(super) compared: &'a [Code],
    /// The example's request and response as HTTP; null if nobody recorded or wrote them.
    pub(super) http: Option<&'a str>,
    /// Handlers that answer with the code; see the schema `snippet`.
    pub(super) examples: Vec<Record<'a>>,
    /// Programs that send a request that causes it; see the schema `snippet`.
    pub(super) clients: Vec<Record<'a>>,
}

/// Two codes, compared.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "statuscraft comparison")]
pub(super) struct ComparisonRecord<'a> {
    /// The version of this schema.
    pub(super) schema: u8,
    /// The two codes, in the requested order.
    pub(super) codes: [Entry<'a>; 2],
    /// The written comparison, if there is one; the smaller code first.
    pub(super) comparison: Option<&'a Comparison>,
    /// The facts that differ.
    pub(super) differences: &'a [Difference],
}

/// The catalogue's data on a code.
#[derive(Serialize, JsonSchema)]
pub(super) struct Entry<'a> {
    /// The status code.
    code: Code,
    /// The reason phrase.
    phrase: &'a str,
    /// Phrases that the code had in earlier RFCs.
    formerly: &'a [String],
    /// The class: its first digit and `xx`.
    class: String,
    /// How it stands in the IANA registry.
    registration: Registration,
    /// Whose fault it is.
    fault: Fault,
    /// Whether the response has content; null for codes that are never sent.
    content: Option<Content>,
    /// Where it is defined; null if no specification does.
    spec: Option<&'a Spec>,
    /// Who uses it, if no specification defines it.
    used_by: &'a [User],
    /// One or two sentences.
    summary: &'a Prose,
    /// The explanation; null for codes of an overlay without one.
    reference: Option<&'a Reference>,
}

impl<'a> Entry<'a> {
    pub(super) fn new(status: &'a Status, reference: Option<&'a Reference>) -> Self {
        Self {
            code: status.code,
            phrase: &status.phrase,
            formerly: &status.formerly,
            class: format!("{}xx", status.code.number() / 100),
            registration: status.registration,
            fault: status.fault,
            content: status.content,
            spec: status.spec.as_ref(),
            used_by: &status.used_by,
            summary: &status.summary,
            reference,
        }
    }
}

/// Plain structs of strings and numbers always serialize.
pub(super) fn value(record: &impl Serialize) -> Value {
    serde_json::to_value(record).unwrap_or_default()
}

/// The JSON Schema of explanations.
pub fn explanation_schema() -> Value {
    schema::<ExplanationRecord<'_>>("explanation")
}

/// The JSON Schema of comparisons.
pub fn comparison_schema() -> Value {
    schema::<ComparisonRecord<'_>>("comparison")
}

/// The schema of an array, whose elements have no version of their own.
pub(super) fn array_schema<T: JsonSchema>(name: &str) -> Value {
    const VERSION: u8 = 1;
    let mut schema = root_schema::<T>(name, VERSION);
    schema.insert("title".into(), format!("statuscraft {name}").into());
    schema.to_value()
}

fn schema<T: JsonSchema>(name: &str) -> Value {
    root_schema::<T>(name, VERSION).to_value()
}

pub(super) fn root_schema<T: JsonSchema>(name: &str, version: u8) -> Schema {
    let generator = SchemaSettings::default().for_serialize().into_generator();
    let mut schema = generator.into_root_schema_for::<T>();
    schema.insert("$id".into(), format!("urn:statuscraft:{name}:{version}").into());
    schema
}
