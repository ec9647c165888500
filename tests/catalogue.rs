//! The catalogue, compared with the IANA registry and the `http` crate, and checked for
//! consistency.

use std::collections::{BTreeMap, BTreeSet};

use statuscraft::{Class, Code, Fault, Generator, Registration, Status};

/// The IANA registry of 2025-09-15, with the RFCs' statements on content.
const REGISTRY: &str = include_str!("fixtures/registry.csv");

/// Where the catalogue differs from the registry, and why.
const AGAINST_REGISTRY: [(u16, &str, &str); 0] = [];

/// Phrases of the `http` crate that differ from the catalogue's, and why the catalogue keeps its
/// own.
const AGAINST_HTTP_CRATE: [(u16, Option<&str>, &str); 5] = [
    (104, None, "registered temporarily; the crate lists permanent registrations"),
    (203, Some("Non Authoritative Information"), "the crate leaves the registry's hyphen out"),
    (306, None, "reserved; the crate leaves unused codes out"),
    (413, Some("Payload Too Large"), "RFC 7231's phrase; RFC 9110 renamed it"),
    (422, Some("Unprocessable Entity"), "RFC 4918's phrase; RFC 9110 renamed it"),
];

fn statuses(generator: &Generator) -> Vec<&Status> {
    generator.statuses().expect("the catalogue")
}

#[test]
fn it_agrees_with_the_registry() {
    let generator = Generator::new();
    let catalogue: BTreeMap<u16, String> =
        statuses(&generator).iter().map(|status| (status.code.number(), row(status))).collect();
    let registry: BTreeMap<u16, String> = REGISTRY
        .lines()
        .skip(1)
        .map(|line| (line[..3].parse().expect("a code"), line.to_owned()))
        .collect();
    let known: BTreeMap<_, _> =
        AGAINST_REGISTRY.iter().map(|(code, row, _)| (*code, (*row).to_owned())).collect();
    for code in catalogue.keys().chain(registry.keys()) {
        let expected = known.get(code).or(registry.get(code));
        assert_eq!(catalogue.get(code), expected, "{code} in the catalogue, and in the registry");
    }
    for (code, row) in &known {
        assert_ne!(registry.get(code), Some(row), "{code} is listed as a difference and is none");
    }
}

/// An entry as a line of the registry's table.
fn row(status: &Status) -> String {
    let word = |value: String| value.trim_matches('"').to_owned();
    let json = |value| word(serde_json::to_string(&value).expect("JSON"));
    let registration = json(serde_json::to_value(status.registration).expect("JSON"));
    let content = status
        .content
        .map_or(String::new(), |content| json(serde_json::to_value(content).expect("JSON")));
    let spec = status.spec.as_ref().expect("a specification");
    format!(
        "{},{},{registration},{},{},{content}",
        status.code, status.phrase, spec.document, spec.section
    )
}

#[test]
fn it_agrees_with_the_http_crate() {
    let generator = Generator::new();
    for code in (100..600).filter_map(Code::new) {
        let theirs = http::StatusCode::from_u16(code.number()).expect("a code").canonical_reason();
        let catalogue = generator.status(&code.to_string()).ok();
        let catalogue = catalogue.filter(|status| status.registration != Registration::Unofficial);
        let catalogue = catalogue.map(|status| status.phrase.as_str());
        match AGAINST_HTTP_CRATE.iter().find(|(known, ..)| *known == code.number()) {
            None => assert_eq!(catalogue, theirs, "{code}"),
            Some((_, known, reason)) => {
                assert_eq!(theirs, *known, "{code}: the crate changed ({reason})");
                assert_ne!(catalogue, theirs, "{code} is listed as a difference and is none");
            }
        }
    }
}

