use std::time::Instant;

use super::expect::{self, Breach, Expected};
use super::finding::{Finding, Level};
use super::running_example::RunningExample;
use super::wire::{
    Connection, Endpoint, ExampleContext, Framing, ReadError, SentRequest, Transaction,
};
use super::{rules, websocket};
use crate::catalogue::{Carrier, Exchange, Request, Response, Statuses, Upstream};

/// Carries out the exchange that the catalogue has for the code, and tells what is wrong with the
/// responses: nothing, if the example is right.
///
/// Each request goes out on a fresh connection. Where the response keeps it, a GET follows on it,
/// which shows whether the response ended where it said. A GET is repeated as HEAD.
pub fn prove(example: &RunningExample) -> Vec<Finding> {
    let Some(exchange) = &example.status.exchange else { return Vec::new() };
    let authority = example.address.to_string();
    ExchangeRun::new(example, exchange, &authority).run()
}

/// The requests of an exchange, one after the other, and what is wrong with the responses.
struct ExchangeRun<'a> {
    example: &'a RunningExample<'a>,
    exchange: &'a Exchange,
    endpoint: Endpoint<'a>,
    deadline: Instant,
    findings: Vec<Finding>,
}

/// One request of the exchange.
#[derive(Clone, Copy)]
struct Step<'a> {
    request: &'a Request,
    upstream: Option<Upstream>,
    response: &'a Response,
    /// Whether it calls for the code.
    calls: bool,
}

impl Step<'_> {
    /// Whether any response will do that doesn't have the code: it may be the framework's own.
    fn is_free(self) -> bool {
        !self.calls && self.response.status.0.is_empty()
    }
}

impl<'a> ExchangeRun<'a> {
    /// A trial of the example, which has that exchange and listens there.
    fn new(example: &'a RunningExample, exchange: &'a Exchange, authority: &'a str) -> Self {
        let endpoint = Endpoint { authority, path: example.path };
        let deadline = Instant::now() + example.limits.total;
        Self { example, exchange, endpoint, deadline, findings: Vec::new() }
    }

    /// Carries it out.
    fn run(mut self) -> Vec<Finding> {
        let exchange = self.exchange;
        self.before();
        let main = Step {
            request: &exchange.request,
            upstream: exchange.upstream,
            response: &exchange.response,
            calls: true,
        };
        let called = self.step(main);
        if matches!(called.error, Some(ReadError::Late | ReadError::Refused | ReadError::TooLarge))
        {
            return self.findings;
        }
        for request in &exchange.also {
            self.step(Step { request, ..main });
        }
        for control in &exchange.controls {
            let transaction = self.step(Step {
                request: &control.request,
                upstream: control.upstream,
                response: &control.response,
                calls: false,
            });
            self.report(&called, rules::same_as_full(&called, &transaction));
        }
        self.findings
    }

    /// The requests that have to come before; nothing else may, because they are counted.
    fn before(&mut self) {
        let Some(before) = &self.exchange.before else { return };
        let response = Response { status: Statuses(vec![before.status]), ..Response::default() };
        for _ in 0..before.times {
            let sent = SentRequest::new(&self.exchange.request, self.endpoint);
            let (transaction, _) = self.ask(sent, self.exchange.upstream);
            self.judge(&transaction);
            let expected = self.expected(&response, true);
            self.report(&transaction, expected.compare(&transaction));
        }
    }

    fn step(&mut self, step: Step<'a>) -> Transaction {
        let sent = SentRequest::new(step.request, self.endpoint);
        let (mut transaction, connection) = self.ask(sent, step.upstream);
        if let Some(connection) = connection {
            self.proceed(&mut transaction, connection, step.response);
        }
        let expected = self.expected(step.response, step.calls);
        self.report(&transaction, expected.compare(&transaction));
        if step.is_free() {
            let mut breaches = rules::check(&transaction, self.known());
            breaches.retain(|(rule, _)| rule.level == Level::Must);
            self.report(&transaction, breaches);
            return transaction;
        }
        self.judge(&transaction);
        let counted = self.exchange.before.is_some();
        if transaction.sent.method == "GET" && !counted && !transaction.sent.fields.has("Upgrade") {
            self.repeat_as_head(&transaction, step.upstream);
        }
        transaction
    }

    fn repeat_as_head(&mut self, get: &Transaction, upstream: Option<Upstream>) {
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

    fn ask(
        &self,
        sent: SentRequest,
        upstream: Option<Upstream>,
    ) -> (Transaction, Option<Connection>) {
        self.example.upstream.behave(upstream.unwrap_or(Upstream::Answers));
        Connection::ask(self.example.address, sent, self.example.limits, self.deadline)
    }

    /// What the connection carries after the response.
    fn proceed(
        &mut self,
        transaction: &mut Transaction,
        connection: Connection,
        response: &Response,
    ) {
        let switched =
            transaction.last.as_ref().filter(|answer| answer.framing == Framing::Switched);
        let Some(answer) = switched else {
            self.example.upstream.behave(Upstream::Answers);
            let plain = SentRequest::new(&Request::default(), self.endpoint);
            connection.follow(transaction, plain);
            return;
        };
        if !answer.head.fields.lists("Upgrade", "websocket") {
            return;
        }
        let first = (response.message == Some(Carrier::Frame)).then_some(self.example.message);
        let (breaches, transcript) = websocket::converse(connection, first);
        transaction.transcript = transcript;
        self.report(transaction, breaches);
        self.shake_hands_again(transaction);
    }

    /// Another key, which a server that knows only one answer can't accept.
    fn shake_hands_again(&mut self, transaction: &Transaction) {
        const KEY: &str = "AQIDBAUGBwgJCgsMDQ4PEA==";
        let (again, _) = self.ask(transaction.sent.with("Sec-WebSocket-Key", KEY), None);
        self.judge(&again);
    }

    fn expected<'b>(&'b self, response: &'b Response, calls: bool) -> Expected<'b> {
        let (code, message) = (self.example.status.code, self.example.message);
        Expected { response, code, calls, endpoint: self.endpoint, message }
    }

    fn known(&self) -> ExampleContext<'a> {
        ExampleContext { message: self.example.message, workspace: self.example.workspace }
    }

    /// Holds a response against the rules that all responses have to keep.
    fn judge(&mut self, transaction: &Transaction) {
        self.report(transaction, rules::check(transaction, self.known()));
    }

    /// Notes what is wrong, once.
    fn report(&mut self, transaction: &Transaction, breaches: Vec<Breach>) {
        let code = self.example.status.code;
        expect::note(&mut self.findings, code, &transaction.transcript, breaches);
    }
}
