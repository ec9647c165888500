//! Character references of HTML.

/// The text between tags: nothing in it opens a tag or is read as a reference.
pub(crate) fn text(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    text.chars().for_each(|one| push(&mut written, one));
    written
}

/// The text as an attribute's value between double quotes.
pub(crate) fn attribute(text: &str) -> String {
    text_and(text, &['"'])
}

/// The text between tags, in which these characters are references too.
pub(super) fn text_and(text: &str, also: &[char]) -> String {
    let mut written = String::with_capacity(text.len());
    for one in text.chars() {
        if also.contains(&one) {
            written.push_str(&reference(one));
        } else {
            push(&mut written, one);
        }
    }
    written
}

/// The character by its number, which HTML, Markdown and AsciiDoc all read.
pub(super) fn reference(one: char) -> String {
    format!("&#{};", u32::from(one))
}

/// Adds a character of text between tags.
pub(super) fn push(written: &mut String, one: char) {
    match one {
        '&' => written.push_str("&amp;"),
        '<' => written.push_str("&lt;"),
        '>' => written.push_str("&gt;"),
        // A parser takes this one for a line feed, and the next for nothing it knows.
        '\r' => written.push_str("&#13;"),
        '\0' => written.push('\u{fffd}'),
        one => written.push(one),
    }
}
