//! Reads the parts of a Markdown document.

use serde::Serialize;

/// A heading, a paragraph, a list or a table.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Part {
    /// A heading below that of the document.
    Heading(String),
    /// The items of a list.
    List(Vec<String>),
    /// A paragraph, on one line.
    Text(String),
    /// A table.
    Table {
        /// Its first row.
        head: Vec<String>,
        /// The others.
        rows: Vec<Vec<String>>,
    },
}

/// The parts of a document, without its first heading.
pub(super) fn parts(document: &str) -> Vec<Part> {
    document.split("\n\n").filter_map(part).collect()
}

fn part(block: &str) -> Option<Part> {
    let lines: Vec<_> = block.lines().filter(|line| !line.is_empty()).collect();
    let first = lines.first()?;
    if let Some(heading) = first.strip_prefix('#') {
        let heading = heading.strip_prefix('#')?.trim_start_matches('#').trim();
        return Some(Part::Heading(heading.to_owned()));
    }
    if first.starts_with("- ") {
        let items = lines.iter().filter_map(|line| line.strip_prefix("- "));
        return Some(Part::List(items.map(str::to_owned).collect()));
    }
    if !first.starts_with('|') {
        return Some(Part::Text(lines.join(" ").replace("**", "")));
    }
    let mut rows = lines.iter().filter_map(|line| cells(line));
    Some(Part::Table { head: rows.next()?, rows: rows.collect() })
}

/// The cells of a row; `None` for the line between head and body.
fn cells(line: &str) -> Option<Vec<String>> {
    let inside = line.trim().strip_prefix('|')?.strip_suffix('|')?;
    let rule = inside.bytes().all(|byte| b"-:| ".contains(&byte));
    (!rule).then(|| inside.split('|').map(|cell| cell.trim().to_owned()).collect())
}
