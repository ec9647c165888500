//! Character references in HTML.

/// The text as content of an element: nothing in it opens a tag or is read as a reference.
pub(crate) fn text(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    text.chars().for_each(|one| push(&mut written, one));
    written
}

/// The text as an attribute's value between double quotes.
pub(crate) fn attribute(text: &str) -> String {
    text_and(text, &['"'])
}

/// The text as content of an element, with these characters also written as references.
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

/// The character as a numeric reference, which HTML, Markdown and AsciiDoc all understand.
pub(super) fn reference(one: char) -> String {
    format!("&#{};", u32::from(one))
}

/// Adds a character of an element's content.
pub(super) fn push(written: &mut String, one: char) {
    match one {
        '&' => written.push_str("&amp;"),
        '<' => written.push_str("&lt;"),
        '>' => written.push_str("&gt;"),
        // A parser would turn the carriage return into a line feed, and rejects the null character.
        '\r' => written.push_str("&#13;"),
        '\0' => written.push('\u{fffd}'),
        one => written.push(one),
    }
}
