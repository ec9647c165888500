//! Compares what a client's program did with the exchange of the catalogue.

use std::collections::BTreeMap;

use super::expect::{self, Breach, Expected, Unsaid};
use super::finding::{Finding, Level};
use super::request_difference::difference;
use super::rule::Rule;
use super::rules;
use super::running_example::RunningExample;
use super::wire::{Endpoint, ExampleContext, Recording, SentRequest, Transaction, Transcript};
use crate::catalogue::{Exchange, Preparation, Request, Response, Statuses};

const FILE: &str = "data/statuses/";

const REQUESTS: Rule =
    Rule::must("client-requests", FILE, "a client sends as many requests as the exchange has");
const REQUEST: Rule =
    Rule::must("client-request", FILE, "a client sends the request of the exchange");
const SHOWS: Rule = Rule::must(
    "client-shows",
    FILE,
    "a client's output has the status of each response, the fields that matter and the content",
);

/// The rules of clients.
pub(super) const RULES: [Rule; 3] = [REQUESTS, REQUEST, SHOWS];

/// Checks the requests of a client, the responses to them, and what the client printed of those.
/// The example's address is the one that the client knows.
pub(super) fn check_client(
    example: &RunningExample,
    recordings: &[Recording],
    output: &[u8],
) -> Vec<Finding> {
    let Some(exchange) = &example.status.exchange else { return Vec::new() };
    let captured = BTreeMap::new();
    let mut check = ClientCheck { example, exchange, captured, output, findings: Vec::new() };
    check.run(recordings);
    check.findings
}

struct ClientCheck<'a> {
    example: &'a RunningExample<'a>,
    exchange: &'a Exchange,
    /// The fields of the responses so far, by name in lower case.
    captured: BTreeMap<String, String>,
    output: &'a [u8],
    findings: Vec<Finding>,
}

impl ClientCheck<'_> {
    fn run(&mut self, recordings: &[Recording]) {
        let mut transactions = Vec::new();
        for recording in recordings {
            match recording.transactions() {
                Ok(some) => transactions.extend(some),
                Err(error) => {
                    return self.note(recording.transcript(), vec![(REQUEST, error.to_string())]);
                }
            }
        }
        let times = self.exchange.before.as_ref().map_or(0, |before| before.times as usize);
        // What the others build on may come first.
        let prepare = &self.exchange.prepare;
        let prepare = match transactions.len().checked_sub(times + 1) {
            Some(first) if first == prepare.len() => prepare.as_slice(),
            _ => &[],
        };
        let first: Vec<_> = transactions.drain(..prepare.len()).collect();
        for (transaction, Preparation { request, response }) in first.iter().zip(prepare) {
            self.look(transaction, &[request], response, Unsaid::Other);
        }
        if transactions.len() != times + 1 {
            let breach = format!("expected {} of them, got {}", times + 1, transactions.len());
            let none = Transcript::default();
            let transcript = transactions.last().map_or(&none, |it| &it.transcript);
            return self.note(transcript, vec![(REQUESTS, breach)]);
        }
        let before = self.exchange.before.as_ref().map(|before| Response {
            status: Statuses(vec![before.status]),
            ..Response::default()
        });
        let Exchange { request, also, response, .. } = self.exchange;
        let requests: Vec<_> = std::iter::once(request).chain(also).collect();
        for (index, transaction) in transactions.iter().enumerate() {
            let response = before.as_ref().filter(|_| index < times).unwrap_or(response);
            self.look(transaction, &requests, response, Unsaid::Code);
        }
    }

    /// Checks what came of one of these requests.
    fn look(
        &mut self,
        transaction: &Transaction,
        requests: &[&Request],
        response: &Response,
        unsaid: Unsaid,
    ) {
        let RunningExample { status, message, body, workspace, leaks, .. } = *self.example;
        let known = ExampleContext { message, workspace, leaks };
        let endpoint = &self.endpoint(requests.first().unwrap_or(&&self.exchange.request));
        let expected = Expected { response, status, unsaid, endpoint, message, body };
        let fault = self.asks(&transaction.sent, requests);
        let mut breaches: Vec<Breach> = fault.map(|fault| (REQUEST, fault)).into_iter().collect();
        // A server's warnings are reported with the proof of the server.
        let musts = rules::check(transaction, known);
        let stated = |rule: &Rule| {
            let deviations = self.example.deviations;
            rules::may_be_deviated_from(*rule) && deviations.iter().any(|it| it.edge == rule.name)
        };
        let musts = musts.into_iter().filter(|(rule, _)| rule.level == Level::Must);
        breaches.extend(musts.filter(|(rule, _)| !stated(rule)));
        breaches.extend(expected.compare(transaction));
        breaches.extend(self.shows(transaction, response).map(|fault| (SHOWS, fault)));
        self.note(&transaction.transcript, breaches);
        self.capture(transaction);
    }

    fn capture(&mut self, transaction: &Transaction) {
        for (name, value) in transaction.last.iter().flat_map(|it| it.head.fields.lines()) {
            self.captured.insert(name.to_ascii_lowercase(), value.to_owned());
        }
    }

    fn endpoint(&self, request: &Request) -> Endpoint {
        Endpoint { captured: self.captured.clone(), ..self.example.endpoint(request) }
    }

    /// What is wrong with a request, unless it is one of those.
    fn asks(&self, sent: &SentRequest, requests: &[&Request]) -> Option<String> {
        let mut first = None;
        for request in requests {
            let target = self.example.target(request);
            let wanted = SentRequest::new(request, &self.endpoint(request), &target);
            first.get_or_insert(difference(sent, &wanted)?);
        }
        first
    }

    /// What the output lacks, if anything.
    fn shows(&self, transaction: &Transaction, response: &Response) -> Option<String> {
        let lacks = |what: &str| !holds(self.output, what.as_bytes());
        for head in transaction.heads() {
            if !contains_number(self.output, head.status) {
                return Some(format!("expected the status {}", head.status));
            }
        }
        let answer = transaction.last.as_ref()?;
        for name in response.fields.keys() {
            let values: Vec<_> = answer.head.fields.all(name.as_str()).collect();
            if let Some(value) = values.into_iter().find(|value| lacks(value)) {
                return Some(format!("expected the value of `{name}`, `{}`", value.escape_debug()));
            }
        }
        let content = holds(self.output, &answer.content) || !lacks(self.example.message);
        (!content).then(|| "expected the content, or the message in it".into())
    }

    fn note(&mut self, transcript: &Transcript, breaches: Vec<Breach>) {
        expect::note(&mut self.findings, self.example.status.code, transcript, breaches);
    }
}

