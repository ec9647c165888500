//! The Static Analysis Results Interchange Format, 2.1.0.

use std::io;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde_json::{Value, json};

use super::super::finding::{Finding, Rule, findings};
use super::super::results::Results;
use crate::cli::output::print;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Characters that a URI path can't contain (RFC 3986, section 3.3), and the colon, which would
/// look like the end of a scheme.
const REFUSED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b':')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// What `check` found.
pub(in super::super) fn sarif(checked: &Results) -> io::Result<()> {
    let rules = Rule::ALL.map(|rule| {
        json!({
            "id": rule.name(),
            "shortDescription": {"text": rule.about()},
            "defaultConfiguration": {"level": level(rule)},
        })
    });
    let results: Vec<_> = findings(checked).iter().map(result).collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "statuscraft",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    print(&format!("{log:#}\n"))
}

fn level(rule: Rule) -> &'static str {
    if rule.is_error() { "error" } else { "warning" }
}

fn result(finding: &Finding<'_>) -> Value {
    let text = match &finding.hint {
        Some(hint) => format!("{}; {hint}", finding.message),
        None => finding.message.clone(),
    };
    let mut result = json!({
        "ruleId": finding.rule.name(),
        "level": level(finding.rule),
        "message": {"text": text},
    });
    if let Some(file) = finding.file {
        let mut place = json!({"artifactLocation": {"uri": uri(file)}});
        if let (Some(at), Some(place)) = (finding.place, place.as_object_mut()) {
            let region =
                json!({"startLine": at.line, "startColumn": at.column, "endLine": at.end_line});
            place.insert("region".into(), region);
        }
        if let Some(result) = result.as_object_mut() {
            result.insert("locations".into(), json!([{"physicalLocation": place}]));
        }
    }
    result
}

/// A path as a URI reference.
fn uri(path: &str) -> String {
    let path = utf8_percent_encode(path, REFUSED).to_string();
    if path.starts_with('/') { format!("file://{path}") } else { path }
}
