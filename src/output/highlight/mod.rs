//! Highlighting with syntect's grammars: flat spans of a few classes, which a stylesheet colours.

mod class;
mod grammar;
mod known_examples;
mod line_cache;
mod spans;
mod terminal;

use std::sync::LazyLock;

use line_cache::{LineCache, Runs};
#[cfg(feature = "site")]
pub(crate) use spans::SHORT;
use spans::Spans;
pub(crate) use spans::{LONG, Marks};

use super::code::CodeFile;

// Examples share most of their lines, so one cache serves all of them.
static LINE_CACHE: LazyLock<LineCache> = LazyLock::new(LineCache::default);

/// The pieces of a text, read by the grammar of its language.
fn read<'a>(code: &CodeFile<'a>) -> Option<Runs<'a>> {
    grammar::of(code).and_then(|grammar| LINE_CACHE.runs(code.text, grammar))
}

/// The text as HTML with its pieces marked.
pub(crate) fn highlighted(code: &CodeFile<'_>, marks: &Marks) -> String {
    let runs = known_examples::runs(code).or_else(|| read(code));
    let mut spans = Spans::new(marks);
    match runs {
        Some(runs) => runs.iter().for_each(|(text, class)| spans.run(text, *class)),
        None => spans.run(code.text, None),
    }
    spans.end()
}

/// The text with its pieces coloured for a terminal.
pub(crate) fn coloured(code: &CodeFile<'_>) -> String {
    match known_examples::runs(code).or_else(|| read(code)) {
        Some(runs) => terminal::painted(&runs),
        None => code.text.to_owned(),
    }
}
