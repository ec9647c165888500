use super::Check;
#[cfg(test)]
use super::test_case::{Case, case};
use crate::catalogue::Version;
use crate::verify::rule::Rule;
use crate::verify::wire::{Head, ReadError};

/// Whether a response comes, and its header section.
pub(super) const CHECKS: &[Check] = &[
    Check::new(
        Rule::must("answer", "RFC 9112, 2.1", "a whole, well-formed response comes in time"),
        |it, _| it.interim.is_empty().then(|| it.error.as_ref().map(ReadError::to_string))?,
    ),
    Check::new(
        Rule::must("final-response", "RFC 9110, 15.2", "a final response follows the interim ones"),
        |it, _| {
            let (error, last) = (it.error.as_ref()?, it.interim.last()?);
            // Content that an interim response must not have may come before the final one.
            let follows = it.stray.windows(7).any(|bytes| bytes == b"HTTP/1.");
            (!follows).then(|| format!("after {}: {error}", last.status))
        },
    ),
    Check::new(
        Rule::must("line-end", "RFC 9112, 2.2", "lines of the header section end with CR LF"),
        |it, _| it.heads().any(has_lone_lf).then(|| "a line ends with LF alone".into()),
    ),
    Check::new(
        Rule::must("line-folding", "RFC 9112, 5.2", "no field value goes on in the next line"),
        |it, _| {
            let folded =
                |head: &Head| head.raw.windows(2).any(|two| matches!(two, b"\n " | b"\n\t"));
            it.heads().any(folded).then(|| "a field is folded".into())
        },
    ),
    Check::new(
        Rule::must(
            "one-length",
            "RFC 9110, 8.6",
            "there is one Content-Length, and it is a number",
        ),
        |it, _| it.heads().find_map(lengths),
    ),
    Check::new(
        Rule::must(
            "length-or-coding",
            "RFC 9112, 6.2",
            "Content-Length and Transfer-Encoding don't come together",
        ),
        |it, _| {
            let both = |it: &Head| has(it, "Content-Length") && has(it, "Transfer-Encoding");
            it.heads().any(both).then(|| "the response has both fields".into())
        },
    ),
    Check::new(
        Rule::must(
            "coding-asked",
            "RFC 9112, 6.1",
            "Transfer-Encoding goes to clients of HTTP/1.1 only, and is chunked at the end",
        ),
        |it, _| {
            let head = it.heads().find(|head| has(head, "Transfer-Encoding"))?;
            let codings = head.fields.elements("Transfer-Encoding");
            if it.sent.version == Version::Http10 {
                return Some("the client speaks HTTP/1.0".into());
            }
            let ends = codings.last().is_some_and(|last| last.eq_ignore_ascii_case("chunked"));
            (!ends).then(|| format!("the codings are {}", codings.join(", ")))
        },
    ),
];

fn has(head: &Head, name: &str) -> bool {
    head.fields.has(name)
}

fn has_lone_lf(head: &Head) -> bool {
    head.raw.split_inclusive(|byte| *byte == b'\n').any(|line| !line.ends_with(b"\r\n"))
}

fn lengths(head: &Head) -> Option<String> {
    let all: Vec<_> = head.fields.all("Content-Length").collect();
    let sound = match all.as_slice() {
        [] => true,
        [one] => !one.is_empty() && one.bytes().all(|byte| byte.is_ascii_digit()),
        _ => false,
    };
    (!sound).then(|| format!("Content-Length is `{}`", all.join("`, `").escape_debug()))
}

#[cfg(test)]
const EMPTY: &str = "HTTP/1.1 200 OK\nContent-Length: 0\n\n";
#[cfg(test)]
const CHUNKED: &str = "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n1;a=b\na\n0\nTrailer: x\n\n";

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    case(
        "answer",
        "HTTP/1.1 200 OK\nContent-Length: 2\n\nab",
        "HTTP/1.1 200 OK\nContent-Length: 2\n\na",
    ),
    case("answer", "HTTP/1.1 200 OK\n\nab", "<html>"),
    case("answer", CHUNKED, "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n2\nabc\n0\n\n"),
    case("final-response", "HTTP/1.1 103 -\n\nHTTP/1.1 200 OK\n\n", "HTTP/1.1 103 -\n\n"),
    case("line-end", "HTTP/1.1 200 OK\nA: b\n\n", "HTTP/1.1 200 OK␊A: b\n\n"),
    case("line-folding", "HTTP/1.1 200 OK\nA: b\nC: d\n\n", "HTTP/1.1 200 OK\nA: b\n c\n\n"),
    case("one-length", EMPTY, "HTTP/1.1 200 OK\nContent-Length: 0\nContent-Length: 0\n\n"),
    case("one-length", EMPTY, "HTTP/1.1 304 -\nContent-Length: +2\n\n"),
    case(
        "length-or-coding",
        CHUNKED,
        "HTTP/1.1 200 OK\nContent-Length: 3\nTransfer-Encoding: chunked\n\n0\n\n",
    ),
    case("coding-asked", CHUNKED, "HTTP/1.1 200 OK\nTransfer-Encoding: gzip\n\n"),
    Case {
        rule: "coding-asked",
        request: "GET / HTTP/1.0",
        kept: "HTTP/1.1 200 OK\n\nab",
        broken: CHUNKED,
    },
];
