//! What holds for every entry of the catalogue: each check returns the faults of a generator's entries.

use std::collections::{BTreeMap, BTreeSet};

use statuscraft::{Class, Code, Fault, Generator, Registration, Status};

/// A check, which returns a sentence for each fault.
pub type Check = fn(&Generator) -> Vec<String>;

/// The IANA registry of 2025-09-15, with the RFCs' statements on content.
const REGISTRY: &str = include_str!("../fixtures/registry.csv");

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

/// Codes whose responses a cache may keep for a lifetime that it chooses: RFC 9110, section 15.1,
/// and RFC 7725, section 3. No others.
const HEURISTIC: [u16; 13] = [200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 451, 501];

fn statuses(generator: &Generator) -> Vec<&Status> {
    generator.statuses().expect("the catalogue")
}

/// It agrees with the IANA registry.
pub fn registry(generator: &Generator) -> Vec<String> {
    let catalogue: BTreeMap<u16, String> =
        statuses(generator).iter().map(|status| (status.code.number(), row(status))).collect();
    let registry: BTreeMap<u16, &str> =
        REGISTRY.lines().skip(1).map(|line| (line[..3].parse().expect("a code"), line)).collect();
    let known: BTreeMap<_, _> =
        AGAINST_REGISTRY.iter().map(|(code, row, _)| (*code, *row)).collect();
    let codes: BTreeSet<u16> = catalogue.keys().chain(registry.keys()).copied().collect();
    let mut faults = Vec::new();
    for code in codes {
        let expected = known.get(&code).or(registry.get(&code)).copied();
        let found = catalogue.get(&code).map(String::as_str);
        if found != expected {
            faults
                .push(format!("{code}: {found:?} in the catalogue, {expected:?} in the registry"));
        }
        if known.contains_key(&code) && known.get(&code) == registry.get(&code) {
            faults.push(format!("{code} is listed as a difference and is none"));
        }
    }
    faults
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

/// It agrees with the `http` crate, except for known differences.
pub fn http_crate(generator: &Generator) -> Vec<String> {
    let mut faults = Vec::new();
    for code in (100..600).filter_map(Code::new) {
        let theirs = http::StatusCode::from_u16(code.number()).expect("a code").canonical_reason();
        let catalogue = generator.status(&code.to_string()).ok();
        let catalogue = catalogue.filter(|status| status.registration != Registration::Unofficial);
        let catalogue = catalogue.map(|status| status.phrase.as_str());
        match AGAINST_HTTP_CRATE.iter().find(|(known, ..)| *known == code.number()) {
            None if catalogue != theirs => {
                faults.push(format!(
                    "{code}: {catalogue:?} in the catalogue, {theirs:?} in the crate"
                ));
            }
            Some((_, known, reason)) if theirs != *known => {
                faults.push(format!("{code}: the crate changed ({reason})"));
            }
            Some(_) if catalogue == theirs => {
                faults.push(format!("{code} is listed as a difference and is none"));
            }
            _ => {}
        }
    }
    faults
}

/// No phrase, current or former, leads to two codes.
pub fn phrases(generator: &Generator) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let mut faults = Vec::new();
    for status in statuses(generator) {
        for phrase in std::iter::once(&status.phrase).chain(&status.formerly) {
            if !seen.insert(phrase.to_lowercase()) {
                faults.push(format!("{}: `{phrase}` occurs twice", status.code));
            }
        }
    }
    faults
}

/// Who is at fault follows from the first digit.
pub fn classes(generator: &Generator) -> Vec<String> {
    let follows = |status: &&Status| match status.code.class() {
        Class::ClientError => status.fault != Fault::Server,
        Class::ServerError => status.fault != Fault::Client,
        _ => status.fault == Fault::Neither,
    };
    let wrong = statuses(generator).into_iter().filter(|status| !follows(status));
    wrong.map(|it| format!("{}: the fault is {:?}", it.code, it.fault)).collect()
}

/// Summaries are sentences of some length, each for one code.
pub fn summaries(generator: &Generator) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let mut faults = Vec::new();
    for status in statuses(generator) {
        let summary = status.summary.as_str();
        if !summary.ends_with('.') || summary.len() <= 40 {
            faults.push(format!("{}: `{summary}` is no summary", status.code));
        }
        if !seen.insert(summary) {
            faults.push(format!("{}: `{summary}` occurs twice", status.code));
        }
    }
    faults
}

/// An exchange expects its own code, somewhere in the response; a control says what it expects.
pub fn exchanges(generator: &Generator) -> Vec<String> {
    let mut faults = Vec::new();
    for status in statuses(generator) {
        let Some(exchange) = &status.exchange else { continue };
        let response = &exchange.response;
        let wanted = response.status.0.is_empty()
            || response.status.0.contains(&status.code)
            || response.interim.iter().any(|interim| interim.status == status.code)
            || response
                .contains
                .as_ref()
                .is_some_and(|text| text.contains(&status.code.to_string()));
        if !wanted {
            faults.push(format!("{}: the response does not have the code", status.code));
        }
        for control in &exchange.controls {
            if control.response.status.0.is_empty() && !control.response.fields.is_empty() {
                faults.push(format!("{}: a control has headers and no status", status.code));
            }
        }
    }
    faults
}

/// Heuristic caching agrees with the RFCs.
pub fn caching(generator: &Generator) -> Vec<String> {
    let mut faults = Vec::new();
    for code in generator.codes().expect("the catalogue") {
        let Some(reference) = generator.reference(*code).expect("a right file") else { continue };
        let expected = HEURISTIC.contains(&code.number());
        if reference.caching.heuristic != expected {
            faults.push(format!("{code}: heuristic caching is {}", reference.caching.heuristic));
        }
    }
    faults
}
