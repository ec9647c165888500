//! Text in which parts of one length are replaced.

/// The text with each part of that length that `new` knows another text for.
pub(super) fn replaced(text: &str, length: usize, new: impl Fn(&str) -> Option<String>) -> String {
    let mut written = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if let Some(new) = rest.get(..length).and_then(&new) {
            written.push_str(&new);
            rest = rest.get(length..).unwrap_or_default();
        } else {
            written.push(first);
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
        }
    }
    written
}
