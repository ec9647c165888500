//! One JSON object.

use std::io;

use serde::Serialize;

use super::super::finding::{Finding, findings};
use super::super::results::Results;
use crate::cli::output::print;

#[derive(Serialize)]
struct Report<'a> {
    /// How many documents were read.
    documents: usize,
    /// How many regions they have.
    regions: usize,
    /// The command that fixes stale regions.
    command: String,
    findings: Vec<Row<'a>>,
    /// The unified diffs of all documents.
    diff: String,
}

#[derive(Serialize)]
struct Row<'a> {
    rule: &'static str,
    file: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    message: String,
    hint: Option<String>,
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
