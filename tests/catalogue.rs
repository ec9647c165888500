//! The catalogue, compared with the IANA registry and the `http` crate, and checked for
//! consistency.

mod checks;
mod faults;

use statuscraft::{Generator, Registration};

use checks::Check;

/// The built-in catalogue has no fault of that kind.
fn passes(check: Check) {
    let faults = check(&Generator::new());
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn it_agrees_with_the_registry() {
    passes(checks::registry);
}

#[test]
fn it_agrees_with_the_http_crate() {
    passes(checks::http_crate);
}

#[test]
fn no_phrase_leads_to_two_codes() {
    passes(checks::phrases);
}

#[test]
fn the_class_is_the_first_digit_and_faults_follow_it() {
    passes(checks::classes);
}

#[test]
fn summaries_are_unique_sentences() {
    passes(checks::summaries);
}

#[test]
fn an_exchange_expects_its_own_code() {
    passes(checks::exchanges);
}

#[test]
fn heuristic_caching_agrees_with_the_rfcs() {
    passes(checks::caching);
    let generator = Generator::new();
    let codes = generator.codes().expect("the catalogue");
    let read = codes.iter().filter(|code| generator.reference(**code).expect("a file").is_some());
    assert!(read.count() > 60, "there is nothing to read about any code");
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
