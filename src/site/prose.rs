//! The catalogue's texts as HTML.

use crate::catalogue::{Prose, Span};
use crate::output::entity;

/// The text as HTML: code in `code`, a citation as a link to its section.
pub(super) fn html(text: &str) -> String {
    // Text that is not valid prose is shown as plain words.
    let Ok(prose) = Prose::try_from(text.to_owned()) else { return entity::text(text) };
    let mut written = String::with_capacity(text.len() * 2);
    for span in prose.spans() {
        match span {
            Span::Words(words) => written.push_str(&entity::text(words)),
            Span::Code(code) => {
                written.extend(["<code>", &entity::text(code), "</code>"]);
            }
            Span::Citation(cited) => {
                let (url, text) = (entity::attribute(&cited.url()), entity::text(cited.text));
                written.extend(["<a href=\"", &url, "\">", &text, "</a>"]);
            }
        }
    }
    written
}

/// The text without its backticks, for attributes and data.
pub(super) fn plain(text: &str) -> String {
    text.replace('`', "")
}
