use super::Check;
#[cfg(test)]
use super::test_case::Case;
use crate::verify::rule::Rule;
use crate::verify::wire::Transaction;

/// Codes that respond to something in the request.
pub(super) const CHECKS: &[Check] = &[
    Check::new(
        Rule::must("partial-asked", "RFC 9110, 15.3.7", "206 answers a GET with Range"),
        |it, _| unasked(it, &[206], &["Range"]),
    ),
    Check::new(
        Rule::must("range-asked", "RFC 9110, 15.5.17", "416 answers a request with Range"),
        |it, _| unasked(it, &[416], &["Range"]),
    ),
    Check::new(
        Rule::must("delta-asked", "RFC 3229, 10.4.1", "226 answers a request with A-IM"),
        |it, _| unasked(it, &[226], &["A-IM"]),
    ),
    Check::new(
        Rule::must("validator-asked", "RFC 9110, 15.4.5", "304 answers a conditional GET or HEAD"),
        |it, _| {
            if !matches!(it.sent.method.as_str(), "GET" | "HEAD") {
                return it.answered(&[304]).map(|_| format!("304 answers {}", it.sent.method));
            }
            unasked(it, &[304], &["If-None-Match", "If-Modified-Since"])
        },
    ),
    Check::new(
        Rule::must("precondition-asked", "RFC 9110, 15.5.13", "412 answers a conditional request"),
        |it, _| unasked(it, &[412], &CONDITIONS),
    ),
    Check::new(
        Rule::must("expectation-asked", "RFC 9110, 15.5.18", "417 answers a request with Expect"),
        |it, _| unasked(it, &[417], &["Expect"]),
    ),
    Check::new(
        Rule::should("early-asked", "RFC 8470, 5.2", "425 answers a request in early data"),
        |it, _| unasked(it, &[425], &["Early-Data"]),
    ),
    Check::new(
        Rule::must(
            "length-asked",
            "RFC 9110, 15.5.12",
            "411 answers a request without Content-Length",
        ),
        |it, _| {
            it.answered(&[411])?;
            it.sent.fields.has("Content-Length").then(|| "the request has Content-Length".into())
        },
    ),
];

/// RFC 9110, section 13.1, and the fields of WebDAV.
const CONDITIONS: [&str; 5] =
    ["If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since", "If"];

fn unasked(transaction: &Transaction, codes: &[u16], any: &[&str]) -> Option<String> {
    let status = transaction.answered(codes)?.head.status;
    let asked = any.iter().any(|name| transaction.sent.fields.has(name));
    (!asked).then(|| format!("{status} answers a request without {}", any.join(" or ")))
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    case("partial-asked", "GET / HTTP/1.1", "HTTP/1.1 206 -\nContent-Length: 0\n\n"),
    case("range-asked", "GET / HTTP/1.1", "HTTP/1.1 416 -\nContent-Length: 0\n\n"),
    case("delta-asked", "GET / HTTP/1.1", "HTTP/1.1 226 -\nContent-Length: 0\n\n"),
    case("validator-asked", "GET / HTTP/1.1\nRange: bytes=0-1", "HTTP/1.1 304 -\n\n"),
    case("validator-asked", "PUT / HTTP/1.1\nIf-None-Match: *", "HTTP/1.1 304 -\n\n"),
    case("precondition-asked", "GET / HTTP/1.1", "HTTP/1.1 412 -\nContent-Length: 0\n\n"),
    case("expectation-asked", "GET / HTTP/1.1", "HTTP/1.1 417 -\nContent-Length: 0\n\n"),
    case("early-asked", "GET / HTTP/1.1", "HTTP/1.1 425 -\nContent-Length: 0\n\n"),
    case(
        "length-asked",
        "POST / HTTP/1.1\nContent-Length: 0",
        "HTTP/1.1 411 -\nContent-Length: 0\n\n",
    ),
];

#[cfg(test)]
const fn case(rule: &'static str, request: &'static str, broken: &'static str) -> Case {
    Case { rule, request, kept: "HTTP/1.1 200 OK\nContent-Length: 0\n\n", broken }
}
