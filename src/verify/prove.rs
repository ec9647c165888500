use std::time::Instant;

use super::expect::{self, Breach, Expected};
use super::finding::{Finding, Level};
use super::subject::Subject;
use super::wire::{Connection, Dialogue, Framing, Known, Place, ReadError, Sent};
use super::{rules, websocket};
use crate::catalogue::{Carrier, Exchange, Request, Response, Statuses, Upstream};

/// Carries out the exchange that the catalogue has for the code, and tells what is wrong with the
/// responses: nothing, if the example is right.
///
/// Each request goes out on a fresh connection. Where the response keeps it, a GET follows on it,
/// which shows whether the response ended where it said. A GET is repeated as HEAD.
pub fn prove(subject: &Subject) -> Vec<Finding> {
    let Some(exchange) = &subject.status.exchange else { return Vec::new() };
    let authority = subject.address.to_string();
    Trial::new(subject, exchange, &authority).run()
}

/// The requests of an exchange, one after the other, and what is wrong with the responses.
struct Trial<'a> {
    subject: &'a Subject<'a>,
    exchange: &'a Exchange,
    place: Place<'a>,
    deadline: Instant,
    findings: Vec<Finding>,
}

/// One request of the exchange.
#[derive(Clone, Copy)]
struct Part<'a> {
    request: &'a Request,
    upstream: Option<Upstream>,
    response: &'a Response,
    /// Whether it calls for the code.
    calls: bool,
}

impl Part<'_> {
    /// Whether any response will do that doesn't have the code: it may be the framework's own.
    fn is_free(self) -> bool {
        !self.calls && self.response.status.0.is_empty()
    }
}

impl<'a> Trial<'a> {
    /// A trial of the example, which has that exchange and listens there.
    fn new(subject: &'a Subject, exchange: &'a Exchange, authority: &'a str) -> Self {
        let place = Place { authority, path: subject.path };
        let deadline = Instant::now() + subject.limits.total;
        Self { subject, exchange, place, deadline, findings: Vec::new() }
    }

    /// Carries it out.
    fn run(mut self) -> Vec<Finding> {
        let exchange = self.exchange;
        self.before();
        let main = Part {
            request: &exchange.request,
            upstream: exchange.upstream,
            response: &exchange.response,
            calls: true,
        };
        let called = self.part(main);
        if matches!(called.error, Some(ReadError::Late | ReadError::Refused | ReadError::TooLarge))
        {
            return self.findings;
        }
        for request in &exchange.also {
            self.part(Part { request, ..main });
        }
        for control in &exchange.controls {
            let dialogue = self.part(Part {
                request: &control.request,
                upstream: control.upstream,
                response: &control.response,
                calls: false,
            });
            self.report(&called, rules::same_as_full(&called, &dialogue));
        }
        self.findings
    }

    /// The requests that have to come before; nothing else may, because they are counted.
    fn before(&mut self) {
        let Some(before) = &self.exchange.before else { return };
        let response = Response { status: Statuses(vec![before.status]), ..Response::default() };
        for _ in 0..before.times {
            let sent = Sent::new(&self.exchange.request, self.place);
            let (dialogue, _) = self.ask(sent, self.exchange.upstream);
            self.judge(&dialogue);
            let expected = self.expected(&response, true);
            self.report(&dialogue, expected.compare(&dialogue));
        }
    }

    fn part(&mut self, part: Part<'a>) -> Dialogue {
        let sent = Sent::new(part.request, self.place);
        let (mut dialogue, connection) = self.ask(sent, part.upstream);
        if let Some(connection) = connection {
            self.proceed(&mut dialogue, connection, part.response);
        }
        let expected = self.expected(part.response, part.calls);
        self.report(&dialogue, expected.compare(&dialogue));
        if part.is_free() {
            let mut breaches = rules::check(&dialogue, self.known());
            breaches.retain(|(rule, _)| rule.level == Level::Must);
            self.report(&dialogue, breaches);
            return dialogue;
        }
        self.judge(&dialogue);
        let counted = self.exchange.before.is_some();
        if dialogue.sent.method == "GET" && !counted && !dialogue.sent.fields.has("Upgrade") {
            self.repeat_as_head(&dialogue, part.upstream);
        }
        dialogue
    }

    fn repeat_as_head(&mut self, get: &Dialogue, upstream: Option<Upstream>) {
        if get.last.is_none() {
            return;
        }
        let (mut head, connection) = self.ask(get.sent.as_head(), upstream);
        if let Some(connection) = connection {
            self.proceed(&mut head, connection, &Response::default());
        }
        self.judge(&head);
        self.report(&head, rules::head_as_get(get, &head));
    }

    fn ask(&self, sent: Sent, upstream: Option<Upstream>) -> (Dialogue, Option<Connection>) {
        self.subject.upstream.behave(upstream.unwrap_or(Upstream::Answers));
        Connection::ask(self.subject.address, sent, self.subject.limits, self.deadline)
    }

    /// What the connection carries after the response.
    fn proceed(&mut self, dialogue: &mut Dialogue, connection: Connection, response: &Response) {
        let switched = dialogue.last.as_ref().filter(|answer| answer.framing == Framing::Switched);
        let Some(answer) = switched else {
            self.subject.upstream.behave(Upstream::Answers);
            let plain = Sent::new(&Request::default(), self.place);
            connection.follow(dialogue, plain);
            return;
        };
        if !answer.head.fields.lists("Upgrade", "websocket") {
            return;
        }
        let first = (response.message == Some(Carrier::Frame)).then_some(self.subject.message);
        let (breaches, transcript) = websocket::converse(connection, first);
        dialogue.transcript = transcript;
        self.report(dialogue, breaches);
        self.shake_hands_again(dialogue);
    }

    /// Another key, which a server that knows only one answer can't accept.
    fn shake_hands_again(&mut self, dialogue: &Dialogue) {
        const KEY: &str = "AQIDBAUGBwgJCgsMDQ4PEA==";
        let (again, _) = self.ask(dialogue.sent.with("Sec-WebSocket-Key", KEY), None);
        self.judge(&again);
    }

    fn expected<'b>(&'b self, response: &'b Response, calls: bool) -> Expected<'b> {
        let (code, message) = (self.subject.status.code, self.subject.message);
        Expected { response, code, calls, place: self.place, message }
    }

    fn known(&self) -> Known<'a> {
        Known { message: self.subject.message, workspace: self.subject.workspace }
    }

    /// Holds a response against the rules that all responses have to keep.
    fn judge(&mut self, dialogue: &Dialogue) {
        self.report(dialogue, rules::check(dialogue, self.known()));
    }

    /// Notes what is wrong, once.
    fn report(&mut self, dialogue: &Dialogue, breaches: Vec<Breach>) {
        let code = self.subject.status.code;
        expect::note(&mut self.findings, code, &dialogue.transcript, breaches);
    }
}
