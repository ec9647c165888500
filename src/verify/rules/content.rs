use serde_json::Value;

use super::Check;
#[cfg(test)]
use super::test_case::{Case, case};
use crate::verify::grammar::parameter;
use crate::verify::rule::Rule;
use crate::verify::wire::{FinalResponse, Transaction};

/// The content matches Content-Type.
pub(super) const CHECKS: &[Check] = &[
    Check::new(
        Rule::should("content-type", "RFC 9110, 8.3", "content has a Content-Type"),
        |it, _| {
            let missing = !content(it)?.head.fields.has("Content-Type");
            missing.then(|| "there is content and no Content-Type".into())
        },
    ),
    Check::new(
        Rule::must("json", "RFC 8259, 2", "content that is declared as JSON parses"),
        |it, _| {
            let answer = of_type(it, |kind| kind == "application/json" || kind.ends_with("+json"))?;
            let error = serde_json::from_slice::<Value>(&answer.content).err()?;
            Some(format!("the content is no JSON: {error}"))
        },
    ),
    Check::new(
        Rule::must("xml", "RFC 7303, 3", "content that is declared as XML is well-formed"),
        |it, _| {
            let answer = of_type(it, is_xml)?;
            let Some(text) = answer.text() else { return Some("the content is not UTF-8".into()) };
            let error = roxmltree::Document::parse(text).err()?;
            Some(format!("the content is not well-formed: {error}"))
        },
    ),
    Check::new(
        Rule::must("html", "RFC 9110, 8.3.1", "content that is declared as HTML is no JSON"),
        |it, _| {
            let answer = of_type(it, |kind| kind == "text/html")?;
            let json = serde_json::from_slice::<Value>(&answer.content).ok()?;
            (json.is_object() || json.is_array()).then(|| "the content is JSON".into())
        },
    ),
    Check::new(
        Rule::should("html-tags", "RFC 9110, 8.3.1", "content that is declared as HTML has tags"),
        |it, _| {
            let answer = of_type(it, |kind| kind == "text/html")?;
            let start = answer.content.trim_ascii_start().first();
            (start != Some(&b'<')).then(|| "the content does not start with a tag".into())
        },
    ),
    Check::new(
        Rule::must(
            "utf-8",
            "RFC 9110, 8.3.2",
            "text that is declared as UTF-8, or undeclared, is UTF-8",
        ),
        |it, _| {
            let answer = of_type(it, |kind| kind.starts_with("text/"))?;
            let utf8 = charset(answer).is_none_or(|name| name.eq_ignore_ascii_case("utf-8"));
            (utf8 && answer.text().is_none()).then(|| "the content is not UTF-8".into())
        },
    ),
    Check::new(
        Rule::should("charset", "RFC 9110, 8.3.2", "text beyond ASCII says how it is encoded"),
        |it, _| {
            let answer = of_type(it, |kind| kind.starts_with("text/") && !is_xml(kind))?;
            let declared = charset(answer).is_some()
                || answer
                    .text()
                    .is_some_and(|text| text.to_ascii_lowercase().contains("<meta charset="));
            let silent = !answer.content.is_ascii() && !declared;
            silent.then(|| "the text goes beyond ASCII and no charset is named".into())
        },
    ),
];

/// The final response, if it has content.
fn content(transaction: &Transaction) -> Option<&FinalResponse> {
    transaction.last.as_ref().filter(|answer| !answer.content.is_empty())
}

/// The final response, if it should have content of such a type.
fn of_type(transaction: &Transaction, is: fn(&str) -> bool) -> Option<&FinalResponse> {
    let answer = content(transaction)?;
    // Encoded content is not checked; the request does not ask for it either.
    let plain = !answer.head.fields.has("Content-Encoding");
    (plain && is(&answer.media_type()?)).then_some(answer)
}

fn is_xml(kind: &str) -> bool {
    matches!(kind, "application/xml" | "text/xml") || kind.ends_with("+xml")
}

fn charset(answer: &FinalResponse) -> Option<String> {
    parameter(&answer.head.fields.get("Content-Type")?, "charset")
}

#[cfg(test)]
macro_rules! ok {
    ($kind:literal, $content:literal) => {
        concat!("HTTP/1.1 200 OK\nContent-Type: ", $kind, "\n\n", $content)
    };
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    case("content-type", ok!("text/plain", "a"), "HTTP/1.1 200 OK\n\na"),
    case("json", ok!("application/json", "{\"a\": 1}"), ok!("application/json", "{'a': 1}")),
    case("json", ok!("application/problem+json", "{}"), ok!("application/problem+json", "<p>")),
    case("xml", ok!("application/xml", "<a/>"), ok!("application/xml", "<a>")),
    case("html", ok!("text/html", "<p>{}"), ok!("text/html", "{\"a\": 1}")),
    case("html-tags", ok!("text/html", " <p>a"), ok!("text/html", "OK")),
    case("charset", ok!("text/plain; charset=utf-8", "é"), ok!("text/plain", "é")),
    case("charset", ok!("text/html", "<meta charset=\"utf-8\">é"), ok!("text/html", "<p>é")),
    case("utf-8", ok!("text/plain; charset=utf-8", "é"), ok!("text/plain; charset=utf-8", "␀")),
];
