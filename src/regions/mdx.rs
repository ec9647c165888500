//! MDX: a marker is an expression that contains only a JavaScript comment.

use std::ops::Range;

use memchr::memmem;

use super::comment::{Found, is_marker};
use super::fault::Fault;
use super::jsx_comments::{CLOSE, OPEN};
use super::markdown::{Dialect, read};
use super::mdx_javascript;

/// The markers of a document.
pub(super) fn comments(text: &str) -> Result<Found, Fault> {
    let mut found = read(text, &understood(text), Dialect::Mdx);
    if !found.comments.is_empty() {
        let scripts = scripts(text, &found);
        let within = |at: usize| {
            let next = scripts.partition_point(|part| part.end <= at);
            scripts.get(next).is_some_and(|part| part.contains(&at))
        };
        found.comments.retain(|comment| !within(comment.range.start));
        found.script = scripts;
    }
    let is_code = |at: usize| found.verbatim.iter().any(|range| range.contains(&at));
    let foreign = |at: &usize| is_marker(text.get(at + 4..).unwrap_or_default()) && !is_code(*at);
    match memmem::find_iter(text.as_bytes(), b"<!--").find(foreign) {
        Some(at) => Err(Fault::new(
            at,
            "MDX has no HTML comments",
            "in MDX, write `{/* statuscraft … */}` and `{/* /statuscraft */}`",
        )),
        None => Ok(found),
    }
}

/// The parts of a document that are JavaScript.
fn scripts(text: &str, found: &Found) -> Vec<Range<usize>> {
    let mut code = found.verbatim.clone();
    code.sort_by_key(|part| part.start);
    mdx_javascript::parts(text, |at| {
        let next = code.partition_point(|part| part.end <= at);
        code.get(next).is_some_and(|part| part.contains(&at))
    })
}

/// The document in a form that a Markdown parser understands, of the same length: tags become text,
/// and comments become XML processing instructions, which may occur wherever comments may.
fn understood(text: &str) -> String {
    text.replace('<', "(").replace(OPEN, "<?(").replace(CLOSE, ")?>")
}
