//! What an exchange can send, each with a server that takes it rightly and one that does not.

use std::collections::BTreeSet;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex};
use std::thread::sleep;
use std::time::Duration;

use rustix::process::getpgrp;
use serde_json::{Value, json};

use super::server::{answers, serve};
use super::{MESSAGE_JSON, limits};
use crate::catalogue::Status;
use crate::snippet::Options;
use crate::targets::Deviation;
use crate::verify::{Leaks, MockUpstream, RunningExample, prove};

/// The rules that a server breaks in an exchange, with the message of each.
pub(super) fn messages(exchange: Value, body: &str, address: SocketAddr) -> Vec<String> {
    messages_of(exchange, body, super::MESSAGE, &[], address)
}

/// The same, where the example has that message and the target states deviations.
pub(super) fn messages_of(
    exchange: Value,
    body: &str,
    message: &str,
    deviations: &[Value],
    address: SocketAddr,
) -> Vec<String> {
    let read = |value: &Value| serde_json::from_value::<Deviation>(value.clone()).unwrap();
    let deviations: Vec<_> = deviations.iter().map(read).collect();
    let deviations: Vec<_> = deviations.iter().collect();
    let generator = super::generator();
    let mut status: Status = generator.status("404").unwrap().clone();
    status.exchange = Some(serde_json::from_value(exchange).unwrap());
    let upstream = MockUpstream::start().unwrap();
    let group = u32::try_from(getpgrp().as_raw_nonzero().get()).ok();
    let options = Options { path: Some("/books".into()), ..Options::default() };
    let findings = prove(&RunningExample {
        leaks: &Leaks::new(&generator).unwrap(),
        body: &generator.body(body).unwrap(),
        group,
        address,
        status: &status,
        path: &options.resource_path(&status).unwrap(),
        message,
        upstream: &upstream,
        workspace: None,
        deviations: &deviations,
        is_behind_proxy: false,
        not_here: None,
        limits: limits(),
    });
    findings.iter().map(|it| format!("{}: {}", it.rule, it.message)).collect()
}

pub(super) fn broken(exchange: Value, address: SocketAddr) -> BTreeSet<String> {
    let messages = messages(exchange, "json", address);
    messages.iter().map(|it| it.split(':').next().unwrap().to_owned()).collect()
}

pub(super) const NONE: [&str; 0] = [];

/// What the plain request gets.
pub(super) fn missing() -> Response {
    response(404, "Content-Type: application/json\n", &format!("{{\"message\": {MESSAGE_JSON}}}"))
}

pub(super) type Response = Arc<dyn Fn(&str) -> String + Send + Sync>;

pub(super) fn response(status: u16, fields: &str, content: &str) -> Response {
    let (fields, content) = (fields.to_owned(), content.to_owned());
    Arc::new(move |request| super::right_responses::response(request, status, &fields, &content))
}

/// A server that answers a plain request as it must, and others of which `is` holds as `other` has it.
pub(super) fn server(is: fn(&str) -> bool, other: Response) -> SocketAddr {
    let usual = missing();
    answers(move |request| if is(request) { other(request) } else { usual(request) })
}

/// An exchange whose control is that.
pub(super) fn control(control: &Value) -> Value {
    json!({"request": {}, "response": {"message": "json"}, "controls": [control]})
}

pub(super) fn fine() -> Response {
    response(
        200,
        "Content-Type: application/json\n",
        "{\"title\": \"x\", \"by\": {\"name\": \"y\"}}",
    )
}

#[test]
fn requests_reach_what_is_beside_the_resource() {
    let asked = control(&json!({
        "request": {"suffix": "/1", "query": "a=b%20c"},
        "response": {"status": 200},
    }));
    let is = |request: &str| request.contains(" /books/1?a=b%20c HTTP");
    assert_eq!(broken(asked.clone(), server(is, fine())), BTreeSet::new());
    let elsewhere = server(|request| request.contains(" /books/1 HTTP"), fine());
    assert_eq!(broken(asked, elsewhere), ["exchange-status".to_owned()].into());
}

#[test]
fn a_named_place_is_followed() {
    let exchange = json!({
        "request": {"method": "POST"},
        "response": {"status": 202},
        "controls": [{"request": {"follow": "Location"}, "response": {"status": 200}}],
    });
    let server = |location: &'static str| {
        answers(move |request| match request.split(' ').next() {
            Some("POST") => response(202, location, "{}")(request)
                .replace("{}", "")
                .replace("Length: 2", "Length: 0"),
            _ if request.contains(" /books/status?id=1 ") => fine()(request),
            _ => missing()(request),
        })
    };
    assert_eq!(broken(exchange.clone(), server("Location: books/status?id=1#a\n")), set(NONE));
    assert_eq!(broken(exchange.clone(), server("")), set(["exchange-follow"]));
    for other in ["Location: http://elsewhere.example/\n", "Location: mailto:x@y.example\n"] {
        assert_eq!(broken(exchange.clone(), server(other)), set(["exchange-follow"]));
    }
    assert_eq!(broken(exchange, server("Location: /books/2\n")), set(["exchange-status"]));
}

pub(super) fn set<const N: usize>(names: [&str; N]) -> BTreeSet<String> {
    names.into_iter().map(str::to_owned).collect()
}

