use std::borrow::Cow;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;

use super::page::{Page, Piece};
use super::record_parts::{
    DeviationRecord, FileRecord, NotHereRecord, ScenarioRecord, ServerRecord,
};
use crate::catalogue::Registration;
use crate::snippet::Form;

/// The version of the schema. It increases when a field is removed or changes its meaning, but not
/// when a field is added.
const VERSION: u8 = 2;

/// One status code in one target: the object that the formats `json` and `ndjson` print.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Record<'a> {
    /// The version of this schema.
    schema: Version,
    /// The status code.
    #[schemars(range(min = 100, max = 599))]
    code: u16,
    /// The reason phrase of IANA; for a code that IANA doesn't list, that of its best known user.
    phrase: &'a str,
    /// How the code stands in the IANA registry.
    registration: Registration,
    /// The target's name on the command line.
    target: &'a str,
    /// The target's name for readers.
    title: &'a str,
    /// The language of its examples.
    language: &'a str,
    /// The version of the framework that the examples were proven with.
    version: &'a str,
    /// What happens in the examples of the code; null where nothing does but the answer.
    scenario: Option<ScenarioRecord<'a>>,
    #[serde(flatten)]
    content: Content<'a>,
}

/// An example, or why there is none.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "lowercase")]
#[expect(clippy::large_enum_variant, reason = "there are few, and none is moved")]
enum Content<'a> {
    /// There is an example.
    Snippet {
        /// How much of the program the text is.
        form: Form,
        /// Whether it was asked to pass every edge of the exchange.
        strict: bool,
        /// Whether the usual example and the strict one differ.
        has_strict: bool,
        /// The shape of the content of errors, as `--body` names it.
        body: &'a str,
        /// The example, which ends with a line break.
        text: &'a str,
        /// What the program imports, or nothing.
        imports: &'a str,
        /// What stands before the handler and is not its own, or nothing.
        setup: &'a str,
        /// The handler and what it uses.
        handler: &'a str,
        /// The names from the set-up that the handler uses.
        given: Vec<&'a str>,
        /// The statement that answers.
        response: &'a str,
        /// Further files of the program.
        files: Vec<FileRecord<'a>>,
        /// Where it does otherwise than the exchange asks.
        deviations: Vec<DeviationRecord<'a>>,
        /// The servers on which it is proven; empty if the target names none.
        servers: Vec<ServerRecord<'a>>,
        /// The servers on which it does not work.
        not_here: Vec<NotHereRecord<'a>>,
        /// The name after the opening fence of a Markdown code block.
        fence: &'a str,
        /// The file name of the program.
        file: &'a str,
        /// The command that installs what it needs.
        install: &'a str,
        /// The command that starts it.
        run: &'a str,
        /// The port on which it listens.
        port: u16,
    },
    /// There is no example.
    Unsupported {
        /// Why there is none: a line in which backticks mark code.
        reason: &'a str,
        /// What to use instead, if there is anything.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[schemars(with = "String")]
        instead: Option<&'a str>,
    },
}

impl<'a> Record<'a> {
    /// All pieces of a page.
    pub(crate) fn all(page: &'a Page<'_>) -> Vec<Self> {
        page.pieces.iter().map(|piece| Self::new(page, piece)).collect()
    }

    pub(super) fn new(page: &'a Page<'_>, piece: &'a Piece) -> Self {
        Self {
            schema: Version,
            code: page.status.code.number(),
            phrase: &page.status.phrase,
            registration: page.status.registration,
            target: piece.target.id(),
            title: &piece.target.title,
            language: &piece.target.language,
            version: &piece.target.version,
            scenario: page.status.scenario.as_ref().map(ScenarioRecord::new),
            content: Content::new(piece),
        }
    }
}

impl<'a> Content<'a> {
    fn new(piece: &'a Piece) -> Self {
        match &piece.content {
            Ok(snippet) => Self::Snippet {
                form: snippet.form,
                strict: snippet.strict,
                has_strict: snippet.has_strict,
                body: &snippet.body,
                text: &snippet.text,
                imports: &snippet.parts.imports,
                setup: &snippet.parts.setup,
                handler: &snippet.parts.handler,
                given: piece.target.given_in(&snippet.parts.handler).collect(),
                response: &snippet.parts.response,
                files: snippet.files.iter().map(FileRecord::new).collect(),
                deviations: piece.deviations().map(DeviationRecord::new).collect(),
                servers: snippet.places.proven.iter().map(ServerRecord::new).collect(),
                not_here: snippet.places.not_here.iter().map(NotHereRecord::new).collect(),
                fence: &snippet.fence,
                file: &snippet.file,
                install: &snippet.install,
                run: &snippet.run,
                port: snippet.port,
            },
            Err(refusal) => {
                Self::Unsupported { reason: &refusal.reason, instead: refusal.instead.as_deref() }
            }
        }
    }
}

/// The JSON Schema of the objects that the formats `json` and `ndjson` print.
pub fn schema() -> serde_json::Value {
    let generator = SchemaSettings::default().for_serialize().into_generator();
    let mut schema = generator.into_root_schema_for::<Record<'_>>();
    schema.insert("$id".into(), format!("urn:statuscraft:snippet:{VERSION}").into());
    schema.insert("title".into(), "statuscraft snippet".into());
    schema.to_value()
}

/// Always [`VERSION`].
#[derive(Debug)]
struct Version;

impl Serialize for Version {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(VERSION)
    }
}

impl JsonSchema for Version {
    fn schema_name() -> Cow<'static, str> {
        "Version".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"const": VERSION})
    }
}
