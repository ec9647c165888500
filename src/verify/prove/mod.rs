//! An exchange of the catalogue, carried out.

mod deviating;
mod edge;
mod follow_up;
mod memory;
mod step;

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use super::expect::{self, Breach, Expected, Unsaid};
use super::finding::Finding;
use super::rule::Rule;
use super::rules;
use super::running_example::RunningExample;
use super::wire::{
    Connection, Endpoint, Ends, ExampleContext, ReadError, SentRequest, Transaction,
};
use crate::catalogue::{Exchange, Preparation, Request, Response, Statuses, Upstream};
use step::Step;

/// How much longer an exchange may take for each of its requests.
const EACH: Duration = Duration::from_millis(20);

const EDGE: Rule = Rule::must(
    "edge",
    "data/statuses/",
    "an edge of the exchange is answered as the catalogue asks",
);

/// What a request outside the exchange may not cause. Requests of the exchange have their own status.
const SERVER_ERROR: Rule = Rule::must(
    "server-error",
    "data/statuses/",
    "no request causes an error of the server that is not the example's own",
);

/// The rules of the exchange as a whole.
pub(super) const RULES: [Rule; 4] = [EDGE, SERVER_ERROR, deviating::DEVIATES, deviating::UNTRUE];

/// What came of an exchange.
#[derive(Clone, Debug, Default)]
pub(super) struct Outcome {
    /// What is wrong.
    pub(super) findings: Vec<Finding>,
    /// The deviations that the target states and the example has, by the name of edge or rule.
    pub(super) deviations: BTreeSet<String>,
    /// Whether a request was not answered as it must be, other than at an edge.
    pub(super) missed: bool,
    /// How the first such response differs from what the target says of this server, if it does.
    pub(super) other_than_stated: Option<String>,
    /// What the preparing requests and the main one sent and got, line by line.
    pub(super) record: String,
}

/// Runs the exchange that the catalogue has for the code, and returns what is wrong with the
/// responses: nothing, if the example is right.
///
/// Each request uses a new connection. If the response keeps the connection open, a GET follows on
/// it, which shows whether the response ended where it should. A GET is repeated as HEAD.
pub fn prove(example: &RunningExample) -> Vec<Finding> {
    carry_out(example).findings
}

/// The same, with all that came of it.
pub(super) fn carry_out(example: &RunningExample) -> Outcome {
    let Some(exchange) = &example.status.exchange else { return Outcome::default() };
    let mut run = ExchangeRun::new(example, exchange);
    run.run();
    Outcome {
        findings: run.findings,
        deviations: run.deviations,
        missed: run.missed,
        other_than_stated: run.other_than_stated,
        record: run.record,
    }
}

/// A run of all requests of an exchange, and the findings on the responses.
struct ExchangeRun<'a> {
    example: &'a RunningExample<'a>,
    exchange: &'a Exchange,
    deadline: Instant,
    findings: Vec<Finding>,
    /// The deviations that have been seen.
    deviations: BTreeSet<String>,
    missed: bool,
    other_than_stated: Option<String>,
    record: String,
    /// The fields of the responses to the preparing requests, by name in lower case.
    captured: BTreeMap<String, String>,
}

impl<'a> ExchangeRun<'a> {
    /// A run of the example, which has that exchange.
    fn new(example: &'a RunningExample, exchange: &'a Exchange) -> Self {
        let many = exchange.requests().map(|(_, it)| it.repeat.max(it.clients)).sum::<u32>();
        let deadline = Instant::now() + example.limits.total + EACH * many;
        Self {
            example,
            exchange,
            deadline,
            findings: Vec::new(),
            deviations: BTreeSet::new(),
            missed: false,
            other_than_stated: None,
            record: String::new(),
            captured: BTreeMap::new(),
        }
    }

    /// Carries it out.
    fn run(&mut self) {
        let exchange = self.exchange;
        self.prepare();
        self.before();
        let main = Step::of_exchange(exchange);
        let Some(called) = self.step(&main) else { return };
        if matches!(called.error, Some(ReadError::Late | ReadError::Refused | ReadError::TooLarge))
        {
            return;
        }
        for request in &exchange.also {
            self.step(&main.with(request));
        }
        for control in &exchange.controls {
            let Some(step) = self.followed(Step::of_control(control), &called) else { continue };
            if let Some(transaction) = self.step(&step) {
                self.report(&called, rules::same_as_full(&called, &transaction));
            }
        }
        for edge in &exchange.edges {
            self.edge(edge, &called);
        }
        self.untrue_deviations();
    }

