//! HTML comments. Tags, their quoted attributes and elements with raw text are skipped.

use std::ops::Range;

use memchr::{memchr, memmem};

use super::comment::Found;

/// Elements whose content is text up to their end tag.
const RAW: [&str; 5] = ["script", "style", "textarea", "title", "xmp"];

/// The markers of a whole document.
pub(super) fn comments(text: &str) -> Found {
    let mut found = Found::default();
    scan(text, 0..text.len(), &mut found);
    found
}

/// The markers of a part of a document that is HTML.
pub(super) fn scan(text: &str, range: Range<usize>, found: &mut Found) {
    let part = text.get(..range.end).unwrap_or(text);
    let mut position = range.start;
    while let Some(rest) = part.as_bytes().get(position..) {
        let Some(start) = memchr(b'<', rest).map(|distance| position + distance) else { break };
        let Some(here) = part.get(start..) else { break };
        position = if here.starts_with("<!--") {
            let (end, close) = comment_end(here);
            let inner = (start + 4).min(start + close)..start + close;
            found.comment(text, start..start + end, inner);
            start + end
        } else {
            start + skip(here)
        };
    }
}

/// The length of a comment, and the end of its text. Without an end it takes the rest.
fn comment_end(comment: &str) -> (usize, usize) {
    // `<!-->` is a complete comment, so the search starts at the hyphens.
    let after = comment.as_bytes().get(2..).unwrap_or_default();
    memmem::find(after, b"-->").map_or((comment.len(), comment.len()), |at| (at + 5, at + 2))
}

/// The length of the tag at the start of the text, including its content if that is raw text.
fn skip(text: &str) -> usize {
    let name: &str = text.get(1..).unwrap_or_default();
    let length = name.bytes().take_while(u8::is_ascii_alphanumeric).count();
    if !name.starts_with(is_tag) {
        return 1;
    }
    // A tag without an end takes the rest with it, as in a browser.
    let Some(tag) = tag_length(text) else { return text.len() };
    let name = name.get(..length).unwrap_or_default();
    if !RAW.iter().any(|raw| raw.eq_ignore_ascii_case(name)) {
        return tag;
    }
    let content = text.get(tag..).unwrap_or_default();
    content
        .match_indices("</")
        .find(|(at, _)| {
            let end = content.get(at + 2..at + 2 + length);
            end.is_some_and(|end| end.eq_ignore_ascii_case(name))
        })
        .map_or(text.len(), |(at, _)| tag + at)
}

fn is_tag(first: char) -> bool {
    first.is_ascii_alphabetic() || first == '/'
}

/// The length of a tag; the values of its attributes may contain `>` in quotes.
fn tag_length(tag: &str) -> Option<usize> {
    let mut quote = None;
    let mut last = ' ';
    for (at, one) in tag.char_indices().skip(1) {
        match quote {
            Some(open) if open == one => quote = None,
            Some(_) => continue,
            None if one == '>' => return Some(at + 1),
            None if matches!(one, '"' | '\'') && last == '=' => quote = Some(one),
            None => {}
        }
        if !one.is_whitespace() {
            last = one;
        }
    }
    None
}
