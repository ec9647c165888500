//! The rows of lists as data.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::record::array_schema;
use crate::catalogue::{Code, Fault, Prose, Registration, Spec, Status, User};
use crate::output::Format;
use crate::targets::{Role, Target};

/// What `list` prints: an array, whose elements depend on what is listed.
#[derive(JsonSchema)]
#[serde(untagged)]
#[expect(dead_code, reason = "describes the lists in a schema")]
enum List<'a> {
    Codes(Vec<StatusRow<'a>>),
    Targets(Vec<TargetRow<'a>>),
    Recipes(Vec<RecipeRow<'a>>),
    Formats(Vec<FormatRow<'a>>),
    Options(Vec<OptionRow<'a>>),
}

/// A status code.
#[derive(Serialize, JsonSchema)]
pub(super) struct StatusRow<'a> {
    /// The status code.
    code: Code,
    /// The reason phrase.
    phrase: &'a str,
    /// Phrases that the code had in earlier RFCs.
    formerly: &'a [String],
    /// How it stands in the IANA registry.
    registration: Registration,
    /// Whose fault it is.
    fault: Fault,
    /// Where it is defined; null if no specification does.
    spec: Option<&'a Spec>,
    /// Who uses it, if no specification defines it.
    #[serde(skip_serializing_if = "<[User]>::is_empty")]
    used_by: &'a [User],
    /// One or two sentences.
    summary: &'a Prose,
}

/// A target.
#[derive(Serialize, JsonSchema)]
pub(super) struct TargetRow<'a> {
    /// Its name on the command line.
    id: &'a str,
    /// Its name for readers.
    title: &'a str,
    /// Whether it answers requests or sends them.
    role: Role,
    /// Its other names on the command line.
    aliases: &'a [String],
    /// The language of its examples.
    language: &'a str,
    /// The version of the framework that the examples were proven with.
    version: &'a str,
    /// The framework's documentation.
    documentation: &'a str,
    /// The file name of its programs.
    file: &'a str,
    /// The port on which its programs listen or to which they connect.
    port: u16,
    /// The command that installs what they need.
    install: &'a str,
    /// The command that starts them.
    run: String,
    /// The environment variable with the address of the server behind a gateway; null if its
    /// programs read none.
    upstream_variable: Option<&'a str>,
}

/// A recipe.
#[derive(Serialize, JsonSchema)]
pub(super) struct RecipeRow<'a> {
    /// Its name.
    pub(super) recipe: &'a str,
    /// The template in a target's folder.
    pub(super) template: String,
    /// Its codes.
    pub(super) codes: Vec<RecipeCode<'a>>,
}

/// What the exchange of a code asks of an example.
#[derive(Serialize, JsonSchema)]
pub(super) struct RecipeCode<'a> {
    /// The status code.
    pub(super) code: Code,
    /// The reason phrase.
    pub(super) phrase: &'a str,
    /// What happens in the examples; null where nothing does but the answer.
    pub(super) scenario: Option<&'a str>,
    /// What is sent first.
    pub(super) before: Vec<String>,
    /// The request.
    pub(super) request: String,
    /// What must come back.
    pub(super) response: String,
    /// What must not get the code.
    pub(super) controls: Vec<String>,
    /// The edge cases that a strict example passes.
    pub(super) edges: Vec<&'a str>,
}

/// An output format.
#[derive(Serialize, JsonSchema)]
pub(super) struct FormatRow<'a> {
    /// Its name on the command line.
    name: &'a str,
    /// What it prints.
    about: &'a str,
    /// The file extension of its output, without a dot.
    extension: &'a str,
}

/// An option of an example.
#[derive(Serialize, JsonSchema)]
pub(super) struct OptionRow<'a> {
    /// Its name on the command line.
    pub(super) option: &'a str,
    /// The usual value.
    pub(super) default: &'a str,
    /// Whether another value changes this example.
    pub(super) effect: bool,
    /// What it is: backticks mark code.
    pub(super) about: &'a str,
}

/// How an example is used.
#[derive(Serialize, JsonSchema)]
pub(super) struct HowRow<'a> {
    /// The status code.
    pub(super) code: Code,
    /// The target's name on the command line.
    pub(super) target: &'a str,
    /// What to do, in order.
    pub(super) steps: Vec<StepRow<'a>>,
    /// Sentences about deviations and servers: backticks mark code.
    pub(super) notes: &'a [String],
}

/// A step.
#[derive(Serialize, JsonSchema)]
pub(super) struct StepRow<'a> {
    /// Its name, such as `install`.
    pub(super) step: &'a str,
    /// What to type, or the names of files; one on each line.
    pub(super) text: &'a str,
}

impl<'a> StatusRow<'a> {
    pub(super) fn new(status: &'a Status) -> Self {
        Self {
            code: status.code,
            phrase: &status.phrase,
            formerly: &status.formerly,
            registration: status.registration,
            fault: status.fault,
            spec: status.spec.as_ref(),
            used_by: &status.used_by,
            summary: &status.summary,
        }
    }
}

impl<'a> TargetRow<'a> {
    pub(super) fn new(target: &'a Target) -> Self {
        Self {
            id: target.id(),
            title: &target.title,
            role: target.role,
            aliases: &target.aliases,
            language: &target.language,
            version: &target.version,
            documentation: target.documentation.as_str(),
            file: &target.file,
            port: target.port,
            install: &target.install,
            run: target.usual_run(),
            upstream_variable: target.upstream_variable.as_deref(),
        }
    }
}

impl<'a> FormatRow<'a> {
    pub(super) fn new(format: &'a dyn Format) -> Self {
        Self { name: format.name(), about: format.about(), extension: format.extension() }
    }
}

/// The JSON Schema of lists.
pub fn list_schema() -> Value {
    array_schema::<List<'_>>("list")
}

/// The JSON Schema of what `--how` prints.
pub fn how_schema() -> Value {
    array_schema::<Vec<HowRow<'_>>>("how")
}
