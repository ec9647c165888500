use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use super::right_responses::{json, right};
use super::server::{answers, serve};
use super::{MESSAGE, broken, findings};
use crate::verify::MockUpstream;

#[test]
fn right_responses_have_no_findings() {
    for code in [103, 201, 204, 304, 404, 405, 408, 413] {
        let address = answers(move |request| right(code, request));
        let upstream = MockUpstream::start().unwrap();
        let findings = findings(&code.to_string(), address, &upstream);
        let told: Vec<_> = findings.iter().map(|it| format!("{it}\n{}", it.transcript)).collect();
        assert!(told.is_empty(), "{code}: {}", told.join("\n"));
    }
}

#[test]
fn wrong_responses_are_reported_by_the_rules_that_they_break() {
    // In the correct responses for a code, one text is replaced by another.
    let cases: [(u16, &str, &str, &[&str]); 18] = [
        (404, " 404 ", " 410 ", &["exchange-status"]),
        (404, "😀", "😁", &["exchange-message"]),
        (404, "application/json", "text/html", &["charset", "html", "html-tags"]),
        (404, "\"}", "\",}", &["exchange-message", "json", "stray-bytes"]),
        (
            404,
            "HTTP/1.1 404",
            "HTTP/1.1 103 -\n\nHTTP/1.1 404",
            &["exchange-interim", "hints-link"],
        ),
        (405, "Allow: GET, HEAD\n", "", &["allow", "exchange-field"]),
        (405, "Allow: GET, HEAD", "Allow: POST", &["exchange-field"]),
        (405, " 405 ", " 200 ", &["exchange-status"]),
        (204, " 204 -\n\n", " 204 -\n\n{\"message\": \"\"}", &["no-content"]),
        (204, " 204 -\n\n", " 204 -\nConnection: close\n\n{}", &["no-content"]),
        (204, " 204 -\n\n", " 204 -\nContent-Length: 0\n\n", &["no-length"]),
        (201, "Location: /endpoint/1", "Location: /endpoint/2", &["exchange-field"]),
        (201, "Location: /endpoint/1", "Location: endpoint/1#", &["exchange-field"]),
        (304, " 304 -\nETag: \"v1\"", " 304 -\nA: b", &["exchange-field", "same-fields"]),
        (304, " 304 ", " 200 ", &["exchange-status"]),
        (103, "as=style\n\n", "as=style\n\n<p>", &["no-content"]),
        (
            103,
            "\n\nHTTP/1.1 200",
            "\n\nHTTP/1.1 103",
            &["final-response", "no-content", "no-length"],
        ),
        (408, " 408 ", " 500 ", &["exchange-status"]),
    ];
    let mut wrong = Vec::new();
    for (code, from, to, rules) in cases {
        let address = answers(move |request| right(code, request).replace(from, to));
        let found = broken(&code.to_string(), address);
        if !found.iter().eq(rules) {
            wrong.push(format!("{code}: {from:?} -> {to:?}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn content_after_the_answer_to_head_is_found_on_the_same_connection() {
    let address = answers(|request| right(404, &request.replace("HEAD ", "GET ")));
    assert_eq!(broken("404", address), ["head-content"].into());
}

#[test]
fn the_content_waits_for_100_continue() {
    let server = |patient: bool| {
        serve(move |mut peer| {
            while let Some(head) = peer.head() {
                let expects = head.contains("Expect: 100-continue");
                if expects && patient {
                    peer.stream.get_ref().set_nonblocking(true).unwrap();
                    assert_eq!(peer.content(&head), "", "the content came too early");
                    peer.stream.get_ref().set_nonblocking(false).unwrap();
                    peer.send("HTTP/1.1 100 Continue\n\n");
                }
                peer.content(&head);
                peer.send(&json(&head, 200, "", ""));
            }
        })
    };
    assert_eq!(broken("100", server(true)), BTreeSet::new());
    assert_eq!(broken("100", server(false)), ["exchange-interim"].into());
}

#[test]
fn requests_are_counted_as_they_are_announced() {
    let limited = |limit: u32| {
        let count = Arc::new(AtomicU32::new(0));
        answers(move |request| match count.fetch_add(1, Ordering::SeqCst) {
            earlier if earlier < limit => json(request, 200, "", ""),
            _ => json(request, 429, "Retry-After: 60\n", ""),
        })
    };
    assert_eq!(broken("429", limited(3)), BTreeSet::new());
    assert_eq!(broken("429", limited(2)), ["exchange-status"].into());
    assert_eq!(broken("429", limited(4)), ["exchange-status"].into());
}

#[test]
fn the_upstream_changes_between_requests() {
    let upstream = MockUpstream::start().unwrap();
    let behind = upstream.address();
    let gateway = |bad: u16| {
        answers(move |request| {
            let mut stream = std::net::TcpStream::connect(behind).unwrap();
            stream.write_all(b"GET / HTTP/1.1\r\n\r\n").unwrap();
            let mut text = String::new();
            stream.read_to_string(&mut text).unwrap();
            if text.starts_with("HTTP/1.1 200") {
                json(request, 200, "", ", \"title\": \"The Trial\"")
            } else {
                json(request, bad, "", "")
            }
        })
    };
    assert_eq!(findings("502", gateway(502), &upstream), []);
    let wrong = findings("502", gateway(503), &upstream);
    let wrong = wrong.iter().find(|finding| finding.rule == "exchange-status").unwrap();
    assert_eq!(wrong.source, "data/statuses/502.yaml");
    assert!(wrong.transcript.contains("> GET /endpoint HTTP/1.1\n> Host: 127.0.0.1:"));
}

#[test]
fn parts_are_compared_with_the_message() {
    let server = |first: usize| {
        serve(move |mut peer| {
            while let Some(request) = peer.request() {
                let whole = MESSAGE.as_bytes();
                let ranged = request.starts_with("GET ")
                    && request.contains("Range: bytes=0-3")
                    && !request.contains("If-Range");
                let (status, range, content) = if ranged {
                    let range = format!("Content-Range: bytes 0-3/{}\r\n", whole.len());
                    (206, range, &whole[first..4])
                } else {
                    (200, String::new(), whole)
                };
                let head = format!(
                    "HTTP/1.1 {status} -\r\nETag: \"a\"\r\nAccept-Ranges: bytes\r\n{range}Content-Type: \
                     text/plain; charset=utf-8\r\nContent-Length: {}\r\n\r\n",
                    content.len()
                );
                let content = if request.starts_with("HEAD") { b"" } else { content };
                let _ = peer.stream.get_mut().write_all(&[head.as_bytes(), content].concat());
            }
        })
    };
    // Not UTF-8: the range cuts a character. A partial text need not be whole characters.
    assert_eq!(broken("206", server(0)), BTreeSet::new());
    assert_eq!(broken("206", server(1)), ["exchange-message", "partial-range"].into());
}

#[test]
fn a_framework_may_have_its_own_answer_where_nothing_is_expected() {
    let bare = |status: u16| {
        answers(move |request| {
            if request.starts_with("DELETE ") {
                return right(204, request);
            }
            format!("HTTP/1.1 {status} -\nContent-Length: 0\n\n")
        })
    };
    assert_eq!(broken("204", bare(404)), BTreeSet::new());
    assert_eq!(broken("204", bare(405)), ["allow"].into());
    assert_eq!(broken("204", bare(500)), ["exchange-status", "server-error"].into());
}
