//! `import` lines. A document may import each name only once.

use std::collections::BTreeSet;

use super::document::Document;
use crate::error::{Error, ErrorKind, Result};

/// The names that a document imports outside its regions.
pub(super) fn outside(document: &Document<'_>) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for line in super::lines::lines(document.text) {
        let text = document.text.get(line.clone()).unwrap_or_default();
        let within = |range: &std::ops::Range<usize>| range.contains(&line.start);
        if text.starts_with("import ")
            && !document.verbatim.iter().any(within)
            && !document.regions.iter().any(|region| within(&region.content))
        {
            names.extend(bound(text));
        }
    }
    names
}

/// The lines that a document with those names still needs. The names they import are added.
pub(super) fn missing<'a>(
    lines: &'a [String],
    names: &mut BTreeSet<String>,
) -> Result<Vec<&'a str>> {
    let mut missing = Vec::new();
    for line in lines {
        let new = bound(line).filter(|name| !names.contains(name)).collect::<Vec<_>>();
        if new.len() < bound(line).count() && !new.is_empty() {
            return Err(needs(new.join("` and `")));
        }
        if !new.is_empty() {
            missing.push(line.as_str());
            names.extend(new);
        }
    }
    Ok(missing)
}

/// The error for `import` lines that can't be placed in the region, for example in a list.
pub(super) fn out_of_place(lines: &[&str]) -> Error {
    let names = lines.iter().flat_map(|line| bound(line)).collect::<Vec<_>>();
    needs(names.join("` and `"))
        .with_hint(format!("put `{}` at the top of the document", lines.join("` and `")))
}

fn needs(names: impl std::fmt::Display) -> Error {
    Error::new(ErrorKind::Document, format!("`{names}` must be imported outside the region"))
        .with_hint("complete the document's own `import` line")
}

/// The names that an import line binds: `import Tabs, { TabItem as Item } from "…"` binds `Tabs`
/// and `Item`.
fn bound(line: &str) -> impl Iterator<Item = String> {
    let clause = line.strip_prefix("import ").unwrap_or_default();
    let clause = clause.rsplit_once(" from ").map_or("", |(names, _)| names);
    clause
        .split(['{', '}', ','])
        .filter_map(|name| name.split_whitespace().last())
        .map(str::to_owned)
}
