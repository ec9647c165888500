//! Sentences of the catalogue and the targets, in which backticks mark code.

use super::page::Remark;
use crate::catalogue::{Citation, Span, code_spans, spans};
use crate::snippet::Refusal;

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

/// What there is to say of an example: what it does otherwise than the catalogue asks, with a link to
/// those whose behaviour it is, or where it runs.
pub(super) fn remark(
    remark: &Remark<'_>,
    words: impl Fn(&str) -> String,
    code: impl Fn(&str) -> String,
    link: impl Fn(&str, &str) -> String,
) -> String {
    let (deviation, on) = match remark {
        Remark::Deviation(deviation, on) => (deviation, on),
        Remark::Places(places) => return write(places, words, code),
    };
    let what = deviation.what.trim().trim_end_matches('.');
    let whose = link(&deviation.whose, &deviation.see.to_string());
    let on = on.as_ref().map_or(String::new(), |on| format!("On {on}: "));
    write(&format!("{on}{what} ("), &words, code) + &whose + &words(").")
}

/// The same as a sentence of plain text.
pub(crate) fn remark_sentence(one: &Remark<'_>) -> String {
    let code = |code: &str| format!("`{code}`");
    remark(one, str::to_owned, code, |whose, see| format!("{whose}, {see}"))
}

/// That there is no example, and why, for readers who see nothing else about it.
pub(super) fn no_example(refusal: &Refusal) -> String {
    match refusal.title {
        Some(_) => sentences(refusal),
        None => format!("There is no example. {}", sentences(refusal)),
    }
}

/// A refusal as whole sentences.
pub(super) fn sentences(refusal: &Refusal) -> String {
    match &refusal.instead {
        Some(instead) => format!("{refusal}. Instead: {instead}."),
        None => format!("{refusal}."),
    }
}
