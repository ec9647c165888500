//! How a user names a code: by number, phrase or former phrase, or as a status line does.

use heck::ToKebabCase;

use super::status::Status;

/// Longer texts are no phrases.
const LONGEST: usize = 200;

/// The number that the query is, if it is one.
pub(super) fn number(query: &str) -> Option<u16> {
    query.trim().parse().ok()
}

/// A number and its phrase, as status lines, headings and error pages write them: `HTTP/1.1 NUMBER PHRASE`,
/// `NUMBER PHRASE`, `HTTP NUMBER`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct StatusLine<'q> {
    pub(super) number: &'q str,
    pub(super) phrase: &'q str,
}

impl<'q> StatusLine<'q> {
    /// The parts of such a line, if the query is one.
    pub(super) fn read(query: &'q str) -> Option<Self> {
        let query = query.trim();
        let line = after_protocol(query).unwrap_or(query);
        let (number, rest) = line.split_at_checked(DIGITS)?;
        let is_number = number.bytes().all(|byte| byte.is_ascii_digit());
        let is_apart = rest.is_empty() || rest.starts_with([' ', '\t', ':']);
        let phrase = rest.trim_start_matches([' ', '\t', ':']);
        (is_number && is_apart && query.len() <= LONGEST).then_some(Self { number, phrase })
    }
}

/// Whether the query begins as a status line does.
#[cfg(feature = "formats")]
pub(crate) fn is_status_line(query: &str) -> bool {
    StatusLine::read(query).is_some()
}

/// How many digits a code has.
const DIGITS: usize = 3;

/// What follows the protocol and its version.
fn after_protocol(query: &str) -> Option<&str> {
    let (protocol, rest) = query.split_once([' ', '\t'])?;
    let (name, version) = protocol.split_once('/').unwrap_or((protocol, ""));
    let is_version = version.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    (name.eq_ignore_ascii_case("http") && is_version).then(|| rest.trim_start())
}

/// Whether the query is the phrase of this status, or was.
pub(super) fn names(status: &Status, query: &str) -> bool {
    // No phrase is that long, and somebody may paste a whole page.
    if query.len() > LONGEST {
        return false;
    }
    let wanted = letters(query);
    !wanted.is_empty()
        && std::iter::once(&status.phrase)
            .chain(&status.formerly)
            .chain(status.used_by.iter().map(|user| &user.phrase))
            .any(|phrase| letters(phrase) == wanted)
}

/// The phrase as a user would type it at a shell: `not-found`, `im-a-teapot`.
pub(super) fn kebab(phrase: &str) -> String {
    phrase.replace('\'', "").to_kebab_case()
}

/// Lower-case letters and digits only. Case, spaces and punctuation don't distinguish phrases.
fn letters(text: &str) -> String {
    text.chars().filter(|one| one.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_line_has_a_number_and_may_have_a_protocol_and_a_phrase() {
        for (query, parts) in [
            ("502 Bad Gateway", Some(("502", "Bad Gateway"))),
            (" HTTP 502", Some(("502", ""))),
            ("HTTP/1.1 404 Not Found", Some(("404", "Not Found"))),
            ("http/2 404: not found ", Some(("404", "not found"))),
            ("HTTP Version Not Supported", None),
            ("FTP 502", None),
            ("5020 x", None),
            ("502x", None),
            ("50", None),
        ] {
            let read = StatusLine::read(query).map(|line| (line.number, line.phrase));
            assert_eq!(read, parts, "{query}");
        }
    }
}
