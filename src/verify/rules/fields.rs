use super::Check;
#[cfg(test)]
use super::test_case::{Case, case};
use crate::verify::grammar::{
    ContentRange, Link, Verdict, challenges, date, entity_tag, media_type, reference, retry_after,
    split, tokens,
};
use crate::verify::rule::Rule;
use crate::verify::wire::Transaction;

/// Fields are well-formed wherever they stand.
pub(super) const CHECKS: &[Check] = &[
    Check::new(syntax("accept-syntax", "RFC 9110, 12.5.1", "Accept lists media types"), |it, _| {
        each(it, "Accept", |value| split(value).iter().try_for_each(|element| media_type(element)))
    }),
    Check::new(
        syntax("accept-ranges-syntax", "RFC 9110, 14.3", "Accept-Ranges lists units of ranges"),
        |it, _| each(it, "Accept-Ranges", tokens),
    ),
    Check::new(syntax("allow-syntax", "RFC 9110, 10.2.1", "Allow lists methods"), |it, _| {
        each(it, "Allow", tokens)
    }),
    Check::new(
        syntax("connection-syntax", "RFC 9110, 7.6.1", "Connection lists options"),
        |it, _| each(it, "Connection", tokens),
    ),
    Check::new(
        syntax("content-range-syntax", "RFC 9110, 14.4", "Content-Range is a range of bytes"),
        |it, _| each(it, "Content-Range", |value| ContentRange::new(value).map(drop)),
    ),
    Check::new(
        syntax("content-type-syntax", "RFC 9110, 8.3", "Content-Type is one media type"),
        |it, _| one(it, "Content-Type", media_type),
    ),
    Check::new(
        syntax("date-syntax", "RFC 9110, 6.6.1", "Date is one date in the format of the RFC"),
        |it, _| one(it, "Date", date),
    ),
    Check::new(syntax("etag-syntax", "RFC 9110, 8.8.3", "ETag is one entity tag"), |it, _| {
        one(it, "ETag", entity_tag)
    }),
    Check::new(
        syntax("delta-base-syntax", "RFC 3229, 10.5.1", "Delta-Base is one entity tag"),
        |it, _| one(it, "Delta-Base", entity_tag),
    ),
    Check::new(
        syntax("last-modified-syntax", "RFC 9110, 8.8.2", "Last-Modified is one date"),
        |it, _| one(it, "Last-Modified", date),
    ),
    Check::new(
        syntax(
            "link-syntax",
            "RFC 8288, 3",
            "each Link has a target in angle brackets and a relation",
        ),
        |it, _| each(it, "Link", |value| Link::all(value).map(drop)),
    ),
    Check::new(
        syntax("location-syntax", "RFC 9110, 10.2.2", "Location is one reference to a URI"),
        |it, _| one(it, "Location", reference),
    ),
    Check::new(
        syntax("retry-after-syntax", "RFC 9110, 10.2.3", "Retry-After is seconds or a date"),
        |it, _| one(it, "Retry-After", retry_after),
    ),
    Check::new(syntax("vary-syntax", "RFC 9110, 12.5.5", "Vary lists names of fields"), |it, _| {
        each(it, "Vary", tokens)
    }),
    Check::new(
        syntax("www-authenticate-syntax", "RFC 9110, 11.6.1", "WWW-Authenticate lists challenges"),
        |it, _| each(it, "WWW-Authenticate", challenges),
    ),
    Check::new(
        syntax(
            "proxy-authenticate-syntax",
            "RFC 9110, 11.7.1",
            "Proxy-Authenticate lists challenges",
        ),
        |it, _| each(it, "Proxy-Authenticate", challenges),
    ),
];

const fn syntax(name: &'static str, source: &'static str, asks: &'static str) -> Rule {
    Rule::must(name, source, asks)
}

