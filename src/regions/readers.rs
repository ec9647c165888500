//! The reader of each kind of document.

use super::comment::Found;
use super::fault::Fault;
use super::kind::Kind;
use super::{asciidoc, astro, html, lines, markdown, mdx, rst};

/// The markers of a document of that kind.
pub(super) fn comments(text: &str, kind: &Kind) -> Result<Found, Fault> {
    match kind {
        Kind::Markdown => Ok(markdown::comments(text)),
        Kind::Mdx => mdx::comments(text),
        Kind::Html => Ok(html::comments(text)),
        Kind::Astro => Ok(astro::comments(text)),
        Kind::Asciidoc => Ok(asciidoc::comments(text)),
        Kind::Rst => Ok(rst::comments(text)),
        Kind::Other(syntax) => Ok(lines::comments(text, syntax)),
    }
}
