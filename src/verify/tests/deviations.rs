//! What a target states of where it does otherwise, and whether that is true.

use std::net::SocketAddr;
use std::sync::Arc;

use serde_json::{Value, json};

use super::MESSAGE;
use super::exchanges::{NONE, Response, fine, messages, messages_of, missing, response, server};
use super::server::answers;

fn with_edge() -> Value {
    json!({
        "request": {},
        "response": {"message": "json"},
        "edges": [{
            "name": "put-to-nowhere",
            "says": "PUT does not create books",
            "request": {"method": "PUT"},
            "response": {"status": 404},
        }],
    })
}

fn puts(other: Response) -> SocketAddr {
    server(|request| request.starts_with("PUT "), other)
}

fn deviation(edge: &str, gets: &Value) -> Value {
    json!({
        "edge": edge, "codes": [404], "what": "It does.", "gets": gets,
        "whose": "Framework", "see": "https://example.com/",
    })
}

fn leak_messages(other: Response, gets: &Value) -> Vec<String> {
    messages_of(with_edge(), "json", MESSAGE, &[deviation("put-to-nowhere", gets)], puts(other))
}

#[test]
fn an_edge_is_reported_with_its_name() {
    assert_eq!(messages(with_edge(), "json", puts(missing())), NONE);
    assert_eq!(
        messages(with_edge(), "json", puts(fine())),
        ["edge: `put-to-nowhere` (PUT does not create books): expected 404, got 200"]
    );
}

#[test]
fn what_is_stated_has_to_come() {
    assert_eq!(leak_messages(fine(), &json!({"status": 200})), NONE);
    assert_eq!(leak_messages(fine(), &json!({"status": 200, "json": {"title": "x"}})), NONE);
    assert_eq!(
        leak_messages(fine(), &json!({"status": 201})),
        ["deviation: `put-to-nowhere`: expected 201, got 200"]
    );
    assert_eq!(
        leak_messages(fine(), &json!({"closed": true})),
        ["deviation: `put-to-nowhere`: expected no response, got 200"]
    );
}

#[test]
fn a_deviation_falls_when_the_edge_is_passed() {
    assert_eq!(
        leak_messages(missing(), &json!({"status": 200})),
        [
            "untrue-deviation: `put-to-nowhere` is untrue of 404: the edge is answered as the catalogue asks"
        ]
    );
}

#[test]
fn no_deviation_covers_a_server_error_or_a_leak() {
    let failing = || response(500, "Content-Type: text/plain; charset=utf-8\n", "oh");
    assert_eq!(leak_messages(failing(), &json!({"status": 500})), NONE);
    assert_eq!(
        leak_messages(failing(), &json!({})),
        ["deviation: `put-to-nowhere`: expected any status below 500, got 500"]
    );
    let trace = "Traceback (most recent call last):";
    let leaking = response(400, "Content-Type: text/plain; charset=utf-8\n", trace);
    let messages = leak_messages(leaking, &json!({"status": 400}));
    assert_eq!(messages.len(), 1, "{messages:?}");
    assert!(messages[0].starts_with("leak: "), "{messages:?}");
}

#[test]
fn a_connection_that_ends_can_be_stated() {
    let closing = || {
        answers(|request| {
            if request.starts_with("PUT ") {
                "\nConnection: close".into()
            } else {
                missing()(request)
            }
        })
    };
    let leak_messages = |gets: &Value| {
        messages_of(with_edge(), "json", MESSAGE, &[deviation("put-to-nowhere", gets)], closing())
    };
    assert_eq!(leak_messages(&json!({"closed": true})), NONE);
    assert_eq!(leak_messages(&json!({"status": 200})).len(), 1);
}

#[test]
fn a_rule_can_be_deviated_from_as_long_as_it_is_broken() {
    let exchange = json!({"request": {}, "response": {"message": "json"}});
    let refusing =
        response(405, "Content-Type: application/json\nAllow: GET\n", "{\"message\": \"\"}");
    let server = |head: Response| {
        let usual = missing();
        answers(
            move |request| {
                if request.starts_with("HEAD ") { head(request) } else { usual(request) }
            },
        )
    };
    let refuses = || server(Arc::clone(&refusing));
    assert_eq!(
        messages(exchange.clone(), "json", refuses()),
        ["head-fields: GET gets 404, HEAD 405"]
    );
    let leak_messages = |gets: &Value, address| {
        messages_of(exchange.clone(), "json", MESSAGE, &[deviation("head-fields", gets)], address)
    };
    assert_eq!(leak_messages(&json!({"status": 405}), refuses()), NONE);
    assert_eq!(leak_messages(&json!({"status": 501}), refuses()).len(), 1);
    let kept = leak_messages(&json!({"status": 405}), server(missing()));
    assert_eq!(kept, ["untrue-deviation: `head-fields` is untrue of 404: the rule is kept"]);
}

#[test]
fn a_rule_that_guards_clients_cannot_be_deviated_from() {
    let exchange = json!({"request": {}, "response": {"message": "json"}});
    let talking = answers(|request| format!("{}more", missing()(request)));
    let stated = deviation("stray-bytes", &json!({"status": 404}));
    let messages = messages_of(exchange, "json", MESSAGE, &[stated], talking);
    assert!(messages.iter().any(|it| it.starts_with("stray-bytes: ")), "{messages:?}");
}
