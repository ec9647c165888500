//! The requirements of the RFCs for every response, whatever the exchange.
//!
//! Each topic has a file: a table of rules, each with the check that finds violations, and a table
//! of test cases, each with a response that follows the rule and one that breaks it. The status
//! codes here are those of the RFCs.

#[cfg(test)]
mod cases;
mod content;
mod end_of_response;
mod fields;
mod framing;
mod leak;
mod protocol_switch;
mod range;
mod recommendations;
mod request;
mod required;
mod response_pairs;
#[cfg(test)]
mod test_case;
mod webdav;

use super::rule::Rule;
use super::wire::{ExampleContext, Transaction};
use super::{client_check, expect, prove, websocket};

pub(super) use response_pairs::{head_as_get, same_as_full};

/// A rule and how it is checked.
struct Check {
    rule: Rule,
    /// What is wrong, if anything is.
    test: fn(&Transaction, ExampleContext) -> Option<String>,
}

impl Check {
    const fn new(rule: Rule, test: fn(&Transaction, ExampleContext) -> Option<String>) -> Self {
        Self { rule, test }
    }
}

const TOPICS: [&[Check]; 11] = [
    framing::CHECKS,
    end_of_response::CHECKS,
    protocol_switch::CHECKS,
    request::CHECKS,
    required::CHECKS,
    fields::CHECKS,
    range::CHECKS,
    content::CHECKS,
    webdav::CHECKS,
    recommendations::CHECKS,
    leak::CHECKS,
];

/// All rules: those of the RFCs first, those of the exchange and of clients last.
pub fn all() -> impl Iterator<Item = Rule> {
    let checked = TOPICS.into_iter().flatten().map(|check| check.rule);
    checked
        .chain(response_pairs::RULES)
        .chain(websocket::RULES)
        .chain(expect::RULES)
        .chain(prove::RULES)
        .chain(client_check::RULES)
}

/// Whether a rule asks that there is a response.
pub(super) fn asks_for_response(rule: Rule) -> bool {
    matches!(rule.name, "answer" | "final-response")
}

/// Whether a rule goes for every response, be it to whatever request.
pub(super) fn is_about_safety(rule: Rule) -> bool {
    rule.name == "leak"
}

/// The rules that no target can deviate from: what would lead a client astray, or tells too much.
const BINDING: [&str; 11] = [
    "answer",
    "final-response",
    "leak",
    "length-or-coding",
    "line-end",
    "next-answer",
    "no-content",
    "one-length",
    "reset-content",
    "server-error",
    "stray-bytes",
];

/// Whether a target may state that its examples break the rule.
pub(super) fn may_be_deviated_from(rule: Rule) -> bool {
    let checked = TOPICS.into_iter().flatten().map(|check| check.rule).chain(response_pairs::RULES);
    !BINDING.contains(&rule.name) && checked.into_iter().any(|it| it == rule)
}

/// The rules that a response breaks, and how.
pub(super) fn check(transaction: &Transaction, known: ExampleContext) -> Vec<(Rule, String)> {
    let broken = |check: &Check| Some((check.rule, (check.test)(transaction, known)?));
    TOPICS.into_iter().flatten().filter_map(broken).collect()
}
