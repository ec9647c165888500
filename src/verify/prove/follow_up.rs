//! What is sent after a response: the same request as HEAD, and another one on the connection.

use super::{ExchangeRun, SERVER_ERROR};
use crate::catalogue::{Carrier, Request, Response, Upstream};
use crate::verify::expect::Breach;
use crate::verify::wire::{Connection, Framing, Transaction};
use crate::verify::{rules, websocket};

impl ExchangeRun<'_> {
    pub(super) fn repeat_as_head(&mut self, get: &Transaction, upstream: Option<Upstream>) {
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

    /// Checks what the connection carries after the response.
    pub(super) fn proceed(
        &mut self,
        transaction: &mut Transaction,
        connection: Connection,
        response: &Response,
    ) {
        let switched =
            transaction.last.as_ref().filter(|answer| answer.framing == Framing::Switched);
        let Some(answer) = switched else {
            self.follow(transaction, connection);
            return;
        };
        let statuses = &response.status.0;
        let is_unwanted = !statuses.is_empty() && !statuses.iter().any(|it| it.number() == 101);
        if is_unwanted || !answer.head.fields.lists("Upgrade", "websocket") {
            return;
        }
        let first = (response.message == Some(Carrier::Frame)).then_some(self.example.message);
        let (breaches, transcript) = websocket::converse(connection, first);
        transaction.transcript = transcript;
        self.report(transaction, breaches);
        self.shake_hands_again(transaction);
    }

    /// Another request on the connection.
    fn follow(&mut self, transaction: &mut Transaction, connection: Connection) {
        let plain = self.sent(&Request::default());
        if self.example.upstream.behave(Upstream::Answers).is_ok() {
            let second = connection.follow(transaction, plain);
            let mut breaches = rules::check(&second, self.context());
            breaches.retain(|(rule, _)| rules::is_about_safety(*rule));
            breaches.extend(self.server_error(&second));
            self.report(&second, breaches);
        }
    }

    /// That the server failed, where nothing but the code of the example could be an error of it.
    fn server_error(&self, transaction: &Transaction) -> Option<Breach> {
        let got = transaction.last.as_ref()?.head.status;
        let own = self.example.status.code.number();
        (got >= 500 && got != own).then(|| (SERVER_ERROR, format!("expected no error, got {got}")))
    }

    /// Sends another key. A server that only knows one fixed answer fails.
    fn shake_hands_again(&mut self, transaction: &Transaction) {
        const KEY: &str = "AQIDBAUGBwgJCgsMDQ4PEA==";
        let (again, _) = self.ask(transaction.sent.with("Sec-WebSocket-Key", KEY), None);
        self.judge(&again);
        let fault = self.server_error(&again);
        self.report(&again, fault.into_iter().collect());
    }
}
