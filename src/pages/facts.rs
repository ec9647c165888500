//! The title, the facts and the lists of a code, shared by several pages.

use super::labels;
use crate::catalogue::{Prose, Reference, Status};
use crate::output::Block;

/// `404 Not Found`, or `499 Client Closed Request (unofficial)`.
pub(super) fn title(status: &Status) -> String {
    let unofficial = if status.used_by.is_empty() { "" } else { " (unofficial)" };
    format!("{} {}{unofficial}", status.code, status.phrase)
}

/// The facts of a code that fit on one line each.
pub(super) fn facts(status: &Status, reference: Option<&Reference>) -> Vec<(String, String)> {
    let mut facts = vec![("Class", labels::class(status.code).to_owned())];
    facts.extend(labels::fault(status).map(|fault| ("Whose fault", fault.to_owned())));
    facts.push(("Body", labels::content(status.content).to_owned()));
    if let Some(reference) = reference {
        facts.push(("Cacheable", labels::cacheable(status.code, reference).to_owned()));
    }
    if let Some(spec) = &status.spec {
        let section = format!("{}, section {}", spec.document, spec.section);
        facts.push(("Specification", section));
    }
    if !status.used_by.is_empty() {
        let names: Vec<_> = status.used_by.iter().map(|user| user.name.as_str()).collect();
        facts.push(("Used by", names.join(", ")));
    }
    facts.push(("Registration", labels::registration(status.registration).to_owned()));
    if !status.formerly.is_empty() {
        facts.push(("Formerly", status.formerly.join(", ")));
    }
    let mut facts: Vec<_> = facts.into_iter().map(|(name, text)| (name.to_owned(), text)).collect();
    // The summary says what the only user of a code means by it.
    for user in status.used_by.iter().filter(|_| status.used_by.len() > 1) {
        facts.push((user.name.clone(), format!("{}. {}", user.phrase, user.meaning)));
    }
    facts
}

/// A heading and a list below it.
pub(super) fn list(heading: &str, texts: &[Prose], blocks: &mut Vec<Block<'_>>) {
    blocks.push(Block::Heading(heading.into()));
    blocks.push(Block::List(texts.iter().map(ToString::to_string).collect()));
}
