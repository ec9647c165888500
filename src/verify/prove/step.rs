use std::net::Ipv4Addr;
use std::time::Duration;

use super::ExchangeRun;
use super::memory::Growth;
use crate::catalogue::{
    Control, Edge, Exchange, FieldValue, Request, Response, Transfer, Upstream, Version,
};
use crate::verify::expect::{Breach, FOLLOW, MEMORY, SECONDS, STATUS, Unsaid};
use crate::verify::finding::Level;
use crate::verify::wire::{Ends, Transaction};
use crate::verify::{grammar, rules};

/// One request of the exchange.
#[derive(Clone)]
pub(super) struct Step<'a> {
    pub(super) request: &'a Request,
    pub(super) upstream: Option<Upstream>,
    pub(super) response: &'a Response,
    unsaid: Unsaid,
    /// What it tries.
    says: Option<&'a str>,
    memory: Option<u32>,
    seconds: Option<u32>,
    /// Where it goes, if not where the request says.
    target: Option<String>,
    /// Whether it is the main one of the exchange.
    is_main: bool,
}

/// What came of a step.
pub(super) struct Taken {
    pub(super) transaction: Transaction,
    /// What is other than the exchange has it.
    pub(super) expected: Vec<Breach>,
    /// What is against the rules of all responses.
    pub(super) general: Vec<Breach>,
}

impl<'a> Step<'a> {
    /// The request that causes the code.
    pub(super) fn of_exchange(exchange: &'a Exchange) -> Self {
        Self {
            request: &exchange.request,
            upstream: exchange.upstream,
            response: &exchange.response,
            says: None,
            is_main: true,
            unsaid: Unsaid::Code,
            memory: None,
            seconds: None,
            target: None,
        }
    }

    /// The same for another request.
    pub(super) fn with(&self, request: &'a Request) -> Self {
        Self { request, is_main: false, ..self.clone() }
    }

    pub(super) fn of_control(control: &'a Control) -> Self {
        Self {
            request: &control.request,
            upstream: control.upstream,
            response: &control.response,
            says: control.says.as_deref(),
            is_main: false,
            unsaid: Unsaid::Other,
            memory: control.memory,
            seconds: control.seconds,
            target: None,
        }
    }

    pub(super) fn of_edge(edge: &'a Edge) -> Self {
        Self {
            request: &edge.request,
            upstream: edge.upstream,
            response: &edge.response,
            says: None,
            is_main: false,
            unsaid: Unsaid::Other,
            memory: edge.memory,
            seconds: edge.seconds,
            target: None,
        }
    }

    /// Whether any response without the code is allowed, for example the framework's default.
    fn is_free(&self) -> bool {
        self.unsaid == Unsaid::Other && self.response.status.0.is_empty()
    }

    /// Whether nothing has to come back.
    fn may_end(&self) -> bool {
        let Response { closed, incomplete, .. } = self.response;
        *closed || *incomplete || self.request.transfer == Transfer::Truncated
    }

    /// How many times the request goes out.
    fn times(&self) -> u32 {
        self.request.repeat.max(self.request.clients)
    }
}

impl<'a> ExchangeRun<'a> {
    /// Takes a step, if it can be taken here, and notes what is wrong.
    pub(super) fn step(&mut self, step: &Step<'a>) -> Option<Transaction> {
        let Taken { transaction, expected, general } = self.take(step)?;
        if !step.may_end() || transaction.last.is_some() {
            self.note_missed(&transaction, &expected);
        }
        let told = |fault| match step.says {
            Some(says) => format!("{says}: {fault}"),
            None => fault,
        };
        let expected = expected.into_iter().map(|(rule, fault)| (rule, told(fault)));
        self.report(&transaction, expected.collect());
        self.report(&transaction, general);
        let counted = self.exchange.before.is_some() || step.times() > 1;
        let plain = transaction.sent.method == "GET" && !transaction.sent.fields.has("Upgrade");
        if plain && !counted && !step.is_free() {
            self.repeat_as_head(&transaction, step.upstream);
        }
        Some(transaction)
    }