#[test]
fn each_repetition_counts() {
    let asked = |times: u32| {
        let request = json!({"method": "PUT", "repeat": times});
        control(&json!({"request": request, "response": {"status": 200}}))
    };
    let limited = || {
        let count = Arc::new(Mutex::new(0));
        answers(move |request| {
            if !request.starts_with("PUT ") {
                return missing()(request);
            }
            *count.lock().unwrap() += 1;
            let many = *count.lock().unwrap() > 3;
            if many { missing()(request) } else { fine()(request) }
        })
    };
    assert_eq!(broken(asked(3), limited()), set(NONE));
    assert_eq!(broken(asked(4), limited()), set(["exchange-status"]));
}

#[test]
fn each_client_has_an_address_of_its_own() {
    let asked = control(&json!({
        "request": {"method": "PUT", "clients": 300},
        "response": {"status": 200},
    }));
    let seen = Arc::new(Mutex::new(BTreeSet::<IpAddr>::new()));
    let addresses = Arc::clone(&seen);
    let server = serve(move |mut peer| {
        let address = peer.stream.get_ref().peer_addr().unwrap().ip();
        while let Some(request) = peer.request() {
            let is_new = request.starts_with("PUT ") && addresses.lock().unwrap().insert(address);
            let response = if is_new { fine()(&request) } else { missing()(&request) };
            peer.send(&response);
        }
    });
    assert_eq!(broken(asked, server), set(NONE));
    let seen = seen.lock().unwrap();
    assert_eq!(seen.len(), 300);
    assert!(seen.iter().all(IpAddr::is_loopback));
}

#[test]
fn what_is_cut_short_need_not_be_answered_but_does_not_pass() {
    let asked = control(&json!({
        "request": {"method": "PUT", "content": "0123456789", "transfer": "truncated"},
        "response": {"status": 400},
    }));
    let server = |status: Option<u16>| {
        serve(move |mut peer| {
            while let Some(head) = peer.head() {
                if !head.starts_with("PUT ") {
                    peer.send(&missing()(&head));
                    continue;
                }
                assert_eq!(peer.content(&head), "", "half of it is not all");
                let Some(status) = status else { return };
                let text = format!("HTTP/1.1 {status} -\nConnection: close\n\nno");
                peer.send(&text);
                return;
            }
        })
    };
    assert_eq!(broken(asked.clone(), server(None)), set(NONE));
    assert!(!broken(asked.clone(), server(Some(400))).contains("exchange-status"));
    assert!(broken(asked, server(Some(200))).contains("exchange-status"));
}

#[test]
fn a_connection_may_have_to_end_without_a_response() {
    let asked = control(&json!({"request": {"method": "PUT"}, "response": {"closed": true}}));
    let closing = serve(|mut peer| {
        while let Some(request) = peer.request().filter(|request| !request.starts_with("PUT ")) {
            peer.send(&missing()(&request));
        }
    });
    assert_eq!(broken(asked.clone(), closing), set(NONE));
    let answering = server(|request| request.starts_with("PUT "), fine());
    assert_eq!(broken(asked, answering), set(["exchange-status"]));
}

#[test]
fn a_slow_response_is_reported() {
    let asked = |seconds: u32| {
        let request = json!({"method": "PUT"});
        control(&json!({"request": request, "response": {"status": 200}, "seconds": seconds}))
    };
    let slow = || {
        answers(|request| {
            if !request.starts_with("PUT ") {
                return missing()(request);
            }
            sleep(Duration::from_millis(1800));
            fine()(request)
        })
    };
    assert_eq!(broken(asked(1), slow()), set(["exchange-seconds"]));
    assert_eq!(broken(asked(3), slow()), set(NONE));
}

#[test]
fn a_growing_program_is_reported() {
    let asked = control(&json!({
        "request": {"method": "PUT", "content": "ab", "megabytes": 3},
        "response": {"status": 200},
        "memory": 200,
    }));
    let hoarding = |much: usize| {
        serve(move |mut peer| {
            while let Some(head) = peer.head() {
                if !head.starts_with("PUT ") {
                    peer.send(&missing()(&head));
                    continue;
                }
                assert_eq!(peer.content(&head).len(), 3_000_002);
                let hoard = vec![1_u8; much];
                sleep(Duration::from_millis(200));
                peer.send(&fine()(&head));
                drop(hoard);
            }
        })
    };
    assert_eq!(broken(asked.clone(), hoarding(0)), set(NONE));
    assert_eq!(broken(asked, hoarding(300 << 20)), set(["exchange-memory"]));
}

#[test]
fn who_refuses_much_content_is_heard() {
    let asked = control(&json!({
        "request": {"method": "PUT", "megabytes": 400},
        "response": {"status": 413},
    }));
    let refusing = serve(|mut peer| {
        while let Some(head) = peer.head() {
            if !head.starts_with("PUT ") {
                peer.send(&missing()(&head));
                continue;
            }
            peer.send(&response(
                413,
                "Content-Type: text/html; charset=utf-8\nConnection: close\n",
                "<p>no",
            )(&head));
            sleep(Duration::from_millis(300));
            return;
        }
    });
    assert_eq!(messages(asked, "json", refusing), NONE);
}

#[test]
fn an_error_of_the_server_is_found_wherever_it_comes() {
    let exchange = json!({"request": {"method": "PUT"}, "response": {"message": "json"}});
    // The plain request that follows on the connection.
    let failing = server(|request| request.starts_with("GET "), response(500, "", ""));
    let found = messages(exchange.clone(), "json", failing);
    assert_eq!(found, ["server-error: expected no error, got 500"]);
    let otherwise = server(|request| request.starts_with("GET "), fine());
    assert_eq!(broken(exchange, otherwise), BTreeSet::new());
}
