use std::fmt;

use serde::{Deserialize, Serialize};

/// A text for readers: one paragraph in which backticks stand around code, and
/// `RFC 9110, section 15.5.5` cites a section.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "formats", derive(schemars::JsonSchema))]
#[serde(try_from = "String", into = "String")]
pub struct Prose(String);

/// A part of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span<'a> {
    /// Words.
    Words(&'a str),
    /// What stood between backticks.
    Code(&'a str),
    /// A section of an RFC.
    Citation(Citation<'a>),
}

/// A section of an RFC, as a text cites it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Citation<'a> {
    /// The words, such as `RFC 9110, section 15.5.5`.
    pub text: &'a str,
    /// The RFC's number.
    pub rfc: &'a str,
    /// The section's number, or the appendix's letter and number.
    pub section: &'a str,
}

impl Prose {
    /// The text as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The parts of the text, in order; together they are the text without its backticks.
    pub fn spans(&self) -> Vec<Span<'_>> {
        spans(&self.0)
    }

    /// Its sentences. A full stop inside a word, as in `HTTP/1.1`, ends none.
    pub(super) fn sentences(&self) -> impl Iterator<Item = &str> {
        let mut rest = self.0.as_str();
        std::iter::from_fn(move || {
            if rest.is_empty() {
                return None;
            }
            let ends = [". ", "? ", "! "].iter().filter_map(|end| rest.find(end)).min();
            let (sentence, after) = rest.split_at(ends.map_or(rest.len(), |end| end + 1));
            rest = after.trim_start();
            Some(sentence)
        })
    }
}

impl Citation<'_> {
    /// Where the section can be read.
    pub fn url(&self) -> String {
        let kind = if self.section.starts_with(|one: char| one.is_ascii_digit()) {
            "section"
        } else {
            "appendix"
        };
        format!("https://www.rfc-editor.org/rfc/rfc{}#{kind}-{}", self.rfc, self.section)
    }
}

/// Words, code and citations in a text.
pub(crate) fn spans(text: &str) -> Vec<Span<'_>> {
    let mut spans = Vec::new();
    for span in code_spans(text) {
        match span {
            Span::Words(words) => cite(words, &mut spans),
            other => spans.push(other),
        }
    }
    spans
}

/// Words and code in a sentence. A backtick without a partner is a word.
pub(crate) fn code_spans(sentence: &str) -> Vec<Span<'_>> {
    let mut spans = Vec::new();
    let mut rest = sentence;
    while let Some((before, code, after)) = next_code(rest) {
        spans.push(Span::Words(before));
        spans.push(Span::Code(code));
        rest = after;
    }
    spans.push(Span::Words(rest));
    spans.retain(|span| *span != Span::Words(""));
    spans
}

/// What stands before, between and after the next two backticks, if they are single ones with
/// something between them.
fn next_code(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('`')?;
    let (code, after) = rest.split_once('`')?;
    (!code.trim().is_empty() && !after.starts_with('`')).then_some((before, code, after))
}

/// Words with the citations in them.
fn cite<'a>(words: &'a str, spans: &mut Vec<Span<'a>>) {
    let mut rest = words;
    let mut from = 0;
    while let Some(found) = rest.get(from..).and_then(|tail| tail.find("RFC ")) {
        let start = from + found;
        let Some(citation) = rest.get(start..).and_then(citation) else {
            from = start + 1;
            continue;
        };
        if start > 0 {
            spans.extend(rest.get(..start).map(Span::Words));
        }
        spans.push(Span::Citation(citation));
        rest = rest.get(start + citation.text.len()..).unwrap_or_default();
        from = 0;
    }
    if !rest.is_empty() {
        spans.push(Span::Words(rest));
    }
}

/// The citation that the text begins with.
fn citation(text: &str) -> Option<Citation<'_>> {
    let after = text.strip_prefix("RFC ")?;
    let rfc = leading(after, |one| one.is_ascii_digit());
    let after = after.strip_prefix(rfc)?;
    let after = after.strip_prefix(", section ").or_else(|| after.strip_prefix(", appendix "))?;
    let section = leading(after, |one| one.is_ascii_alphanumeric() || one == '.');
    let section = section.trim_end_matches('.');
    if rfc.is_empty() || section.is_empty() {
        return None;
    }
    let length = text.len() - after.len() + section.len();
    Some(Citation { text: text.get(..length)?, rfc, section })
}

