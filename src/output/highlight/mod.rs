//! Highlighting with syntect's grammars: flat spans of a few classes, which a stylesheet colours.

mod class;
mod grammar;
mod known;
mod memory;
mod spans;

use std::sync::LazyLock;

use memory::{Memory, Runs};
#[cfg(feature = "site")]
pub(crate) use spans::SHORT;
use spans::Spans;
pub(crate) use spans::{LONG, Marks};

use crate::snippet::Snippet;

// Examples share most of their lines, so one cache serves all of them.
static MEMORY: LazyLock<Memory> = LazyLock::new(Memory::default);

/// The pieces of an example, read by the grammar of its language.
fn read(snippet: &Snippet) -> Option<Runs<'_>> {
    grammar::of(snippet).and_then(|grammar| MEMORY.runs(&snippet.text, grammar))
}

/// The example as HTML with its pieces marked.
pub(crate) fn highlighted(snippet: &Snippet, marks: &Marks) -> String {
    let runs = known::runs(snippet).or_else(|| read(snippet));
    let mut spans = Spans::new(marks);
    match runs {
        Some(runs) => runs.iter().for_each(|(text, class)| spans.run(text, *class)),
        None => spans.run(&snippet.text, None),
    }
    spans.end()
}
