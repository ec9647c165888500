//! Rules for programs, apart from their responses.

use super::finding::Finding;
use super::rule::Rule;
use super::rules;

const SOURCE: &str = "statuscraft verify";

pub(super) const VERIFY: Rule =
    Rule::must("verify", SOURCE, "a target says how its programs are run");
pub(super) const TEMPLATE: Rule = Rule::must("template", SOURCE, "a program can be printed");
pub(super) const ATTEMPT: Rule =
    Rule::must("attempt", SOURCE, "a reason is confirmed by an attempt that runs");
pub(super) const UNTRUE: Rule =
    Rule::must("unsupported", SOURCE, "an attempt at an unsupported code fails");
pub(super) const SET_UP: Rule = Rule::must("set-up", SOURCE, "a target's runtime can be installed");
pub(super) const COMPILES: Rule = Rule::must("compiles", SOURCE, "a program compiles");
pub(super) const STARTS: Rule = Rule::must("starts", SOURCE, "a program starts and listens");
pub(super) const KEEPS_RUNNING: Rule =
    Rule::must("keeps-running", SOURCE, "a program does not end by itself");
pub(super) const ENDS: Rule = Rule::must("ends", SOURCE, "a client comes to its end");
pub(super) const UNSEEN: Rule = Rule::must(
    "unseen-deviation",
    SOURCE,
    "a target states only deviations that its examples have",
);
pub(super) const NOT_HERE: Rule =
    Rule::must("not-here", SOURCE, "what a target says of a server is true");
pub(super) const CANARY: Rule =
    Rule::must("canary", SOURCE, "nothing in a message, path or name is executed");
pub(super) const LOOPBACK: Rule =
    Rule::note("loopback", SOURCE, "a program listens on 127.0.0.1 alone");

/// Finds a rule by name, among these and all others.
pub(super) fn find(name: &str) -> Option<Rule> {
    const RULES: [Rule; 13] = [
        NOT_HERE,
        UNSEEN,
        VERIFY,
        TEMPLATE,
        ATTEMPT,
        UNTRUE,
        SET_UP,
        COMPILES,
        STARTS,
        KEEPS_RUNNING,
        ENDS,
        CANARY,
        LOOPBACK,
    ];
    RULES.into_iter().chain(rules::all()).find(|rule| rule.name == name)
}

/// The finding that a program breaks a rule; there are no bytes to show.
pub(super) fn finding(rule: Rule, message: impl Into<String>) -> Finding {
    rule.broken(message.into(), String::new())
}