    /// The requests that the others build on.
    fn prepare(&mut self) {
        for Preparation { request, response } in &self.exchange.prepare {
            let (transaction, _) = self.ask(self.sent(request), None);
            self.judge(&transaction);
            let endpoint = self.endpoint(request);
            let faults = self.expected(response, Unsaid::Other, &endpoint).compare(&transaction);
            self.note_missed(&transaction, &faults);
            self.record(&transaction);
            self.report(&transaction, faults);
            for (name, value) in transaction.last.iter().flat_map(|it| it.head.fields.lines()) {
                self.captured.insert(name.to_ascii_lowercase(), value.to_owned());
            }
        }
    }

    /// The requests that must come first. No other requests are sent before them, because they are
    /// counted.
    fn before(&mut self) {
        let Some(before) = &self.exchange.before else { return };
        let response = Response { status: Statuses(vec![before.status]), ..Response::default() };
        let request = &self.exchange.request;
        for _ in 0..before.times {
            let sent = self.sent(request);
            let (transaction, _) = self.ask(sent, self.exchange.upstream);
            self.judge(&transaction);
            let endpoint = self.endpoint(request);
            let faults = self.expected(&response, Unsaid::Code, &endpoint).compare(&transaction);
            self.note_missed(&transaction, &faults);
            self.report(&transaction, faults);
        }
    }

    /// Keeps what was sent and what came.
    fn record(&mut self, transaction: &Transaction) {
        if !self.record.is_empty() {
            self.record.push('\n');
        }
        self.record.push_str(&transaction.transcript.to_string());
    }

    /// The request as it goes out.
    fn sent(&self, request: &Request) -> SentRequest {
        SentRequest::new(request, &self.endpoint(request), &self.example.target(request))
    }

    /// Where it finds the example.
    fn endpoint(&self, request: &Request) -> Endpoint {
        Endpoint { captured: self.captured.clone(), ..self.example.endpoint(request) }
    }

    fn ask(
        &mut self,
        sent: SentRequest,
        upstream: Option<Upstream>,
    ) -> (Transaction, Option<Connection>) {
        let ends = Ends { server: self.example.address, client: None };
        self.ask_within(ends, sent, upstream, Duration::ZERO)
    }

    /// The same, where the response may take that long.
    fn ask_within(
        &mut self,
        ends: Ends,
        sent: SentRequest,
        upstream: Option<Upstream>,
        least: Duration,
    ) -> (Transaction, Option<Connection>) {
        let behaved = self.example.upstream.behave(upstream.unwrap_or(Upstream::Answers));
        if let Err(error) = behaved {
            let mut transaction = Transaction::new(sent);
            transaction.error = Some(error.into());
            return (transaction, None);
        }
        let mut limits = self.example.limits;
        limits.response = limits.response.max(least);
        let (transaction, connection) = Connection::ask(ends, sent, limits, self.deadline);
        (transaction, connection)
    }

    fn expected<'b>(
        &'b self,
        response: &'b Response,
        unsaid: Unsaid,
        endpoint: &'b Endpoint,
    ) -> Expected<'b> {
        let RunningExample { status, message, body, .. } = self.example;
        Expected { response, status, unsaid, endpoint, message, body }
    }

    fn context(&self) -> ExampleContext<'a> {
        let RunningExample { message, workspace, leaks, .. } = *self.example;
        ExampleContext { message, workspace, leaks }
    }

    /// Checks a response against the rules for all responses.
    fn judge(&mut self, transaction: &Transaction) {
        self.report(transaction, rules::check(transaction, self.context()));
    }

    /// Notes what is wrong and not the target's deviation, once.
    fn report(&mut self, transaction: &Transaction, breaches: Vec<Breach>) {
        let breaches = self.unexplained(transaction, breaches);
        let code = self.example.status.code;
        expect::note(&mut self.findings, code, &transaction.transcript, breaches);
    }
}