/// Whether the text contains that number as a whole word.
fn contains_number(text: &[u8], number: u16) -> bool {
    let digits = number.to_string();
    let ends = |byte: Option<&u8>| byte.is_none_or(|byte| !byte.is_ascii_alphanumeric());
    memchr::memmem::find_iter(text, &digits).any(|at| {
        let before = at.checked_sub(1).and_then(|before| text.get(before));
        ends(before) && ends(text.get(at + digits.len()))
    })
}

fn holds(text: &[u8], part: &[u8]) -> bool {
    memchr::memmem::find(text, part).is_some()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::net::{Ipv4Addr, SocketAddr};

    use super::*;
    use crate::catalogue::Body;
    use crate::snippet::{Generator, Options};
    use crate::verify::{Limits, MockUpstream};

    const ASKED: &str = "DELETE /endpoint HTTP/1.1\r\nHost: 127.0.0.1:80\r\nAccept: */*\r\n\r\n";
    const ANSWER: &str = "HTTP/1.1 405 -\r\nAllow: GET\r\nContent-Type: application/json\r\nContent-Length: 18\r\n\r\n{\"message\": \"m\"}\r\n";

    fn broken(code: &str, exchanges: &[(&str, &str)], output: &str) -> BTreeSet<&'static str> {
        let generator = Generator::new();
        let upstream = MockUpstream::start().unwrap();
        let body = generator.body(Body::DEFAULT).unwrap();
        let status = generator.status(code).unwrap();
        let varies = status.scenario.as_ref().is_some_and(|it| !it.variables.is_empty());
        let path = if varies { "/endpoint/{id}" } else { "/endpoint" };
        let options = Options { path: Some(path.into()), ..Options::default() };
        let example = RunningExample {
            leaks: &crate::verify::Leaks::default(),
            body: &body,
            group: None,
            address: SocketAddr::from((Ipv4Addr::LOCALHOST, 80)),
            status,
            path: &options.resource_path(status).unwrap(),
            message: "m",
            upstream: &upstream,
            workspace: None,
            deviations: &[],
            not_here: None,
            is_behind_proxy: false,
            limits: Limits::default(),
        };
        let recording = |(sent, received): &(&str, &str)| {
            let mut recording = Recording::default();
            recording.sent(sent.as_bytes());
            recording.received(received.as_bytes());
            recording
        };
        let recordings: Vec<_> = exchanges.iter().map(recording).collect();
        check_client(&example, &recordings, output.as_bytes()).iter().map(|it| it.rule).collect()
    }

    #[test]
    fn a_client_that_sends_and_prints_follows_all_rules() {
        assert_eq!(broken("405", &[(ASKED, ANSWER)], ANSWER), BTreeSet::new());
        assert_eq!(broken("405", &[(ASKED, ANSWER)], "405: m, allowed is GET"), BTreeSet::new());
    }

    #[test]
    fn a_different_request_is_reported() {
        for other in [
            ASKED.replace("DELETE", "PUT"),
            ASKED.replace("/endpoint", "/other"),
            ASKED.replace("HTTP/1.1", "HTTP/1.0"),
            ASKED.replace(":80", ":81"),
            ASKED.replace("Accept", "Content-Length: 1\r\nAccept") + "x",
        ] {
            let found = broken("405", &[(&other, ANSWER)], ANSWER);
            assert_eq!(found, ["client-request"].into(), "{other}");
        }
        assert!(broken("405", &[("DELETE\r\n\r\n", ANSWER)], ANSWER).contains("client-request"));
    }

    #[test]
    fn too_few_and_too_many_requests_are_reported() {
        let twice = [(ASKED, ANSWER), (ASKED, ANSWER)];
        for exchanges in [&twice[..0], &twice] {
            assert_eq!(broken("405", exchanges, ANSWER), ["client-requests"].into());
        }
        let limit = |status: u16| {
            ANSWER.replace("405", &status.to_string()).replace("Allow: GET", "Retry-After: 9")
        };
        let (good, bad) = (limit(200), limit(429));
        let get = ASKED.replace("DELETE", "GET");
        let all = [&good, &good, &good, &bad].map(|answer| (get.as_str(), answer.as_str()));
        assert_eq!(broken("429", &all, &(good.clone() + &bad)), BTreeSet::new());
        assert!(broken("429", &all[..3], &good).contains("client-requests"));
        assert_eq!(broken("429", &all, &bad), ["client-shows"].into());
    }

    #[test]
    fn requests_that_come_first_are_checked_too() {
        let asked_first = ASKED.replace("/endpoint", "/endpoint/1");
        let get = asked_first.replace("DELETE", "GET");
        let asked = get.replace("Accept", "If-None-Match: \"a\"\r\nAccept");
        let page = "HTTP/1.1 200 -\r\nETag: \"a\"\r\nContent-Type: text/plain\r\nContent-Length: 1\r\n\r\nm";
        let current = "HTTP/1.1 304 -\r\nETag: \"a\"\r\n\r\n";
        let output = page.to_owned() + current;
        let of = |first: &str, page: &str| {
            broken("304", &[(first, page), (asked.as_str(), current)], &output)
        };
        assert_eq!(of(&get, page), BTreeSet::new());
        assert_eq!(of(&asked_first, page), ["client-request"].into());
        assert!(of(&get, &page.replace("200", "404")).contains("exchange-status"));
        assert!(broken("304", &[(&asked, current)], &output).contains("client-request"));
    }

    #[test]
    fn missing_output_is_reported() {
        for hidden in ["405", "GET", "m"] {
            let output = ANSWER.replace(hidden, "?");
            assert_eq!(broken("405", &[(ASKED, ANSWER)], &output), ["client-shows"].into());
        }
        let elsewhere = ANSWER.replace("405", "127.0.0.1:12405");
        assert_eq!(broken("405", &[(ASKED, ANSWER)], &elsewhere), ["client-shows"].into());
    }

    #[test]
    fn a_different_response_is_reported() {
        let other = ANSWER.replace("405", "400");
        assert_eq!(broken("405", &[(ASKED, &other)], &other), ["exchange-status"].into());
        assert_eq!(broken("405", &[(ASKED, "")], ""), ["answer"].into());
    }
}
