//! Where an example does otherwise than it should and its target says so.

use super::ExchangeRun;
use crate::catalogue::Response;
use crate::targets::Deviation;
use crate::verify::expect::{Breach, Expected, Unsaid};
use crate::verify::rule::Rule;
use crate::verify::rules;
use crate::verify::wire::{ReadError, Transaction};

const FILE: &str = "target.yaml, deviations";

pub(super) const DEVIATES: Rule = Rule::must(
    "deviation",
    FILE,
    "where an example deviates, exactly that comes which its target states",
);
pub(super) const UNTRUE: Rule =
    Rule::must("untrue-deviation", FILE, "a target states only deviations that its examples have");

impl<'a> ExchangeRun<'a> {
    /// What the target says of an edge or a rule.
    pub(super) fn deviation(&self, name: &str) -> Option<&'a Deviation> {
        self.example.deviations.iter().copied().find(|it| it.edge == name)
    }

    /// The breaches that no deviation explains. Those that one does are held against what it states.
    pub(super) fn unexplained(
        &mut self,
        transaction: &Transaction,
        breaches: Vec<Breach>,
    ) -> Vec<Breach> {
        let mut left = Vec::new();
        for (rule, fault) in breaches {
            match self.deviation(rule.name).filter(|_| rules::may_be_deviated_from(rule)) {
                Some(deviation) => left.extend(self.deviates(deviation, transaction)),
                None => left.push((rule, fault)),
            }
        }
        left
    }

    /// What is other than the deviation states it. If nothing is, the deviation holds.
    pub(super) fn deviates(
        &mut self,
        deviation: &Deviation,
        transaction: &Transaction,
    ) -> Vec<Breach> {
        let faults = self.other_than(&deviation.gets, transaction);
        if faults.is_empty() {
            self.deviations.insert(deviation.edge.clone());
        }
        let told = |fault| (DEVIATES, format!("`{}`: {fault}", deviation.edge));
        faults.into_iter().map(told).collect()
    }

    /// Notes that a request was not answered as it must be, and how the first such response differs
    /// from what the target says of this server.
    pub(super) fn note_missed(&mut self, transaction: &Transaction, expected: &[Breach]) {
        if self.missed || (expected.is_empty() && transaction.last.is_some()) {
            return;
        }
        self.missed = true;
        if let Some(gets) = self.example.not_here {
            self.other_than_stated = self.other_than(gets, transaction).into_iter().next();
        }
    }

    fn other_than(&self, gets: &Response, transaction: &Transaction) -> Vec<String> {
        if transaction.last.is_none() {
            let ends = gets.closed || gets.incomplete;
            let error = transaction.error.as_ref().map_or(String::new(), ReadError::to_string);
            return if ends { Vec::new() } else { vec![error] };
        }
        let endpoint = self.endpoint(&self.exchange.request);
        let expected: Expected<'_> = self.expected(gets, Unsaid::Any, &endpoint);
        expected.compare(transaction).into_iter().map(|(_, fault)| fault).collect()
    }

    /// Notes the deviations that are stated of this code and that it does not have.
    pub(super) fn untrue_deviations(&mut self) {
        for deviation in self.example.deviations {
            let names_rule =
                !self.exchange.edges.iter().any(|it| it.name.as_str() == deviation.edge);
            let is_had = self.deviations.contains(&deviation.edge)
                || self
                    .findings
                    .iter()
                    .any(|it| it.message.contains(&format!("`{}`", deviation.edge)));
            if names_rule && !deviation.codes.is_empty() && !is_had {
                self.untrue(deviation, &Transaction::default(), "the rule is kept");
            }
        }
    }

    pub(super) fn untrue(&mut self, deviation: &Deviation, transaction: &Transaction, why: &str) {
        let fault =
            format!("`{}` is untrue of {}: {why}", deviation.edge, self.example.status.code);
        self.report(transaction, vec![(UNTRUE, fault)]);
    }
}