    /// The step, whose request goes where the response to the first one says, if it is to. Nothing,
    /// if that says nothing.
    pub(super) fn followed(&mut self, mut step: Step<'a>, first: &Transaction) -> Option<Step<'a>> {
        let Some(name) = &step.request.follow else { return Some(step) };
        let value = first.last.as_ref().and_then(|answer| answer.head.fields.get(name.as_str()));
        let fault = match value {
            None => format!("the first response has no `{name}` to follow"),
            Some(value) => {
                let authority = self.example.address.to_string();
                let uri = grammar::resolve(&value, &authority, &first.sent.target);
                let here = format!("http://{authority}");
                let target = uri.as_deref().and_then(|uri| uri.strip_prefix(&here));
                if let Some(target) = target.filter(|target| target.starts_with('/')) {
                    step.target = Some(target.split('#').next().unwrap_or_default().to_owned());
                    return Some(step);
                }
                format!("`{name}: {}` does not lead to this server", value.escape_debug())
            }
        };
        self.report(first, vec![(FOLLOW, fault)]);
        None
    }

    /// Sends the request, as many times as it says, up to the first that is answered otherwise than
    /// it must be. Nothing, if it is about who the client is and the server does not see that.
    pub(super) fn take(&mut self, step: &Step<'a>) -> Option<Taken> {
        let by_others = step.request.client > 1 || step.request.clients > 1;
        if by_others && self.example.is_behind_proxy {
            return None;
        }
        self.check_captures(step);
        let growth = step.memory.and_then(|_| Growth::watch(self.example.group?));
        let mut taken = self.send(step, 0);
        for index in 1..step.times() {
            if !taken.expected.is_empty() || !taken.general.is_empty() {
                break;
            }
            taken = self.send(step, index);
        }
        let most = step.memory.map(u64::from);
        if let Some((most, grown)) = most.zip(growth.map(Growth::end))
            && grown > most
        {
            let fault = format!("expected it to grow by {most} MB at most, it grew by {grown} MB");
            taken.expected.push((MEMORY, fault));
        }
        Some(taken)
    }

    /// Notes the fields that the request refers to and that no response has had.
    fn check_captures(&mut self, step: &Step<'a>) {
        let names = step.request.fields.values().flat_map(FieldValue::captures);
        let missing: Vec<_> =
            names.filter(|name| !self.captured.contains_key(&name.to_ascii_lowercase())).collect();
        for name in missing {
            let fault = format!("no earlier response has had the field `{name}`");
            self.report(&Transaction::default(), vec![(FOLLOW, fault)]);
        }
    }

    /// Sends the request once.
    fn send(&mut self, step: &Step<'a>, index: u32) -> Taken {
        let mut sent = self.sent(step.request);
        if let Some(target) = &step.target {
            sent.target.clone_from(target);
        }
        let client = match (step.request.client, step.request.clients) {
            (1, 1) => None,
            (1, _) => Some(client(index)),
            (number, _) => Some(Ipv4Addr::new(127, 0, 0, number)),
        };
        let ends = Ends { server: self.example.address, client };
        let limit = step.seconds.map(|seconds| Duration::from_secs(seconds.into()));
        let patience = limit.unwrap_or_default() + Duration::from_secs(1);
        let (mut transaction, connection) = self.ask_within(ends, sent, step.upstream, patience);
        if step.is_main {
            self.record(&transaction);
        }
        if let Some(connection) = connection.filter(|_| step.times() == 1) {
            self.proceed(&mut transaction, connection, step.response);
        }
        let endpoint = self.endpoint(step.request);
        let mut expected =
            self.expected(step.response, step.unsaid, &endpoint).compare(&transaction);
        let time = transaction.time;
        if let Some(limit) = limit.filter(|limit| time > *limit) {
            let (limit, time) = (limit.as_secs(), time.as_secs_f32());
            let fault = format!("expected a response within {limit} seconds, it took {time:.1}");
            expected.push((SECONDS, fault));
        }
        let mut general = rules::check(&transaction, self.context());
        if step.request.version == Version::Http20 {
            // There is no telling what else a server makes of it.
            expected.retain(|(rule, _)| *rule == STATUS);
            general.retain(|(rule, _)| {
                rules::is_about_safety(*rule) || rules::asks_for_response(*rule)
            });
        }
        if step.may_end() && transaction.is_ended() {
            general.retain(|(rule, _)| !rules::asks_for_response(*rule));
        }
        if step.is_free() {
            general.retain(|(rule, _)| rule.level == Level::Must);
        }
        Taken { transaction, expected, general }
    }
}

/// The address of one of many clients on this machine.
fn client(index: u32) -> Ipv4Addr {
    let part = |number: u32| u8::try_from(number % 250).unwrap_or_default();
    Ipv4Addr::new(127, 1 + part(index / 62_500), part(index / 250), 1 + part(index))
}
