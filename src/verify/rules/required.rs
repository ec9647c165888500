use super::Check;
#[cfg(test)]
use super::test_case::Case;
use crate::verify::rule::Rule;
use crate::verify::wire::Transaction;

/// Fields that a code requires.
pub(super) const CHECKS: &[Check] = &[
    Check::new(
        Rule::must(
            "allow",
            "RFC 9110, 15.5.6",
            "405 has Allow, and the method of the request is not in it",
        ),
        |it, _| {
            if let Some(fault) = missing(it, 405, "Allow") {
                return Some(fault);
            }
            let methods = it.answered(&[405])?.head.fields.elements("Allow");
            methods.contains(&it.sent.method).then(|| format!("Allow lists {}", it.sent.method))
        },
    ),
    Check::new(
        Rule::must("www-authenticate", "RFC 9110, 15.5.2", "401 has WWW-Authenticate"),
        |it, _| missing(it, 401, "WWW-Authenticate"),
    ),
    Check::new(
        Rule::must("proxy-authenticate", "RFC 9110, 15.5.8", "407 has Proxy-Authenticate"),
        |it, _| missing(it, 407, "Proxy-Authenticate"),
    ),
    Check::new(
        Rule::must(
            "instance-manipulation",
            "RFC 3229, 10.5.2",
            "226 has IM, with what A-IM asked for",
        ),
        |it, _| {
            if let Some(fault) = missing(it, 226, "IM") {
                return Some(fault);
            }
            let used = it.answered(&[226])?.head.fields.elements("IM");
            let name =
                |element: &String| element.split(';').next().map(str::trim).map(str::to_owned);
            let asked: Vec<_> = it.sent.fields.elements("A-IM").iter().filter_map(name).collect();
            let unasked = used.iter().filter_map(name).find(|used| !asked.contains(used))?;
            Some(format!("the request did not ask for `{}`", unasked.escape_debug()))
        },
    ),
    Check::new(
        Rule::must("instance-tag", "RFC 3229, 10.4.1", "226 has the ETag of the current instance"),
        |it, _| missing(it, 226, "ETag"),
    ),
];

fn missing(transaction: &Transaction, code: u16, name: &str) -> Option<String> {
    let answer = transaction.answered(&[code])?;
    // Allow may be empty if no method is allowed.
    (!answer.head.fields.has(name)).then(|| format!("{code} has no {name}"))
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    case("allow", "DELETE / HTTP/1.1", "HTTP/1.1 405 -\nAllow: GET\n\n", "HTTP/1.1 405 -\n\n"),
    case(
        "allow",
        "DELETE / HTTP/1.1",
        "HTTP/1.1 405 -\nAllow:\n\n",
        "HTTP/1.1 405 -\nAllow: GET, DELETE\n\n",
    ),
    case(
        "www-authenticate",
        "GET / HTTP/1.1",
        "HTTP/1.1 401 -\nWWW-Authenticate: Basic realm=\"a\"\n\n",
        "HTTP/1.1 401 -\n\n",
    ),
    case(
        "proxy-authenticate",
        "GET / HTTP/1.1",
        "HTTP/1.1 407 -\nProxy-Authenticate: Basic realm=\"a\"\n\n",
        "HTTP/1.1 407 -\nWWW-Authenticate: Basic realm=\"a\"\n\n",
    ),
    case(
        "instance-manipulation",
        "GET / HTTP/1.1\nA-IM: vcdiff, diffe;q=0.5",
        "HTTP/1.1 226 -\nIM: diffe\n\n",
        "HTTP/1.1 226 -\n\n",
    ),
    case(
        "instance-manipulation",
        "GET / HTTP/1.1\nA-IM: diffe",
        "HTTP/1.1 226 -\nIM: diffe\n\n",
        "HTTP/1.1 226 -\nIM: gzip\n\n",
    ),
    case(
        "instance-tag",
        "GET / HTTP/1.1\nA-IM: diffe",
        "HTTP/1.1 226 -\nETag: \"v2\"\n\n",
        "HTTP/1.1 226 -\nIM: diffe\n\n",
    ),
];

#[cfg(test)]
const fn case(
    rule: &'static str,
    request: &'static str,
    kept: &'static str,
    broken: &'static str,
) -> Case {
    Case { rule, request, kept, broken }
}
