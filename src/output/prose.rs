//! Sentences of the catalogue and the targets, in which backticks mark code.

use crate::catalogue::{Citation, Span, code_spans, spans};
use crate::snippet::Refusal;
use crate::targets::Deviation;

/// The sentence, with one function for words and one for code. A backtick without a partner counts
/// as a word.
pub(super) fn write(
    sentence: &str,
    words: impl Fn(&str) -> String,
    code: impl Fn(&str) -> String,
) -> String {
    code_spans(sentence)
        .into_iter()
        .map(|span| match span {
            Span::Words(text) => words(text),
            Span::Code(text) => code(text),
            Span::Citation(citation) => words(citation.text),
        })
        .collect()
}

/// The text, with one function for words, one for code and one for cited sections.
pub(super) fn linked(
    text: &str,
    words: impl Fn(&str) -> String,
    code: impl Fn(&str) -> String,
    citation: impl Fn(&Citation<'_>) -> String,
) -> String {
    spans(text)
        .into_iter()
        .map(|span| match span {
            Span::Words(text) => words(text),
            Span::Code(text) => code(text),
            Span::Citation(cited) => citation(&cited),
        })
        .collect()
}

/// What an example does otherwise than the catalogue asks, with a link to those whose behaviour it
/// is.
pub(super) fn deviation(
    deviation: &Deviation,
    words: impl Fn(&str) -> String,
    code: impl Fn(&str) -> String,
    link: impl Fn(&str, &str) -> String,
) -> String {
    let what = deviation.what.trim().trim_end_matches('.');
    let whose = link(&deviation.whose, &deviation.see.to_string());
    write(&format!("{what} ("), &words, code) + &whose + &words(").")
}

/// A deviation as a sentence of plain text, with the servers on which it is so.
pub(crate) fn deviation_sentence(one: &Deviation) -> String {
    let code = |code: &str| format!("`{code}`");
    let what = deviation(one, str::to_owned, code, |whose, see| format!("{whose}, {see}"));
    match one.servers.as_slice() {
        [] => what,
        servers => format!("On {}: {what}", servers.join(", ")),
    }
}

/// That there is no example, and why, for readers who see nothing else about it.
pub(super) fn no_example(refusal: &Refusal) -> String {
    match refusal.title {
        Some(_) => sentences(refusal),
        None => format!("There is no example: {}", sentences(refusal)),
    }
}

/// A refusal as whole sentences.
pub(super) fn sentences(refusal: &Refusal) -> String {
    match &refusal.instead {
        Some(instead) => format!("{refusal}. Instead: {instead}."),
        None => format!("{refusal}."),
    }
}
