//! Parts of the object that stands for an example in JSON.

use schemars::JsonSchema;
use serde::Serialize;

use crate::catalogue::{Scenario, Url};
use crate::snippet::ProgramFile;
use crate::targets::{Absence, Deviation, Place};

/// What happens in the examples of a code.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ScenarioRecord<'a> {
    /// One sentence.
    pub(super) line: &'a str,
    /// The usual path of the resource; a segment in braces varies.
    pub(super) path: &'a str,
}

/// A file of a program.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct FileRecord<'a> {
    /// Under which name it is saved.
    pub(super) path: &'a str,
    /// The name after the opening fence of a Markdown code block.
    pub(super) fence: &'a str,
    /// The text, which ends with a line break.
    pub(super) text: &'a str,
}

/// Something that an example does otherwise than the code's exchange asks.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct DeviationRecord<'a> {
    /// The name of the edge or rule.
    pub(super) edge: &'a str,
    /// What happens: a sentence in which backticks stand around code.
    pub(super) what: &'a str,
    /// Whose behaviour it is.
    pub(super) whose: &'a str,
    /// Where they say so.
    pub(super) see: &'a Url,
    /// The servers on which it is so; empty for all of them.
    pub(super) servers: &'a [String],
}

/// A server on which an example is proven.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ServerRecord<'a> {
    /// The name by which `verify --server` selects it.
    pub(super) id: &'a str,
    /// The name for readers.
    pub(super) title: &'a str,
    /// Whether it is meant for development only.
    pub(super) development: bool,
}

/// A server on which an example does not work.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct NotHereRecord<'a> {
    #[serde(flatten)]
    pub(super) server: ServerRecord<'a>,
    /// What happens there: a sentence in which backticks stand around code.
    pub(super) what: &'a str,
    /// What to use instead; empty if there is nothing.
    pub(super) instead: &'a str,
}

impl<'a> ScenarioRecord<'a> {
    pub(super) fn new(scenario: &'a Scenario) -> Self {
        Self { line: scenario.line.as_str(), path: &scenario.path }
    }
}

impl<'a> FileRecord<'a> {
    pub(super) fn new(file: &'a ProgramFile) -> Self {
        Self { path: &file.path, fence: &file.fence, text: &file.text }
    }
}

impl<'a> DeviationRecord<'a> {
    pub(super) fn new(deviation: &'a Deviation) -> Self {
        Self {
            edge: &deviation.edge,
            what: deviation.what.trim(),
            whose: &deviation.whose,
            see: &deviation.see,
            servers: &deviation.servers,
        }
    }
}

impl<'a> ServerRecord<'a> {
    pub(super) fn new(place: &'a Place) -> Self {
        Self { id: &place.id, title: &place.title, development: place.development }
    }
}

impl<'a> NotHereRecord<'a> {
    pub(super) fn new(absence: &'a Absence) -> Self {
        Self {
            server: ServerRecord::new(&absence.place),
            what: &absence.what,
            instead: &absence.instead,
        }
    }
}