fn leading(text: &str, wanted: impl Fn(char) -> bool) -> &str {
    text.get(..text.find(|one| !wanted(one)).unwrap_or(text.len())).unwrap_or_default()
}

impl TryFrom<String> for Prose {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        if text.is_empty() {
            return Err("an empty text".into());
        }
        if text.trim() != text || text.contains(|one: char| one.is_control()) {
            return Err(format!(
                "`{}` is not one paragraph: expected no line break, and no space around it",
                text.escape_debug()
            ));
        }
        if !text.matches('`').count().is_multiple_of(2) {
            return Err(format!("`{}` has a backtick without a partner", text.escape_debug()));
        }
        Ok(Self(text))
    }
}

impl From<Prose> for String {
    fn from(prose: Prose) -> Self {
        prose.0
    }
}

impl fmt::Display for Prose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let prose = Prose(text.to_owned());
        let shown = prose.spans().into_iter().map(|span| match span {
            Span::Words(words) => format!("({words})"),
            Span::Code(code) => format!("[{code}]"),
            Span::Citation(cited) => format!("<{}#{}>", cited.rfc, cited.section),
        });
        shown.collect()
    }

    #[test]
    fn backticks_come_in_pairs() {
        for (sentence, written) in [
            ("no code", "(no code)"),
            ("a `b` c `d`", "(a )[b]( c )[d]"),
            ("`b` c ` d", "[b]( c ` d)"),
            ("an `` empty `one`", "(an `` empty `one`)"),
            ("`a``b`", "(`a``b`)"),
            ("", ""),
        ] {
            assert_eq!(shown(sentence), written);
        }
    }

    #[test]
    fn sections_of_rfcs_are_cited() {
        for (sentence, written) in [
            ("So (RFC 9110, section 15.5.5).", "(So ()<9110#15.5.5>().)"),
            ("RFC 2324, section 2.3.2.", "<2324#2.3.2>(.)"),
            ("RFC 9110, appendix B.1, and RFC 9111", "<9110#B.1>(, and RFC 9111)"),
            ("RFC x, RFC 1, section 2", "(RFC x, )<1#2>"),
        ] {
            assert_eq!(shown(sentence), written);
        }
    }

    #[test]
    fn sentences_end_at_a_stop_and_a_space() {
        let sentences = |text: &str| -> Vec<String> {
            Prose(text.to_owned()).sentences().map(str::to_owned).collect()
        };
        for (text, expected) in [
            ("One. Two? Three! Four.", &["One.", "Two?", "Three!", "Four."][..]),
            ("HTTP/1.1 has it, e.g.this.", &["HTTP/1.1 has it, e.g.this."]),
            ("One.  Two", &["One.", "Two"]),
            ("One", &["One"]),
        ] {
            assert_eq!(sentences(text), expected);
        }
    }

    #[test]
    fn a_text_is_one_paragraph_and_prints_as_it_was_written() {
        let read = |text: &str| Prose::try_from(text.to_owned());
        for wrong in ["", " x", "x ", "x\ny", "x\ty", "one `backtick", "`a` `"] {
            assert!(read(wrong).is_err(), "{wrong:?}");
        }
        let prose = read("So `it` is.").expect("a text");
        assert_eq!(prose.to_string(), "So `it` is.");
        assert_eq!(prose.as_str(), "So `it` is.");
        assert_eq!(String::from(prose), "So `it` is.");
    }

    #[test]
    fn a_citation_leads_to_its_section() {
        let url = |text| citation(text).map(|it| it.url());
        let base = "https://www.rfc-editor.org/rfc/rfc9110#";
        assert_eq!(
            url("RFC 9110, section 15.5.5").as_deref(),
            Some(&*format!("{base}section-15.5.5"))
        );
        assert_eq!(url("RFC 9110, appendix B.1").as_deref(), Some(&*format!("{base}appendix-B.1")));
        for none in ["RFC , section 1", "RFC 1, section ", "RFC 1", "rfc 1, section 1"] {
            assert_eq!(url(none), None, "{none}");
        }
    }
}