/// What is wrong with a field that may stand in several lines.
fn each(transaction: &Transaction, name: &str, check: fn(&str) -> Verdict) -> Option<String> {
    let mut values = transaction.heads().flat_map(|head| head.fields.all(name));
    values.find_map(|value| check(value).err()).map(|fault| format!("{name}: {fault}"))
}

/// What is wrong with a field that has one value.
fn one(transaction: &Transaction, name: &str, check: fn(&str) -> Verdict) -> Option<String> {
    let twice = transaction.heads().find(|head| head.fields.all(name).count() > 1);
    match twice {
        Some(head) => Some(format!("{} has {name} twice", head.status)),
        None => each(transaction, name, check),
    }
}

#[cfg(test)]
macro_rules! ok {
    ($fields:literal) => {
        concat!("HTTP/1.1 200 OK\n", $fields, "\nContent-Length: 0\n\n")
    };
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    case("accept-syntax", ok!("Accept: text/html;q=0.5, */*"), ok!("Accept: json")),
    case("accept-ranges-syntax", ok!("Accept-Ranges: bytes"), ok!("Accept-Ranges: by tes")),
    case("allow-syntax", ok!("Allow: GET, HEAD"), ok!("Allow: GET HEAD")),
    case("connection-syntax", ok!("Connection: keep-alive"), ok!("Connection: \"close\"")),
    case(
        "content-range-syntax",
        ok!("Content-Range: bytes 0-1/2"),
        ok!("Content-Range: bytes 0-1"),
    ),
    case(
        "content-range-syntax",
        ok!("Content-Range: bytes 0-1/*"),
        ok!("Content-Range: bytes 0-2/2"),
    ),
    case("content-range-syntax", ok!("Content-Range: bytes */2"), ok!("Content-Range: bytes */*")),
    case("content-type-syntax", ok!("Content-Type: a/b; c=\"d;e\""), ok!("Content-Type: a/b c")),
    case(
        "content-type-syntax",
        ok!("Content-Type: a/b;c=d"),
        ok!("Content-Type: a/b\nContent-Type: a/b"),
    ),
    case(
        "date-syntax",
        ok!("Date: Sun, 06 Nov 1994 08:49:37 GMT"),
        ok!("Date: Mon, 06 Nov 1994 08:49:37 GMT"),
    ),
    case("etag-syntax", ok!("ETag: W/\"a\""), ok!("ETag: a")),
    case("delta-base-syntax", ok!("Delta-Base: \"a\""), ok!("Delta-Base: \"a")),
    case(
        "last-modified-syntax",
        ok!("Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT"),
        ok!("Last-Modified: Sunday, 06-Nov-94 08:49:37 GMT"),
    ),
    case("link-syntax", ok!("Link: </a>; rel=\"b c\"; as=d"), ok!("Link: </a>")),
    case("link-syntax", ok!("Link: </a>;rel=b, <c>; rel=d"), ok!("Link: /a; rel=b")),
    case("location-syntax", ok!("Location: ../a?b#c"), ok!("Location: /a b")),
    case("retry-after-syntax", ok!("Retry-After: 120"), ok!("Retry-After: -1")),
    case(
        "retry-after-syntax",
        ok!("Retry-After: Sun, 06 Nov 1994 08:49:37 GMT"),
        ok!("Retry-After: soon"),
    ),
    case("vary-syntax", ok!("Vary: Accept, *"), ok!("Vary: Accept; q=1")),
    case(
        "www-authenticate-syntax",
        ok!("WWW-Authenticate: Basic realm=\"a, b\", charset=\"UTF-8\", Negotiate abc=="),
        ok!("WWW-Authenticate: realm=\"a\""),
    ),
    case(
        "www-authenticate-syntax",
        ok!("WWW-Authenticate: Bearer"),
        ok!("WWW-Authenticate: Basic realm=\"a"),
    ),
    case(
        "proxy-authenticate-syntax",
        ok!("Proxy-Authenticate: Basic realm=a"),
        ok!("Proxy-Authenticate:"),
    ),
];