#[test]
fn special_codes_agree_with_the_registry() {
    let generator = Generator::new();
    let registration = |code: &str| generator.status(code).expect("a status").registration;
    assert_eq!(registration("104"), Registration::Temporary);
    assert_eq!(registration("305"), Registration::Deprecated);
    assert_eq!(registration("306"), Registration::Unused);
    assert_eq!(registration("418"), Registration::Unused);
    assert_eq!(registration("510"), Registration::Obsoleted);
    assert!(generator.status("306").expect("a status").no_snippet.is_some());
    assert_eq!(
        generator.status("418").expect("a status").spec.as_ref().expect("a specification").document,
        "RFC 2324"
    );
}

#[test]
fn a_code_is_found_by_number_phrase_and_former_phrase() {
    let generator = Generator::new();
    for (query, code) in [
        ("404", 404),
        ("not-found", 404),
        ("Not Found", 404),
        ("NOT_FOUND", 404),
        ("notFound", 404),
        ("i'm a teapot", 418),
        ("im-a-teapot", 418),
        ("payload too large", 413),
        ("request-uri too large", 414),
        ("Request-URI Too Long", 414),
        ("Unprocessable Entity", 422),
        ("moved-temporarily", 302),
        (" 200 ", 200),
        ("ok", 200),
    ] {
        let found = generator.status(query).unwrap_or_else(|error| panic!("`{query}`: {error}"));
        assert_eq!(found.code.number(), code, "`{query}`");
    }
}

#[test]
fn no_phrase_leads_to_two_codes() {
    let generator = Generator::new();
    let mut seen = BTreeSet::new();
    for status in statuses(&generator) {
        for phrase in std::iter::once(&status.phrase).chain(&status.formerly) {
            assert!(seen.insert(phrase.to_lowercase()), "`{phrase}` stands twice");
        }
    }
}

#[test]
fn the_class_is_the_first_digit_and_faults_follow_it() {
    let generator = Generator::new();
    for status in statuses(&generator) {
        match status.code.class() {
            Class::ClientError => assert_ne!(status.fault, Fault::Server, "{}", status.code),
            Class::ServerError => assert_ne!(status.fault, Fault::Client, "{}", status.code),
            _ => assert_eq!(status.fault, Fault::Neither, "{}", status.code),
        }
    }
}

#[test]
fn summaries_are_unique_sentences() {
    let generator = Generator::new();
    let mut seen = BTreeSet::new();
    for status in statuses(&generator) {
        let summary = status.summary.as_str();
        assert!(summary.ends_with('.') && summary.len() > 40, "{}: {summary}", status.code);
        assert!(!summary.contains('\n'), "{}", status.code);
        assert!(seen.insert(summary), "{}: {summary}", status.code);
    }
}

#[test]
fn an_exchange_expects_its_own_code() {
    let generator = Generator::new();
    for status in statuses(&generator) {
        let Some(exchange) = &status.exchange else { continue };
        let response = &exchange.response;
        let wanted = response.status.0.is_empty()
            || response.status.0.contains(&status.code)
            || response.interim.iter().any(|interim| interim.status == status.code)
            || response
                .contains
                .as_ref()
                .is_some_and(|text| text.contains(&status.code.to_string()));
        assert!(wanted, "{}: the response does not have the code", status.code);
        for control in &exchange.controls {
            assert!(!control.response.status.0.is_empty() || control.response.fields.is_empty());
        }
    }
}

/// Codes whose responses a cache may keep for a lifetime that it chooses: RFC 9110, section 15.1,
/// and RFC 7725, section 3. No others.
const HEURISTIC: [u16; 13] = [200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 451, 501];

#[test]
fn heuristic_caching_agrees_with_the_rfcs() {
    let generator = Generator::new();
    let mut read = 0;
    for code in generator.codes().expect("the catalogue") {
        let Some(reference) = generator.reference(*code).expect("a right file") else { continue };
        read += 1;
        let expected = HEURISTIC.contains(&code.number());
        assert_eq!(reference.caching.heuristic, expected, "data/statuses/{code}.yaml");
    }
    assert!(read > 0, "there is nothing to read about any code");
}
