use crate::verify::rule::Rule;
use crate::verify::wire::Transaction;

const PARTIAL_FIELDS: Rule = Rule::must(
    "same-fields",
    "RFC 9110, 15.3.7 and 15.4.5",
    "206 and 304 carry the ETag, Vary, Cache-Control … that the 200 has",
);
const HEAD_STATUS: Rule =
    Rule::must("head-status", "RFC 9110, 9.1", "where GET is served, HEAD is served as well");
const HEAD_LENGTH: Rule = Rule::must(
    "head-length",
    "RFC 9110, 8.6",
    "Content-Length in the response to HEAD is that of the response to GET",
);
const HEAD_FIELDS: Rule = Rule::should(
    "head-fields",
    "RFC 9110, 9.3.2",
    "HEAD gets the status and the fields that GET gets",
);

/// The rules that compare two responses.
pub(super) const RULES: [Rule; 4] = [PARTIAL_FIELDS, HEAD_STATUS, HEAD_LENGTH, HEAD_FIELDS];

/// Fields of the 200 that a partial response and a 304 must carry too.
const CARRIED: [&str; 6] = ["Cache-Control", "Content-Location", "Date", "ETag", "Expires", "Vary"];

/// Fields that depend on content or connection, so HEAD may omit them.
const OWN: [&str; 7] =
    ["Connection", "Content-Length", "Date", "Keep-Alive", "Trailer", "Transfer-Encoding", "Vary"];

/// What a 206 or 304 lacks, compared with the 200 of the same resource.
pub(in crate::verify) fn same_as_full(
    first: &Transaction,
    full: &Transaction,
) -> Vec<(Rule, String)> {
    let (Some(part), Some(whole)) = (first.answered(&[206, 304]), full.answered(&[200])) else {
        return Vec::new();
    };
    if full.sent.method != "GET" || full.sent.target != first.sent.target {
        return Vec::new();
    }
    let lost = CARRIED.into_iter().filter(|name| {
        let tag = *name == "ETag" && part.head.fields.get(name) != whole.head.fields.get(name);
        whole.head.fields.has(name) && (tag || !part.head.fields.has(name))
    });
    lost.map(|name| (PARTIAL_FIELDS, format!("{} lacks the {name} of the 200", part.head.status)))
        .collect()
}

/// The differences between the responses to GET and HEAD.
pub(in crate::verify) fn head_as_get(get: &Transaction, head: &Transaction) -> Vec<(Rule, String)> {
    let (Some(got), Some(bare)) = (&get.last, &head.last) else { return Vec::new() };
    // Ranges and deltas are defined for GET alone.
    if ["Range", "A-IM"].iter().any(|name| get.sent.fields.has(name)) {
        return Vec::new();
    }
    let (status, other) = (got.head.status, bare.head.status);
    if status != other {
        let refused = status < 400 && matches!(other, 405 | 501);
        let rule = if refused { HEAD_STATUS } else { HEAD_FIELDS };
        return vec![(rule, format!("GET gets {status}, HEAD {other}"))];
    }
    let mut breaches = Vec::new();
    let length = |it: &Transaction| it.last.as_ref()?.head.fields.get("Content-Length");
    if let (Some(one), Some(two)) = (length(get), length(head))
        && one != two
    {
        breaches.push((HEAD_LENGTH, format!("GET has {one} bytes, HEAD announces {two}")));
    }
    let own = |name: &str| OWN.iter().any(|it| it.eq_ignore_ascii_case(name));
    for (name, _) in got.head.fields.lines() {
        if !own(name) && !bare.head.fields.has(name) {
            breaches.push((HEAD_FIELDS, format!("HEAD lacks {name}")));
        }
    }
    breaches
}

#[cfg(test)]
mod tests {
    use super::super::cases::transaction;
    use super::{head_as_get, same_as_full};

    fn names(breaches: Vec<(super::Rule, String)>) -> Vec<&'static str> {
        breaches.into_iter().map(|(rule, _)| rule.name).collect()
    }

    #[test]
    fn a_304_carries_what_the_200_has() {
        let full = transaction("GET / HTTP/1.1", "HTTP/1.1 200 OK\nETag: \"a\"\nVary: B\n\n");
        let compare = |response| {
            names(same_as_full(
                &transaction("GET / HTTP/1.1\nIf-None-Match: \"a\"", response),
                &full,
            ))
        };
        assert_eq!(compare("HTTP/1.1 304 -\nETag: \"a\"\nVary: B\n\n"), [""; 0]);
        assert_eq!(compare("HTTP/1.1 304 -\nETag: \"b\"\n\n"), ["same-fields"; 2]);
        assert_eq!(compare("HTTP/1.1 412 -\n\n"), [""; 0]);
    }

    #[test]
    fn head_is_get_without_content() {
        let get = transaction("GET / HTTP/1.1", "HTTP/1.1 200 OK\nA: b\nContent-Length: 2\n\nab");
        let compare =
            |response| names(head_as_get(&get, &transaction("HEAD / HTTP/1.1", response)));
        assert_eq!(compare("HTTP/1.1 200 OK\na: b\n\n"), [""; 0]);
        assert_eq!(
            compare("HTTP/1.1 200 OK\nContent-Length: 3\n\n"),
            ["head-length", "head-fields"]
        );
        assert_eq!(compare("HTTP/1.1 405 -\n\n"), ["head-status"]);
        assert_eq!(compare("HTTP/1.1 404 -\n\n"), ["head-fields"]);
    }
}
