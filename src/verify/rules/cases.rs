//! Runs the test cases of all topics.

use std::collections::BTreeSet;

use super::test_case::Case;
use super::{TOPICS, all, check};
use crate::catalogue::{Transfer, Version};
use crate::snippet::Generator;
use crate::verify::leaks::Leaks;
use crate::verify::wire::{ExampleContext, HeaderSection, SentRequest, Transaction, from_bytes};

fn sent(request: &str) -> SentRequest {
    let mut lines = request.lines();
    let mut first = lines.next().unwrap().split(' ');
    let mut fields = HeaderSection::default();
    for line in lines {
        let (name, value) = line.split_once(": ").unwrap();
        fields.add(name, value.as_bytes());
    }
    SentRequest {
        method: first.next().unwrap().to_owned(),
        target: first.next().unwrap().to_owned(),
        version: if request.contains("HTTP/1.0") { Version::Http10 } else { Version::Http11 },
        fields,
        content: Vec::new(),
        filler: 0,
        tail: Vec::new(),
        transfer: Transfer::Whole,
    }
}

/// The transaction of a request and those bytes, after which the connection ends.
pub(super) fn transaction(request: &str, response: &str) -> Transaction {
    let text = response.replace('\n', "\r\n").replace('␊', "\n");
    let bytes: Vec<_> = text.split('␀').map(str::as_bytes).collect();
    from_bytes(sent(request), &bytes.join(&0xff))
}

fn broken(request: &str, response: &str) -> BTreeSet<&'static str> {
    let leaks = Leaks::new(&Generator::new()).unwrap();
    let workspace = Some("/tmp/there".as_ref());
    let known = ExampleContext { message: "Hello", workspace, leaks: &leaks };
    check(&transaction(request, response), known).into_iter().map(|(rule, _)| rule.name).collect()
}

fn cases() -> impl Iterator<Item = &'static Case> {
    [
        super::framing::CASES,
        super::end_of_response::CASES,
        super::protocol_switch::CASES,
        super::request::CASES,
        super::required::CASES,
        super::fields::CASES,
        super::range::CASES,
        super::content::CASES,
        super::webdav::CASES,
        super::recommendations::CASES,
        super::leak::CASES,
    ]
    .into_iter()
    .flatten()
}

#[test]
fn every_rule_has_a_response_that_follows_it_and_one_that_breaks_it() {
    for Case { rule, request, kept, broken: wrong } in cases() {
        let found = broken(request, kept);
        assert!(!found.contains(rule), "`{rule}` is found in what keeps it:\n{request}\n{kept}");
        let found = broken(request, wrong);
        assert!(found.contains(rule), "`{rule}` is not found, only {found:?}:\n{request}\n{wrong}");
    }
}

#[test]
fn every_rule_has_a_case() {
    let tested: BTreeSet<_> = cases().map(|case| case.rule).collect();
    let rules: BTreeSet<_> = TOPICS.into_iter().flatten().map(|check| check.rule.name).collect();
    assert_eq!(tested, rules);
}

#[test]
fn names_are_unique_and_every_rule_has_a_source() {
    let mut names = BTreeSet::new();
    for rule in all() {
        assert!(names.insert(rule.name), "{} stands twice", rule.name);
        assert!(!rule.source.is_empty() && !rule.asks.ends_with('.'), "{}", rule.name);
    }
}

#[test]
fn a_plain_response_follows_all_rules() {
    let response = "HTTP/1.1 404 Not Found\nDate: Sun, 06 Nov 1994 08:49:37 GMT\nContent-Type: \
                    application/json\nContent-Length: 20\n\n{\"message\": \"Hello\"}";
    assert_eq!(broken("GET / HTTP/1.1", response), BTreeSet::new());
}
