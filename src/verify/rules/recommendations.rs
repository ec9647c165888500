use super::Check;
#[cfg(test)]
use super::test_case::{Case, case};
use crate::verify::grammar::Link;
use crate::verify::rule::Rule;
use crate::verify::wire::Transaction;

/// Recommendations for single codes.
pub(super) const CHECKS: &[Check] = &[
    Check::new(
        Rule::should(
            "choice-location",
            "RFC 9110, 15.4.1",
            "300 names the preferred choice in Location",
        ),
        |it, _| missing(it, &[300], &["Location"]),
    ),
    Check::new(
        Rule::should(
            "redirect-location",
            "RFC 9110, 15.4",
            "a redirection names its target in Location",
        ),
        |it, _| missing(it, &[301, 302, 303, 305, 307, 308], &["Location"]),
    ),
    Check::new(
        Rule::should(
            "accept",
            "RFC 9110, 15.5.16",
            "415 says in Accept or Accept-Encoding what the server accepts",
        ),
        |it, _| missing(it, &[415], &["Accept", "Accept-Encoding", "Accept-Patch"]),
    ),
    Check::new(
        Rule::should(
            "complete-length",
            "RFC 9110, 15.5.17",
            "416 gives the length in Content-Range",
        ),
        |it, _| missing(it, &[416], &["Content-Range"]),
    ),
    Check::new(
        Rule::should("wait", "RFC 6585, 4", "429 says in Retry-After how long to wait"),
        |it, _| missing(it, &[429], &["Retry-After"]),
    ),
    Check::new(
        Rule::should("outage", "RFC 9110, 15.6.4", "503 says in Retry-After how long to wait"),
        |it, _| missing(it, &[503], &["Retry-After"]),
    ),
    Check::new(
        Rule::should("timeout-close", "RFC 9112, 9.6", "408 ends the connection and says so"),
        |it, _| {
            let answer = it.answered(&[408])?;
            let closes = answer.head.fields.lists("Connection", "close");
            (!closes).then(|| "408 has no `Connection: close`".into())
        },
    ),
    Check::new(
        Rule::should(
            "negotiation-vary",
            "RFC 9110, 12.5.5",
            "406 names in Vary what it depends on",
        ),
        |it, _| missing(it, &[406], &["Vary"]),
    ),
    Check::new(
        Rule::should(
            "hints-link",
            "RFC 8297, 2",
            "103 has Link, and the final response repeats it",
        ),
        |it, _| {
            let hints = it.interim.iter().find(|head| head.status == 103)?;
            let links = hints.fields.elements("Link");
            if links.is_empty() {
                return Some("103 has no Link".into());
            }
            let last = it.last.as_ref()?;
            let lost = links.iter().find(|link| !last.head.fields.lists("Link", link))?;
            Some(format!("the final response does not repeat `{}`", lost.escape_debug()))
        },
    ),
    Check::new(
        Rule::should(
            "blocked-by",
            "RFC 7725, 4",
            "451 names who blocks in a Link with rel=\"blocked-by\"",
        ),
        |it, _| {
            let answer = it.answered(&[451])?;
            let links = answer.head.fields.all("Link").filter_map(|value| Link::all(value).ok());
            let named =
                links.flatten().any(|link| link.relations.iter().any(|it| it == "blocked-by"));
            (!named).then(|| "451 has no such Link".into())
        },
    ),
    Check::new(
        Rule::should("explanation", "RFC 9110, 15.5", "an error explains itself in its content"),
        |it, _| {
            let answer = it.last.as_ref().filter(|answer| answer.head.status >= 400)?;
            let silent = it.sent.method != "HEAD" && answer.content.is_empty();
            silent.then(|| format!("{} has no content", answer.head.status))
        },
    ),
];

fn missing(transaction: &Transaction, codes: &[u16], any: &[&str]) -> Option<String> {
    let head = &transaction.answered(codes)?.head;
    let there = any.iter().any(|name| head.fields.has(name));
    (!there).then(|| format!("{} has no {}", head.status, any.join(" or ")))
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    case("choice-location", "HTTP/1.1 300 -\nLocation: /1\n\n", "HTTP/1.1 300 -\n\n"),
    case("redirect-location", "HTTP/1.1 308 -\nLocation: /1\n\n", "HTTP/1.1 308 -\n\n"),
    case("accept", "HTTP/1.1 415 -\nAccept: a/b\n\n", "HTTP/1.1 415 -\n\n"),
    case("complete-length", "HTTP/1.1 416 -\nContent-Range: bytes */4\n\n", "HTTP/1.1 416 -\n\n"),
    case("wait", "HTTP/1.1 429 -\nRetry-After: 4\n\n", "HTTP/1.1 429 -\n\n"),
    case("outage", "HTTP/1.1 503 -\nRetry-After: 4\n\n", "HTTP/1.1 503 -\n\n"),
    case("timeout-close", "HTTP/1.1 408 -\nConnection: close\n\n", "HTTP/1.1 408 -\n\n"),
    case("negotiation-vary", "HTTP/1.1 406 -\nVary: Accept\n\n", "HTTP/1.1 406 -\n\n"),
    case(
        "hints-link",
        "HTTP/1.1 103 -\nLink: <a>; rel=b\n\nHTTP/1.1 200 -\nLink: <a>; rel=b\n\n",
        "HTTP/1.1 103 -\nLink: <a>; rel=b\n\nHTTP/1.1 200 -\n\n",
    ),
    case("hints-link", "HTTP/1.1 200 -\n\n", "HTTP/1.1 103 -\n\nHTTP/1.1 200 -\n\n"),
    case(
        "blocked-by",
        "HTTP/1.1 451 -\nLink: <a>; rel=\"b blocked-by\"\n\n",
        "HTTP/1.1 451 -\nLink: <a>; rel=b\n\n",
    ),
    case("explanation", "HTTP/1.1 404 -\n\ntext", "HTTP/1.1 404 -\n\n"),
];
