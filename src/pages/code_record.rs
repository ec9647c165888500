//! Codes and recorded exchanges as data, for programs that generate something from them.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::record::{root_schema, value};
use crate::catalogue::{
    BrowserSupport, Class, Code, Constant, Content, Fault, Prose, RecordedExchange, Registration,
    Sender, Spec, Status, User,
};
use crate::error::Result;
use crate::snippet::{Generator, Options};
use crate::targets::Target;

/// The version of the schemas. It increases when a property is removed or changes its meaning, but
/// not when one is added.
const VERSION: u8 = 1;

/// The facts of a status code.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "statuscraft code")]
struct CodeRecord<'a> {
    /// The version of this schema.
    schema: u8,
    /// The status code.
    code: Code,
    /// The reason phrase of IANA; for a code that IANA doesn't list, that of its best known user.
    phrase: &'a str,
    /// The phrase as a name: lower case, with hyphens. Each code that IANA lists has another one.
    name: String,
    /// Phrases that the code had in earlier RFCs.
    formerly: &'a [String],
    /// The class: its first digit and `xx`.
    class: String,
    /// The name of the class.
    class_name: &'static str,
    /// Whether IANA lists it.
    listed: bool,
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
    /// What languages and libraries call it.
    constants: Vec<Constant<'a>>,
    /// Which browsers support it; null if MDN doesn't track that.
    browsers: Option<&'a BrowserSupport>,
    /// The servers that have an example of it.
    targets: Vec<String>,
    /// The codes with a written comparison.
    compared: Vec<Code>,
}

/// The recorded exchange of an example.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "statuscraft transcript")]
struct TranscriptRecord<'a> {
    /// The version of this schema.
    schema: u8,
    /// The status code.
    code: Code,
    /// The reason phrase.
    phrase: &'a str,
    /// The target's name on the command line.
    target: &'a str,
    /// The target's name for readers.
    title: &'a str,
    /// The version of the framework that sent it.
    version: &'a str,
    /// What client and server sent, in order.
    messages: Vec<Message>,
}

/// What one side sent before the other one did.
#[derive(Serialize, JsonSchema)]
struct Message {
    /// Who sent it.
    from: Sender,
    /// The lines, which end with line feeds. Dates, ports and random values are replaced, and long
    /// content is shortened.
    text: String,
}

/// The facts of a code.
///
/// # Errors
///
/// Those of [`Generator::status`], [`Generator::constants`] and [`Generator::compared_with`].
pub fn code_record(generator: &Generator, code: Code) -> Result<Value> {
    let status = generator.status(&code.to_string())?;
    let mut targets = Vec::new();
    for target in generator.servers()? {
        if generator.example(status, &target, &Options::default())?.is_ok() {
            targets.push(target.id().to_owned());
        }
    }
    Ok(value(&CodeRecord {
        schema: VERSION,
        code,
        phrase: &status.phrase,
        name: name(status),
        formerly: &status.formerly,
        class: format!("{}xx", code.number() / 100),
        class_name: class_name(code.class()),
        listed: status.registration != Registration::Unofficial,
        registration: status.registration,
        fault: status.fault,
        content: status.content,
        spec: status.spec.as_ref(),
        used_by: &status.used_by,
        summary: &status.summary,
        constants: generator.constants(code)?,
        browsers: generator.browser_support(code)?,
        targets,
        compared: generator.compared_with(code)?,
    }))
}

/// The exchange that was recorded when the target's example sent the code, if it was.
///
/// # Errors
///
/// Those of [`Generator::recorded_exchange`].
pub fn transcript_record(
    generator: &Generator,
    code: Code,
    target: &Target,
) -> Result<Option<Value>> {
    let status = generator.status(&code.to_string())?;
    let recorded = generator.recorded_exchange(code, target.id())?;
    Ok(recorded.as_ref().map(|recorded| {
        value(&TranscriptRecord {
            schema: VERSION,
            code,
            phrase: &status.phrase,
            target: target.id(),
            title: &target.title,
            version: &target.version,
            messages: messages(recorded),
        })
    }))
}

fn messages(recorded: &RecordedExchange) -> Vec<Message> {
    recorded.messages().into_iter().map(|(from, text)| Message { from, text }).collect()
}

/// The words of the phrase, in lower case and with hyphens between them.
fn name(status: &Status) -> String {
    let letter = |one: char| one.is_ascii_alphanumeric();
    let phrase = status.phrase.to_lowercase().replace('\'', "");
    let words = phrase.split(|one| !letter(one)).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

fn class_name(class: Class) -> &'static str {
    match class {
        Class::Informational => "informational",
        Class::Successful => "successful",
        Class::Redirection => "redirection",
        Class::ClientError => "client error",
        Class::ServerError => "server error",
    }
}

/// The JSON Schema of a code's facts.
pub fn code_schema() -> Value {
    root_schema::<CodeRecord<'_>>("codes", VERSION).to_value()
}

/// The JSON Schema of a recorded exchange.
pub fn transcript_schema() -> Value {
    root_schema::<TranscriptRecord<'_>>("transcripts", VERSION).to_value()
}
