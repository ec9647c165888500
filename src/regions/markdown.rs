//! Markdown: only what its parser takes for HTML can hold a marker.

use pulldown_cmark::{Event, Options, Parser, Tag};

use super::comment::Found;
use super::html;

/// The markers of a document.
pub(super) fn comments(text: &str) -> Found {
    let mut found = Found::default();
    // A byte-order mark would keep the parser from seeing a block on the first line.
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let body = text.get(start..).unwrap_or_default();
    for (event, range) in Parser::new_ext(body, options()).into_offset_iter() {
        let range = range.start + start..range.end + start;
        match event {
            Event::Start(Tag::HtmlBlock) => html::scan(text, range, &mut found),
            Event::InlineHtml(_) => {
                let count = found.comments.len();
                html::scan(text, range, &mut found);
                found.inline_after(count);
            }
            Event::Start(Tag::CodeBlock(_) | Tag::MetadataBlock(_)) | Event::Code(_) => {
                found.verbatim.push(range);
            }
            _ => {}
        }
    }
    found
}

/// What site generators add to CommonMark and what changes where blocks begin and end.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
}
