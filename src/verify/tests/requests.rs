//! Requests that build on others, or on who sends them.

use serde_json::json;

use super::exchanges::{NONE, broken, control, fine, messages, missing, response, set};
use super::server::{answers, serve};

#[test]
fn what_a_response_has_said_is_sent_back() {
    let exchange = json!({
        "prepare": [{"request": {}, "response": {"status": 200, "fields": {"ETag": null}}}],
        "request": {"fields": {"If-None-Match": "{ETag}"}},
        "response": {"status": 304, "fields": {"ETag": "{ETag}"}},
        "also": [{"fields": {"If-None-Match": "\"v0\", {weak:ETag}"}}],
    });
    let tagged = |tag: &'static str| {
        answers(move |request| {
            if request.contains("None-Match: \"v7\"") || request.contains("\"v0\", W/\"v7\"") {
                return "HTTP/1.1 304 -\nETag: \"v7\"\n\n".into();
            }
            response(200, &format!("Content-Type: application/json\n{tag}"), "{}")(request)
        })
    };
    assert_eq!(messages(exchange.clone(), "json", tagged("ETag: \"v7\"\n")), NONE);
    assert!(broken(exchange.clone(), tagged("ETag: \"v6\"\n")).contains("exchange-status"));
    let none = broken(exchange, tagged(""));
    assert!(none.contains("exchange-follow") && none.contains("exchange-field"), "{none:?}");
}

#[test]
fn other_paths_and_other_clients_are_asked() {
    let asked = control(&json!({
        "request": {"path": "/health", "client": 2},
        "response": {"status": 200},
    }));
    let server = serve(move |mut peer| {
        let client = peer.stream.get_ref().peer_addr().unwrap().ip().to_string();
        while let Some(request) = peer.request() {
            let fits = request.contains(" /health HTTP") && client == "127.0.0.2";
            let response = if fits { fine()(&request) } else { missing()(&request) };
            peer.send(&response);
        }
    });
    // A GET is repeated as HEAD, by the usual client.
    let messages = messages(asked, "json", server);
    assert_eq!(messages, ["head-fields: GET gets 200, HEAD 404"]);
}

#[test]
fn a_proxy_is_asked_for_a_whole_address() {
    let exchange = json!({"request": {"absolute": true}, "response": {"status": 407}});
    let proxy = answers(|request| {
        let line = request.lines().next().unwrap();
        let host = request.lines().find_map(|line| line.strip_prefix("Host: ")).unwrap();
        let whole = line.contains(&format!(" http://{host}/books HTTP/1.1"));
        let fields = "Content-Type: application/json\nProxy-Authenticate: Basic realm=\"x\"\n";
        if whole { response(407, fields, "{}")(request) } else { missing()(request) }
    });
    assert_eq!(messages(exchange, "json", proxy), NONE);
}

#[test]
fn of_a_strange_version_only_the_status_counts() {
    let asked = |status: u16| {
        control(&json!({"request": {"version": "2.0"}, "response": {"status": status}}))
    };
    let server = || {
        answers(|request| {
            if request.contains(" HTTP/2.0") {
                return "HTTP/2.0 505 -\nA: b\nConnection: close\n\n".into();
            }
            missing()(request)
        })
    };
    assert!(!broken(asked(505), server()).contains("exchange-status"));
    assert!(broken(asked(400), server()).contains("exchange-status"));
}

#[test]
fn a_response_may_break_off_where_the_exchange_says_so() {
    let asked = |incomplete: bool| {
        let response = json!({"status": [502], "incomplete": incomplete});
        control(&json!({"request": {"method": "PUT"}, "response": response}))
    };
    let server = || {
        serve(|mut peer| {
            while let Some(request) = peer.request() {
                if request.starts_with("PUT ") {
                    peer.send("HTTP/1.1 200 -\nContent-Length: 9\n\nabc");
                    return;
                }
                peer.send(&missing()(&request));
            }
        })
    };
    assert_eq!(broken(asked(true), server()), set(NONE));
    assert_eq!(broken(asked(false), server()), set(["answer"]));
}
