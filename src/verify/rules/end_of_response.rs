use super::Check;
#[cfg(test)]
use super::test_case::{Case, case};
use crate::verify::rule::Rule;
use crate::verify::wire::{Framing, Head, ReadError, Transaction};

/// Where a response ends, and what comes after it.
pub(super) const CHECKS: &[Check] = &[
    Check::new(
        Rule::must("no-length", "RFC 9110, 8.6", "1xx and 204 have no Content-Length"),
        |it, _| bare_with(it, "Content-Length"),
    ),
    Check::new(
        Rule::must("no-coding", "RFC 9112, 6.1", "1xx and 204 have no Transfer-Encoding"),
        |it, _| bare_with(it, "Transfer-Encoding"),
    ),
    Check::new(
        Rule::must("no-content", "RFC 9110, 6.4.1", "1xx, 204 and 304 have no content"),
        |it, _| {
            if let (Some(ReadError::Malformed(why)), Some(last)) = (&it.error, it.interim.last()) {
                return Some(format!("after {}: {why}", last.status));
            }
            let status = it.answered(&[204, 304])?.head.status;
            (it.sent.method != "HEAD").then(|| stray(it, status))?
        },
    ),
    Check::new(
        Rule::must(
            "not-modified-length",
            "RFC 9110, 8.6",
            "Content-Length in a 304 is that of the 200, which no example leaves empty",
        ),
        |it, _| {
            let length = it.answered(&[304])?.head.fields.get("Content-Length")?;
            (length == "0").then(|| "304 has Content-Length: 0".into())
        },
    ),
    Check::new(Rule::must("reset-content", "RFC 9110, 15.3.6", "205 has no content"), |it, _| {
        let count = it.answered(&[205])?.content.len();
        (count > 0).then(|| format!("205 has {count} bytes of content"))
    }),
    Check::new(
        Rule::must("head-content", "RFC 9110, 9.3.2", "the response to HEAD has no content"),
        |it, _| (it.sent.method == "HEAD").then(|| stray(it, it.last.as_ref()?.head.status))?,
    ),
    Check::new(
        Rule::must("stray-bytes", "RFC 9112, 6.3", "nothing comes after the end of the response"),
        |it, _| {
            let answer = it.last.as_ref()?;
            (answer.framing != Framing::None).then(|| stray(it, answer.head.status))?
        },
    ),
    Check::new(
        Rule::must(
            "next-answer",
            "RFC 9112, 9.3",
            "where the response keeps the connection, the next request on it is answered",
        ),
        |it, _| match it.next.as_ref()? {
            ReadError::Closed(0) => None,
            error => Some(format!("a second request: {error}")),
        },
    ),
    Check::new(
        Rule::should(
            "connection-close",
            "RFC 9112, 9.6",
            "a server that is about to end the connection says so",
        ),
        |it, _| {
            let ended = matches!(it.next, Some(ReadError::Closed(0)));
            ended.then(|| "the connection ended, though the response kept it".into())
        },
    ),
];

fn bare_with(transaction: &Transaction, name: &str) -> Option<String> {
    let bare = |head: &&Head| head.status < 200 || head.status == 204;
    let head = transaction.heads().filter(bare).find(|head| head.fields.has(name))?;
    Some(format!("{} has {name}", head.status))
}

fn stray(transaction: &Transaction, status: u16) -> Option<String> {
    const START: usize = 60;
    let bytes = &transaction.stray;
    let start = bytes.get(..START).unwrap_or(bytes).escape_ascii();
    let count = bytes.len();
    (count > 0).then(|| format!("after the end of the {status} came {count} bytes: `{start}`"))
}

#[cfg(test)]
const EMPTY: &str = "HTTP/1.1 200 OK\nContent-Length: 0\n\n";

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    case("no-length", "HTTP/1.1 204 -\n\n", "HTTP/1.1 204 -\nContent-Length: 0\n\n"),
    case("no-length", EMPTY, "HTTP/1.1 100 -\nContent-Length: 0\n\nHTTP/1.1 200 OK\n\n"),
    case(
        "no-coding",
        "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n0\n\n",
        "HTTP/1.1 204 -\nTransfer-Encoding: chunked\n\n",
    ),
    case(
        "no-content",
        "HTTP/1.1 304 -\nContent-Length: 2\n\n",
        "HTTP/1.1 304 -\nContent-Length: 2\n\nab",
    ),
    case(
        "no-content",
        "HTTP/1.1 102 -\n\nHTTP/1.1 200 OK\n\n",
        "HTTP/1.1 102 -\n\nabHTTP/1.1 200 OK\n\n",
    ),
    case(
        "not-modified-length",
        "HTTP/1.1 304 -\nContent-Length: 2\n\n",
        "HTTP/1.1 304 -\nContent-Length: 0\n\n",
    ),
    case(
        "reset-content",
        "HTTP/1.1 205 -\nContent-Length: 0\n\n",
        "HTTP/1.1 205 -\nContent-Length: 2\n\nab",
    ),
    Case {
        rule: "head-content",
        request: "HEAD / HTTP/1.1",
        kept: "HTTP/1.1 200 OK\nContent-Length: 2\n\n",
        broken: "HTTP/1.1 200 OK\nContent-Length: 2\n\nab",
    },
    case("stray-bytes", EMPTY, "HTTP/1.1 200 OK\nContent-Length: 0\n\nab"),
    case("next-answer", "HTTP/1.1 204 -\n\nHTTP/1.1 204 -\n\n", "HTTP/1.1 204 -\n\nHTTP/1.1 204"),
    case("connection-close", "HTTP/1.1 204 -\n\nHTTP/1.1 204 -\n\n", "HTTP/1.1 204 -\n\n∅"),
];
