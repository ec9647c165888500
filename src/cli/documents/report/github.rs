//! Workflow commands of GitHub Actions, which become annotations of the lines.

use std::io;

use super::super::finding::{Finding, findings};
use super::super::results::Results;
use crate::cli::output::print;

/// What `check` found.
pub(in super::super) fn github(results: &Results) -> io::Result<()> {
    print(&findings(results).iter().map(annotation).collect::<String>())
}

fn annotation(finding: &Finding<'_>) -> String {
    let level = if finding.rule.is_error() { "error" } else { "warning" };
    let mut properties = Vec::new();
    if let Some(file) = finding.file {
        properties.push(format!("file={}", property(file)));
    }
    if let Some(place) = finding.place {
        properties.push(format!("line={}", place.line));
        // A column is only shown if the annotation covers one line.
        if place.end_line == place.line {
            properties.push(format!("col={}", place.column));
        } else {
            properties.push(format!("endLine={}", place.end_line));
        }
    }
    properties.push(format!("title=statuscraft {}", finding.rule.name()));
    let text = match &finding.hint {
        Some(hint) => format!("{}\n{hint}", finding.message),
        None => finding.message.clone(),
    };
    format!("::{level} {}::{}\n", properties.join(","), data(&text))
}

/// Text as the value of a command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Text as one of its properties.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
