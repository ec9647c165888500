//! The lines that a batch prints around results.

use schemars::JsonSchema;
use serde::Serialize;

use crate::request::Id;

/// The response to a request that has an id.
pub(super) struct Answered {
    pub(super) id: Id,
    /// The result as JSON, with a line break at its end.
    pub(super) result: String,
}

impl Answered {
    pub(super) fn line(&self) -> String {
        // Texts and integers always serialize.
        let id = serde_json::to_string(&self.id).unwrap_or_default();
        format!("{{\"id\":{id},\"result\":{}}}\n", self.result.trim_end())
    }
}

/// The response to a line that can't be processed.
#[derive(Serialize, JsonSchema)]
pub(super) struct Refused<'a> {
    /// The request's `id`, if it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Id")]
    pub(super) id: Option<Id>,
    /// What is wrong.
    pub(super) error: &'a str,
    /// What to do about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub(super) hint: Option<&'a str>,
    /// The number of the line, counted from 1.
    pub(super) line: u64,
    /// The column, counted from 1, if it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "usize")]
    pub(super) column: Option<usize>,
}
