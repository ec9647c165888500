//! One JSON object.

use std::io;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Serialize;
use serde_json::Value;

use super::super::finding::{Finding, findings};
use super::super::results::Results;
use crate::cli::output::print;

/// What `check` found.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "statuscraft check")]
struct Report<'a> {
    /// How many documents were read.
    documents: usize,
    /// How many regions they have.
    regions: usize,
    /// The command that fixes stale regions.
    command: String,
    /// What is stale or wrong; empty if nothing is.
    findings: Vec<Row<'a>>,
    /// The unified diffs of all documents.
    diff: String,
}

/// A finding.
#[derive(Serialize, JsonSchema)]
struct Row<'a> {
    /// The kind of finding, such as `stale`.
    rule: &'static str,
    /// The document; null if no file is affected.
    file: Option<&'a str>,
    /// The first line, counted from 1.
    line: Option<usize>,
    /// The column of the first line, counted from 1.
    column: Option<usize>,
    /// The last line; that of the closing marker.
    end_line: Option<usize>,
    /// What is wrong.
    message: String,
    /// What to do about it.
    hint: Option<String>,
}

/// The JSON Schema of the report.
pub(in crate::cli) fn schema() -> Value {
    let generator = SchemaSettings::default().for_serialize().into_generator();
    let mut schema = generator.into_root_schema_for::<Report<'_>>();
    schema.insert("$id".into(), "urn:statuscraft:check:1".into());
    schema.to_value()
}

/// What `check` found.
pub(in super::super) fn json(results: &Results) -> io::Result<()> {
    let report = Report {
        documents: results.looked_at,
        regions: results.regions(),
        command: results.command.of_all(),
        findings: findings(results).into_iter().map(row).collect(),
        diff: results.outcomes().map(|(_, outcome)| outcome.diff.as_str()).collect(),
    };
    // Strings and numbers always serialize.
    let text = serde_json::to_string_pretty(&report).unwrap_or_default();
    print(&format!("{text}\n"))
}

fn row(finding: Finding<'_>) -> Row<'_> {
    Row {
        rule: finding.rule.name(),
        file: finding.file,
        line: finding.place.map(|place| place.line),
        column: finding.place.map(|place| place.column),
        end_line: finding.place.map(|place| place.end_line),
        message: finding.message,
        hint: finding.hint,
    }
}
