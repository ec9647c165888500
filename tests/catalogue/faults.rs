//! Each check finds the fault that is planted for it.

use std::fs;

use super::checks::{self, Check};
use crate::support::{Overlay, root};

/// A check, the file in which a text is replaced by another one, and what the check then says.
const PLANTED: [(Check, &str, &str, &str, &str); 14] = [
    (checks::registry, "410", "phrase: Gone\n", "phrase: Lost\n", "410: Some(\"410,Lost,"),
    (checks::registry, "410", "\"15.5.11\"", "\"15.5.12\"", "410: Some(\"410,Gone,registered,"),
    (checks::registry, "410", "registration: registered", "registration: deprecated", "410: Some("),
    (checks::registry, "410", "content: allowed\n", "content: required\n", "410: Some("),
    (checks::http_crate, "410", "phrase: Gone\n", "phrase: Lost\n", "410: Some(\"Lost\") in"),
    (
        checks::http_crate,
        "413",
        "phrase: Content Too Large\n",
        "phrase: Payload Too Large\n",
        "413 is listed as a difference and is none",
    ),
    (
        checks::phrases,
        "410",
        "phrase: Gone\n",
        "phrase: not found\n",
        "410: `not found` occurs twice",
    ),
    (
        checks::phrases,
        "410",
        "phrase: Gone\n",
        "phrase: Gone\nformerly: [Found]\n",
        "410: `Found` occurs twice",
    ),
    (checks::classes, "410", "fault: client", "fault: server", "410: the fault is Server"),
    (checks::classes, "503", "fault: server", "fault: client", "503: the fault is Client"),
    (checks::classes, "200", "fault: neither", "fault: client", "200: the fault is Client"),
    (checks::summaries, "410", SUMMARY, "  It is gone.\n", "410: `It is gone.` is no summary"),
    (
        checks::exchanges,
        "410",
        "response: {body: error}",
        "response: {status: 404}",
        "410: the response",
    ),
    (
        checks::caching,
        "410",
        "heuristic: true",
        "heuristic: false",
        "410: heuristic caching is false",
    ),
];

const SUMMARY: &str = "  The resource was removed on purpose and is not expected to return. Its owner wants links to it removed.\n";

fn entry(code: &str) -> String {
    fs::read_to_string(root().join(format!("data/statuses/{code}.yaml"))).expect(code)
}

#[test]
fn each_check_finds_its_fault() {
    for (check, code, found, replaced, fault) in PLANTED {
        let text = entry(code);
        assert!(text.contains(found), "data/statuses/{code}.yaml has no {found:?}");
        let overlay = Overlay::new()
            .file(&format!("data/statuses/{code}.yaml"), text.replacen(found, replaced, 1));
        let faults = check(&overlay.generator());
        assert!(faults.iter().any(|it| it.starts_with(fault)), "{fault}\n{faults:#?}");
    }
}

#[test]
fn a_summary_that_occurs_twice_is_found() {
    let overlay = Overlay::new()
        .file("data/statuses/418.yaml", entry("410").replacen("code: 410", "code: 418", 1));
    let faults = checks::summaries(&overlay.generator());
    assert!(faults.len() == 1 && faults[0].ends_with("occurs twice"), "{faults:?}");
}

#[test]
fn a_code_that_the_registry_lacks_is_found() {
    let overlay = Overlay::new()
        .file("data/statuses/299.yaml", entry("200").replacen("code: 200", "code: 299", 1));
    let faults = checks::registry(&overlay.generator());
    assert!(faults.len() == 1 && faults[0].starts_with("299: Some("), "{faults:?}");
    let faults = checks::http_crate(&overlay.generator());
    assert!(faults.len() == 1 && faults[0].ends_with("None in the crate"), "{faults:?}");
}
