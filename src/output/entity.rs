//! Character references of HTML.

/// The text as HTML: nothing in it opens a tag, ends an attribute or is read as a reference.
pub(super) fn html(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut written, one| {
        push(&mut written, one);
        written
    })
}

/// The text as HTML in which these characters are references too.
pub(super) fn html_and(text: &str, also: &[char]) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut written, one| {
        if also.contains(&one) {
            written.push_str(&reference(one));
        } else {
            push(&mut written, one);
        }
        written
    })
}

/// The character by its number, which HTML, Markdown and AsciiDoc all read.
pub(super) fn reference(one: char) -> String {
    format!("&#{};", u32::from(one))
}

/// Adds a character as HTML.
pub(super) fn push(written: &mut String, one: char) {
    match one {
        '&' => written.push_str("&amp;"),
        '<' => written.push_str("&lt;"),
        '>' => written.push_str("&gt;"),
        '"' => written.push_str("&quot;"),
        '\'' => written.push_str("&#39;"),
        // A parser of HTML takes this one for a line feed, and the next for nothing it knows.
        '\r' => written.push_str("&#13;"),
        '\0' => written.push('\u{fffd}'),
        one => written.push(one),
    }
}
