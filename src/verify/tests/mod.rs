//! Complete proofs against servers that respond from a script.

mod deviations;
mod exchanges;
mod expected_responses;
mod misbehaving_servers;
mod requests;
mod right_responses;
mod server;
mod websocket;
mod wrong_responses;

use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::time::Duration;

use super::{Finding, Leaks, Limits, MockUpstream, RunningExample, prove};
use crate::catalogue::Body;
use crate::snippet::{Generator, Options};

/// The message of the scripted servers, awkward on purpose; `MESSAGE_JSON` is the same in JSON.
const MESSAGE: &str = "Hé \"<&>\"\r\n\0\u{2028}😀";
const MESSAGE_JSON: &str = r#""Hé \"<&>\"\r\n\u0000\u2028😀""#;

fn limits() -> Limits {
    Limits {
        response: Duration::from_millis(1500),
        total: Duration::from_secs(6),
        patience: Duration::from_millis(300),
        bytes: 1 << 20,
    }
}

/// The catalogue with exchanges that the scripted servers are written for: they stay as they are,
/// whatever the examples come to be about.
fn generator() -> Generator {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/exchanges");
    Generator::with_overlays([folder.into()]).unwrap()
}

fn findings(code: &str, address: SocketAddr, upstream: &MockUpstream) -> Vec<Finding> {
    let generator = generator();
    let status = generator.status(code).unwrap();
    let body = generator.body(Body::DEFAULT).unwrap();
    let options = Options { path: Some("/endpoint".into()), ..Options::default() };
    prove(&RunningExample {
        leaks: &Leaks::new(&generator).unwrap(),
        body: &body,
        group: None,
        address,
        status,
        path: &options.resource_path(status).unwrap(),
        message: MESSAGE,
        upstream,
        workspace: None,
        deviations: &[],
        is_behind_proxy: false,
        not_here: None,
        limits: limits(),
    })
}

/// The names of the rules that a server breaks.
fn broken(code: &str, address: SocketAddr) -> BTreeSet<&'static str> {
    let upstream = MockUpstream::start().unwrap();
    findings(code, address, &upstream).iter().map(|finding| finding.rule).collect()
}
