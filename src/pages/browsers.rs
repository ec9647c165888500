//! Which browsers support a code, in words.

use crate::catalogue::{BrowserSupport, Support};
use crate::output::Block;

/// The section on browsers.
pub(super) fn section(support: &BrowserSupport, blocks: &mut Vec<Block<'_>>) {
    blocks.push(Block::Heading("Browser support".into()));
    blocks.push(Block::Facts(support.support.iter().map(row).collect()));
    for feature in &support.features {
        blocks.push(Block::Paragraph(format!("{}:", feature.title)));
        blocks.push(Block::Facts(feature.support.iter().map(row).collect()));
    }
    let source = format!(
        "Source: version {} of MDN's browser-compat-data, {}",
        support.version, support.page
    );
    blocks.push(Block::Paragraph(source));
}

fn row(support: &Support) -> (String, String) {
    (support.browser.clone(), said(support))
}

/// `since 103, in part`, and the notes.
pub(super) fn said(support: &Support) -> String {
    let since = match &support.since {
        Some(since) => format!("since {since}"),
        None => "no".to_owned(),
    };
    let mut clauses = vec![since];
    clauses.extend(support.removed.iter().map(|removed| format!("until {removed}")));
    clauses.extend(support.partial.then(|| "in part".to_owned()));
    clauses.extend(support.behind.iter().map(|behind| format!("behind {behind}")));
    let notes = support.notes.iter().map(|note| note.as_str().trim_end_matches('.').to_owned());
    std::iter::once(clauses.join(", ")).chain(notes).collect::<Vec<_>>().join(". ")
}
