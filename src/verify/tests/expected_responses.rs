//! What an exchange can ask of a response, each with a server that keeps it and one that does not.

use std::sync::Arc;

use serde_json::{Value, json};

use super::MESSAGE_JSON;
use super::exchanges::{NONE, broken, control, messages, messages_of, response, server, set};
use super::server::answers;

#[test]
fn fields_and_texts_may_have_to_be_absent() {
    let asked =
        |response: Value| control(&json!({"request": {"method": "PUT"}, "response": response}));
    let put = |fields: &str, content: &str| {
        let fields = format!("Content-Type: text/plain; charset=utf-8\n{fields}");
        server(|request| request.starts_with("PUT "), response(200, &fields, content))
    };
    let absent = asked(json!({"status": 200, "absent": ["Retry-After"]}));
    assert_eq!(broken(absent.clone(), put("", "x")), set(NONE));
    assert_eq!(broken(absent, put("retry-after: 9\n", "x")), set(["exchange-field"]));
    let without = asked(json!({"status": 200, "not_contains": "secret"}));
    assert_eq!(broken(without.clone(), put("", "x")), set(NONE));
    assert_eq!(broken(without, put("", "a secret")), set(["exchange-contains"]));
}

#[test]
fn json_is_looked_into() {
    let asked = |wanted: Value| {
        control(&json!({"request": {"method": "PUT"}, "response": {"status": 200, "json": wanted}}))
    };
    let content = r#"{"a": {"b": [1, {"c": null, "d": "x", "e": 1.5}]}, "f": true}"#;
    let put = response(200, "Content-Type: application/json\n", content);
    for (wanted, fits) in [
        (json!({"f": true, "a.b": [1, {"d": "x"}]}), true),
        (json!({"a": {"b": null}}), true),
        (json!({"a.b": [1]}), false),
        (json!({"a.b": [1, {"c": null}]}), false),
        (json!({"a.c": null}), false),
        (json!({"f": "true"}), false),
    ] {
        let server = server(|request| request.starts_with("PUT "), Arc::clone(&put));
        assert_eq!(broken(asked(wanted.clone()), server).is_empty(), fits, "{wanted}");
    }
}

#[test]
fn the_message_may_stand_in_another_property() {
    let exchange =
        |property: &str| json!({"request": {}, "response": {"message": {"json": property}}});
    let content = format!("{{\"error\": {{\"text\": {MESSAGE_JSON}}}}}");
    let there = response(404, "Content-Type: application/json\n", &content);
    let server = || {
        answers({
            let there = Arc::clone(&there);
            move |request| there(request)
        })
    };
    assert_eq!(broken(exchange("error.text"), server()), set(NONE));
    assert_eq!(broken(exchange("message"), server()), set(["exchange-message"]));
}

#[test]
fn errors_have_the_chosen_shape() {
    let exchange = json!({
        "request": {},
        "response": {"body": "error"},
        "controls": [{"request": {"method": "PUT"}, "response": {"status": 405, "body": "error"}}],
    });
    let check = |body: &str, kind: &str, own: String, other: &'static str| {
        let kind = format!("Content-Type: {kind}\nAllow: GET\n");
        let server = answers(move |request| {
            let put = request.starts_with("PUT ");
            let (status, content) = if put { (405, other) } else { (404, own.as_str()) };
            response(status, &kind, content)(request)
        });
        messages(exchange.clone(), body, server)
    };
    let json = |other| {
        check("json", "application/json", format!("{{\"message\": {MESSAGE_JSON}}}"), other)
    };
    assert_eq!(json("{\"message\": \"not that\"}"), NONE);
    assert_eq!(json("{\"detail\": \"not that\"}").len(), 1);
    assert_eq!(json("{\"message\": \"\"}").len(), 1);
    let problem = |own: &str, other| {
        let own = format!("{{\"detail\": {MESSAGE_JSON}, {own}}}");
        check("problem", "application/problem+json", own, other)
    };
    let right = "\"status\": 404, \"title\": \"Not Found\"";
    let put = "{\"detail\": \"no\", \"status\": 405, \"title\": \"Method Not Allowed\"}";
    assert_eq!(problem(right, put), NONE);
    assert_eq!(problem("\"status\": \"404\", \"title\": \"Not Found\"", put).len(), 1);
    assert_eq!(problem("\"status\": 404, \"title\": \"Oh\"", put).len(), 1);
    assert_eq!(problem(right, "{\"detail\": \"no\", \"status\": 404, \"title\": \"-\"}").len(), 1);
    let other = check("problem", "application/json", "{}".into(), put);
    assert!(other.iter().all(|it| it.starts_with("exchange-body: ")), "{other:?}");
    assert_eq!(other.len(), 4, "{other:?}");
}

#[test]
fn an_empty_message_may_be_left_out_where_the_shape_says_so() {
    let exchange = json!({"request": {}, "response": {"body": "error"}});
    let faults = |body: &str, kind: &str, content: &str| {
        let response = response(404, &format!("Content-Type: {kind}\n"), content);
        let server = answers(move |request| response(request));
        messages_of(exchange.clone(), body, "", &[], server)
    };
    let problem = |content| faults("problem", "application/problem+json", content);
    assert_eq!(problem(r#"{"status": 404, "title": "Not Found"}"#), NONE);
    assert_eq!(problem(r#"{"status": 404, "title": "Not Found", "detail": ""}"#), NONE);
    assert_eq!(problem(r#"{"status": 404, "title": "Not Found", "detail": "no"}"#).len(), 1);
    assert_eq!(faults("json", "application/json", r#"{"message": ""}"#), NONE);
    assert_eq!(faults("json", "application/json", "{}").len(), 1);
}
