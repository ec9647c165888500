//! Sentences of the catalogue and the targets, in which backticks stand around code.

use crate::snippet::Refusal;

/// A part of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Span<'a> {
    /// Words.
    Words(&'a str),
    /// What stood between backticks.
    Code(&'a str),
}

/// The sentence written with one function for words and one for code. A backtick without a partner
/// is a word.
pub(super) fn write(
    sentence: &str,
    words: impl Fn(&str) -> String,
    code: impl Fn(&str) -> String,
) -> String {
    spans(sentence)
        .into_iter()
        .map(|span| match span {
            Span::Words(text) => words(text),
            Span::Code(text) => code(text),
        })
        .collect()
}

/// A refusal as whole sentences.
pub(super) fn sentences(refusal: &Refusal) -> String {
    match &refusal.instead {
        Some(instead) => format!("{refusal}. Instead: {instead}."),
        None => format!("{refusal}."),
    }
}

fn spans(sentence: &str) -> Vec<Span<'_>> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn backticks_come_in_pairs() {
        let words = |text: &str| format!("({text})");
        let code = |text: &str| format!("[{text}]");
        for (sentence, written) in [
            ("no code", "(no code)"),
            ("a `b` c `d`", "(a )[b]( c )[d]"),
            ("`b` c ` d", "[b]( c ` d)"),
            ("an `` empty `one`", "(an `` empty `one`)"),
            ("`a``b`", "(`a``b`)"),
            ("", ""),
        ] {
            assert_eq!(write(sentence, words, code), written);
        }
    }
}
