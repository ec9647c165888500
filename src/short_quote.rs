//! Texts that libraries make of a file's content, fit to be shown.

/// How much of a file a message may show.
const LONGEST: usize = 40;

/// How long a message may be: names of fields that were expected stand one after another.
#[cfg(any(test, feature = "overlays", feature = "pipelines"))]
const MOST: usize = 2000;

/// What libraries say before they quote a file, and after it.
#[cfg(any(test, feature = "overlays", feature = "pipelines"))]
const QUOTATIONS: [(&str, &str); 5] = [
    ("string \"", "\", expected"),
    ("character `", "`, expected"),
    ("unknown field `", "`, expected"),
    ("unknown field `", "`, there are no fields"),
    ("unknown variant `", "`, expected"),
];

/// The message with what it quotes cut to a short, printable word: a file that was named by mistake, or by
/// somebody who wants to see it, is not shown that way.
#[cfg(any(test, feature = "overlays", feature = "pipelines"))]
pub(crate) fn shortened(message: &str) -> String {
    let mut short = String::new();
    let quotation = QUOTATIONS.iter().find_map(|(before, after)| {
        let start = message.find(before)? + before.len();
        let end = message.rfind(after).filter(|end| *end >= start)?;
        Some((message.get(..start)?, message.get(start..end)?, message.get(end..)?))
    });
    match quotation {
        Some((before, quoted, after)) => {
            cut(before, MOST, &mut short);
            quote(quoted, &mut short);
            cut(after, MOST, &mut short);
        }
        None => {
            for (index, part) in message.split('`').enumerate() {
                short.push_str(if index == 0 { "" } else { "`" });
                if index % 2 == 0 { cut(part, MOST, &mut short) } else { quote(part, &mut short) }
            }
        }
    }
    let mut whole = String::new();
    cut(&short, MOST, &mut whole);
    whole
}

/// The message of a template engine with what it quotes cut to a short word: names of any length, and what
/// stands between quotation marks.
pub(crate) fn shortened_words(message: &str) -> String {
    let mut short = String::new();
    for (index, part) in message.split('"').enumerate() {
        short.push_str(if index == 0 { "" } else { "\"" });
        if index % 2 == 0 {
            part.split_inclusive(' ').for_each(|word| cut(word, LONGEST, &mut short));
        } else {
            quote(part, &mut short);
        }
    }
    short
}

/// Adds the first word of a text, and a sign that there was more.
fn quote(text: &str, short: &mut String) {
    let is_one = text.chars().nth(1).is_none();
    match text.find(char::is_whitespace).filter(|_| !is_one) {
        Some(end) => {
            cut(text.get(..end).unwrap_or_default(), LONGEST, short);
            short.push('\u{2026}');
        }
        None => cut(text, LONGEST, short),
    }
}

/// A word that a user typed, printable and not too long to be read.
pub(crate) fn word(text: &str) -> String {
    let mut short = String::new();
    cut(text, LONGEST, &mut short);
    short
}

/// Adds so many characters of a text, and a sign that there were more.
fn cut(text: &str, most: usize, short: &mut String) {
    text.chars().take(most).for_each(|one| push(one, short));
    if text.chars().nth(most).is_some() {
        short.push('\u{2026}');
    }
}

fn push(one: char, text: &mut String) {
    if one.is_control() || is_invisible(one) {
        text.extend(one.escape_unicode());
    } else {
        text.push(one);
    }
}

/// What a terminal obeys or doesn't show: it would make a text look like another one.
fn is_invisible(one: char) -> bool {
    matches!(one, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// The text of one line with everything that a terminal obeys written by number.
#[cfg(feature = "cli")]
pub(crate) fn printable(text: &str) -> String {
    let mut printable = String::with_capacity(text.len());
    text.chars().for_each(|one| push(one, &mut printable));
    printable
}

/// The same of many lines, with their ends and tabs.
#[cfg(feature = "cli")]
pub(crate) fn printable_lines(text: &str) -> String {
    let mut printable = String::with_capacity(text.len());
    for one in text.chars() {
        match one {
            '\n' | '\t' => printable.push(one),
            _ => push(one, &mut printable),
        }
    }
    printable
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_quoted_is_short_and_printable() {
        let key = "x".repeat(500);
        let said = format!("invalid type: string \"-----BEGIN\u{1b}]0;a\u{7} {key}\", expected b");
        let short = shortened(&said);
        assert!(short.chars().count() < 140, "{short}");
        assert!(short.ends_with("\u{2026}\", expected b"), "{short}");
        assert!(short.contains("BEGIN\\u{1b}]0;a\\u{7}\u{2026}"), "{short}");
        let said = "unknown field `correct horse`, expected `b`";
        assert_eq!(shortened(said), "unknown field `correct\u{2026}`, expected `b`");
        assert_eq!(shortened("unknown field `a`, expected `b`"), "unknown field `a`, expected `b`");
    }

    #[test]
    fn a_template_is_quoted_by_short_words() {
        let said = format!("unknown statement {}", "x".repeat(300));
        assert_eq!(shortened_words(&said), format!("unknown statement {}\u{2026}", "x".repeat(40)));
        let said = "template \"correct horse battery\" does not exist";
        assert_eq!(shortened_words(said), "template \"correct\u{2026}\" does not exist");
    }

    #[test]
    fn nothing_reaches_a_terminal_that_it_obeys() {
        assert_eq!(printable("a\tb\n"), "a\\u{9}b\\u{a}");
        assert_eq!(printable_lines("a\tb\n\u{1b}[2J\u{202e}\r"), "a\tb\n\\u{1b}[2J\\u{202e}\\u{d}");
    }
}
