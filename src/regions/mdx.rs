//! MDX: a marker is an expression that contains only a JavaScript comment.

use memchr::memmem;

use super::comment::{Found, Place, is_closing, is_marker};
use super::fault::Fault;
use super::jsx_comments::{CLOSE, OPEN};
use super::markdown::{Dialect, read};
use super::mdx_javascript::JavaScript;

/// The markers of a document.
pub(super) fn comments(text: &str) -> Result<Found, Fault> {
    let mut found = read(text, &understood(text), Dialect::Mdx);
    if !found.comments.is_empty() {
        let script = script(text, &found);
        found.without_script(text, script);
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

/// The JavaScript in a document.
fn script(text: &str, found: &Found) -> JavaScript {
    let mut code = found.verbatim.clone();
    code.sort_by_key(|part| part.start);
    let mut script = JavaScript::of(text, |at| {
        let next = code.partition_point(|part| part.end <= at);
        code.get(next).is_some_and(|part| part.contains(&at))
    });
    script.in_code.sort_unstable();
    script
}

impl Found {
    /// Takes out the comments in JavaScript, and remembers those that were meant as markers. One that
    /// directly follows lines that import or export stays, to be refused.
    fn without_script(&mut self, text: &str, script: JavaScript) {
        let mut inert = Vec::new();
        self.comments.retain_mut(|comment| {
            let at = comment.range.start;
            let next = script.parts.partition_point(|part| part.end <= at);
            if !script.parts.get(next).is_some_and(|part| part.contains(&at)) {
                return true;
            }
            if script.below_modules.binary_search(&at).is_ok() {
                comment.place = Place::Module;
                return true;
            }
            let opens = !text.get(comment.text.clone()).is_some_and(is_closing);
            if opens && script.in_code.binary_search(&at).is_ok() {
                inert.push(Fault::new(at, INERT, "move the region out of the JavaScript"));
            }
            false
        });
        self.inert = inert;
        self.script = script.parts;
    }
}

const INERT: &str = "this marker is a comment of JavaScript, where a region can't be";

/// The document in a form that a Markdown parser understands, of the same length: tags become text,
/// and comments become XML processing instructions, which may occur wherever comments may.
fn understood(text: &str) -> String {
    text.replace('<', "(").replace(OPEN, "<?(").replace(CLOSE, ")?>")
}
