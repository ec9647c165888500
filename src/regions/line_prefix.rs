//! The text before a marker on its line, and before every line of its region.

/// The prefix of the following lines in the same list item or quote: bullets and numbers become
/// spaces. `None` if the text contains anything but spaces, bullets, numbers and, with `markdown`,
/// `>` and the colon of a definition.
pub(super) fn continuation(before: &str, markdown: bool) -> Option<String> {
    let mut prefix = String::with_capacity(before.len());
    let mut rest = before;
    while let Some(one) = rest.chars().next() {
        let length = match one {
            ' ' | '\t' => {
                prefix.push(one);
                1
            }
            '>' if markdown => {
                prefix.push('>');
                1
            }
            '\u{feff}' => one.len_utf8(),
            ':' if markdown && rest.get(1..).is_some_and(|it| it.starts_with([' ', '\t'])) => {
                prefix.push(' ');
                1
            }
            _ => {
                let length = item(rest)?;
                prefix.extend(std::iter::repeat_n(' ', length));
                length
            }
        };
        rest = rest.get(length..).unwrap_or_default();
    }
    Some(prefix)
}

/// The length of the bullet or number of a list item at the start of a text.
fn item(text: &str) -> Option<usize> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let length = if digits > 0 {
        digits + text.get(digits..)?.starts_with(['.', ')']).then_some(1)?
    } else if text.starts_with("#.") {
        2
    } else {
        text.starts_with(['-', '+', '*']).then_some(1)?
    };
    text.get(length..)?.starts_with([' ', '\t']).then_some(length)
}

/// A line of a document without its prefix. A line that holds only the visible part of the prefix
/// counts as empty.
pub(super) fn strip<'a>(line: &'a str, prefix: &str) -> &'a str {
    match line.strip_prefix(prefix) {
        Some(rest) => rest,
        None if line.trim_end() == prefix.trim_end() => "",
        None => line,
    }
}

/// Whether a line of a region is empty except for its prefix.
pub(super) fn is_blank(line: &str, prefix: &str) -> bool {
    let line = line.trim();
    line.is_empty() || line == prefix.trim()
}
