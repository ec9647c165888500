use super::Check;
#[cfg(test)]
use super::cases::Case;
use crate::catalogue::Version;
use crate::verify::rule::Rule;
use crate::verify::wire::{Dialogue, Framing, Head, Trouble};

/// Where a response begins and ends.
pub(super) const CHECKS: &[Check] = &[
    Check::new(
        Rule::must("answer", "RFC 9112, 2.1", "a whole, well-formed response comes in time"),
        |it, _| it.interim.is_empty().then(|| it.trouble.as_ref().map(Trouble::to_string))?,
    ),
    Check::new(
        Rule::must("final-response", "RFC 9110, 15.2", "a final response follows the interim ones"),
        |it, _| match (&it.trouble, it.interim.last()) {
            (Some(Trouble::Malformed(_)), _) | (_, None) => None,
            (trouble, Some(last)) => Some(format!("after {}: {}", last.status, trouble.as_ref()?)),
        },
    ),
    Check::new(
        Rule::must("line-end", "RFC 9112, 2.2", "lines of the header section end with CR LF"),
        |it, _| it.heads().any(has_lone_lf).then(|| "a line ends with LF alone".into()),
    ),
    Check::new(
        Rule::must("line-folding", "RFC 9112, 5.2", "no field value goes on in the next line"),
        |it, _| {
            let folded = |head: &Head| head.raw.windows(2).any(|two| matches!(two, b"\n " | b"\n\t"));
            it.heads().any(folded).then(|| "a field is folded".into())
        },
    ),
    Check::new(
        Rule::must("one-length", "RFC 9110, 8.6", "there is one Content-Length, and it is a number"),
        |it, _| it.heads().find_map(|head| lengths(head)),
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
            let codings = head.fields.members("Transfer-Encoding");
            if it.sent.version == Version::Http10 {
                return Some("the client speaks HTTP/1.0".into());
            }
            let ends = codings.last().is_some_and(|last| last.eq_ignore_ascii_case("chunked"));
            (!ends).then(|| format!("the codings are {}", codings.join(", ")))
        },
    ),
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
            if let (Some(Trouble::Malformed(why)), Some(last)) = (&it.trouble, it.interim.last()) {
                return Some(format!("after {}: {why}", last.status));
            }
            let status = it.answered(&[204, 304])?.head.status;
            (it.sent.method != "HEAD").then(|| stray(it, status))?
        },
    ),
    Check::new(
        Rule::must("reset-content", "RFC 9110, 15.3.6", "205 has no content"),
        |it, _| {
            let count = it.answered(&[205])?.content.len();
            (count > 0).then(|| format!("205 has {count} bytes of content"))
        },
    ),
    Check::new(
        Rule::must("head-content", "RFC 9110, 9.3.2", "the answer to HEAD has no content"),
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
            Trouble::Closed(0) => None,
            trouble => Some(format!("a second request: {trouble}")),
        },
    ),
    Check::new(
        Rule::should(
            "connection-close",
            "RFC 9112, 9.6",
            "a server that is about to end the connection says so",
        ),
        |it, _| {
            let ended = matches!(it.next, Some(Trouble::Closed(0)));
            ended.then(|| "the connection ended, though the response kept it".into())
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

fn bare_with(dialogue: &Dialogue, name: &str) -> Option<String> {
    let bare = |head: &&Head| head.status < 200 || head.status == 204;
    let head = dialogue.heads().filter(bare).find(|head| has(head, name))?;
    Some(format!("{} has {name}", head.status))
}

fn stray(dialogue: &Dialogue, status: u16) -> Option<String> {
    const START: usize = 60;
    let bytes = &dialogue.stray;
    let start = bytes.get(..START).unwrap_or(bytes).escape_ascii();
    let count = bytes.len();
    (count > 0).then(|| format!("after the end of the {status} came {count} bytes: `{start}`"))
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    case("answer", "HTTP/1.1 200 OK\nContent-Length: 2\n\nab", "HTTP/1.1 200 OK\nContent-Length: 2\n\na"),
    case("answer", "HTTP/1.1 200 OK\n\nab", "<html>"),
    case("answer", CHUNKED, "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n2\nabc\n0\n\n"),
    case("final-response", "HTTP/1.1 103 -\n\nHTTP/1.1 200 OK\n\n", "HTTP/1.1 103 -\n\n"),
    case("line-end", "HTTP/1.1 200 OK\nA: b\n\n", "HTTP/1.1 200 OK␊A: b\n\n"),
    case("line-folding", "HTTP/1.1 200 OK\nA: b\nC: d\n\n", "HTTP/1.1 200 OK\nA: b\n c\n\n"),
    case("one-length", EMPTY, "HTTP/1.1 200 OK\nContent-Length: 0\nContent-Length: 0\n\n"),
    case("one-length", EMPTY, "HTTP/1.1 304 -\nContent-Length: +2\n\n"),
    case("length-or-coding", CHUNKED, "HTTP/1.1 200 OK\nContent-Length: 3\nTransfer-Encoding: chunked\n\n0\n\n"),
    case("coding-asked", CHUNKED, "HTTP/1.1 200 OK\nTransfer-Encoding: gzip\n\n"),
    Case {
        rule: "coding-asked",
        request: "GET / HTTP/1.0",
        kept: "HTTP/1.1 200 OK\n\nab",
        broken: CHUNKED,
    },
    case("no-length", "HTTP/1.1 204 -\n\n", "HTTP/1.1 204 -\nContent-Length: 0\n\n"),
    case("no-length", EMPTY, "HTTP/1.1 100 -\nContent-Length: 0\n\nHTTP/1.1 200 OK\n\n"),
    case("no-coding", CHUNKED, "HTTP/1.1 204 -\nTransfer-Encoding: chunked\n\n"),
    case("no-content", "HTTP/1.1 304 -\nContent-Length: 2\n\n", "HTTP/1.1 304 -\nContent-Length: 2\n\nab"),
    case("no-content", "HTTP/1.1 102 -\n\nHTTP/1.1 200 OK\n\n", "HTTP/1.1 102 -\n\nabHTTP/1.1 200 OK\n\n"),
    case("reset-content", "HTTP/1.1 205 -\nContent-Length: 0\n\n", "HTTP/1.1 205 -\nContent-Length: 2\n\nab"),
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

#[cfg(test)]
const EMPTY: &str = "HTTP/1.1 200 OK\nContent-Length: 0\n\n";
#[cfg(test)]
const CHUNKED: &str = "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n1;a=b\na\n0\nTrailer: x\n\n";

#[cfg(test)]
const fn case(rule: &'static str, kept: &'static str, broken: &'static str) -> Case {
    Case { rule, request: "GET / HTTP/1.1", kept, broken }
}
