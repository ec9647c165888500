//! MDX: a marker is an expression that contains only a JavaScript comment.

use memchr::memmem;

use super::comment::{Found, is_marker};
use super::fault::Fault;
use super::jsx_comments::{CLOSE, OPEN};
use super::markdown::{Dialect, read};

/// The markers of a document.
pub(super) fn comments(text: &str) -> Result<Found, Fault> {
    let found = read(text, &understood(text), Dialect::Mdx);
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

/// The document in a form that a Markdown parser understands, of the same length: tags become text,
/// and comments become XML processing instructions, which may occur wherever comments may.
fn understood(text: &str) -> String {
    text.replace('<', "(").replace(OPEN, "<?(").replace(CLOSE, ")?>")
}
