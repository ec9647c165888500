use tungstenite::handshake::derive_accept_key;

use super::Check;
#[cfg(test)]
use super::test_case::Case;
use crate::catalogue::Version;
use crate::verify::rule::Rule;
use crate::verify::wire::Head;

/// Interim responses and the change to another protocol.
pub(super) const CHECKS: &[Check] = &[
    Check::new(
        Rule::must("interim-version", "RFC 9110, 15.2", "no 1xx goes to a client of HTTP/1.0"),
        |it, _| {
            let head = it.heads().find(|head| head.status < 200)?;
            (it.sent.version == Version::Http10)
                .then(|| format!("the client of HTTP/1.0 got {}", head.status))
        },
    ),
    Check::new(
        Rule::must(
            "switch-asked",
            "RFC 9110, 7.8",
            "the server switches to a protocol that the request asked for",
        ),
        |it, _| {
            let head = &it.answered(&[101])?.head;
            if !it.sent.fields.lists("Connection", "upgrade") {
                return Some("the request asked for no other protocol".into());
            }
            let asked = |name: &String| it.sent.fields.lists("Upgrade", name);
            let unasked = head.fields.elements("Upgrade").into_iter().find(|name| !asked(name))?;
            Some(format!("the request did not ask for `{}`", unasked.escape_debug()))
        },
    ),
    Check::new(
        Rule::must(
            "switch-fields",
            "RFC 9110, 15.2.2",
            "101 names the protocol in Upgrade and has `Connection: upgrade`",
        ),
        |it, _| upgrade(&it.answered(&[101])?.head),
    ),
    Check::new(
        Rule::must(
            "upgrade-required",
            "RFC 9110, 15.5.22",
            "426 names the protocols in Upgrade and has `Connection: upgrade`",
        ),
        |it, _| upgrade(&it.answered(&[426])?.head),
    ),
    Check::new(
        Rule::must(
            "websocket-accept",
            "RFC 6455, 4.2.2",
            "Sec-WebSocket-Accept is computed from the request's key; no extension is used that was not requested",
        ),
        |it, _| {
            let head = &it.answered(&[101])?.head;
            if !head.fields.lists("Upgrade", "websocket") {
                return None;
            }
            let wanted = derive_accept_key(it.sent.fields.get("Sec-WebSocket-Key")?.as_bytes());
            let got = head.fields.get("Sec-WebSocket-Accept").unwrap_or_default();
            if got != wanted {
                return Some(format!("expected `{wanted}`, got `{}`", got.escape_debug()));
            }
            ["Sec-WebSocket-Extensions", "Sec-WebSocket-Protocol"]
                .into_iter()
                .find(|name| head.fields.has(name) && !it.sent.fields.has(name))
                .map(|name| format!("{name} was not requested"))
        },
    ),
];

fn upgrade(head: &Head) -> Option<String> {
    if head.fields.elements("Upgrade").is_empty() {
        return Some("there is no Upgrade".into());
    }
    (!head.fields.lists("Connection", "upgrade"))
        .then(|| "Connection does not list `upgrade`".into())
}

#[cfg(test)]
const ASKED: &str = "GET / HTTP/1.1\nConnection: Upgrade\nUpgrade: websocket\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==";
#[cfg(test)]
const SWITCHED: &str = "HTTP/1.1 101 -\nConnection: upgrade\nUpgrade: websocket\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\n\n";

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    Case {
        rule: "interim-version",
        request: "GET / HTTP/1.0",
        kept: "HTTP/1.1 200 OK\n\n",
        broken: "HTTP/1.1 103 -\n\nHTTP/1.1 200 OK\n\n",
    },
    Case {
        rule: "switch-asked",
        request: ASKED,
        kept: SWITCHED,
        broken: "HTTP/1.1 101 -\nConnection: upgrade\nUpgrade: h2c\n\n",
    },
    Case {
        rule: "switch-asked",
        request: "GET / HTTP/1.1",
        kept: "HTTP/1.1 200 OK\n\n",
        broken: SWITCHED,
    },
    Case {
        rule: "switch-fields",
        request: ASKED,
        kept: SWITCHED,
        broken: "HTTP/1.1 101 -\nConnection: upgrade\n\n",
    },
    Case {
        rule: "upgrade-required",
        request: "GET / HTTP/1.1",
        kept: "HTTP/1.1 426 -\nConnection: upgrade, close\nUpgrade: websocket\n\n",
        broken: "HTTP/1.1 426 -\nConnection: close\nUpgrade: websocket\n\n",
    },
    Case {
        rule: "websocket-accept",
        request: ASKED,
        kept: SWITCHED,
        broken: "HTTP/1.1 101 -\nConnection: upgrade\nUpgrade: websocket\nSec-WebSocket-Accept: nonsense\n\n",
    },
];
