//! A code without an example is explained all the same.

use statuscraft::{Generator, Registration};

use crate::support::statuscraft;

#[test]
fn every_code_is_explained_in_the_default_format() {
    let generator = Generator::new();
    for status in generator.all_statuses().expect("a catalogue") {
        let outcome = statuscraft(["explain", &status.code.to_string()]);
        assert_eq!((outcome.status, outcome.stderr.as_str()), (0, ""), "{}", status.code);
        let said = outcome.stdout.matches("There is no example. ").count();
        assert_eq!(said, usize::from(status.no_snippet.is_some()), "{outcome}");
        let heading = format!("\n{}\n", "What it means".to_uppercase());
        assert!(outcome.stdout.contains(&heading), "{outcome}");
    }
}

#[test]
fn the_sentence_says_why_there_is_no_example_whatever_the_targets() {
    let why = "There is no example. nginx writes 499 to its log";
    for words in
        [&["explain", "499"][..], &["explain", "499", "flask"], &["explain", "499", "curl"]]
    {
        let outcome = statuscraft(words);
        assert_eq!(outcome.stdout.matches(why).count(), 1, "{outcome}");
    }
    let outcome = statuscraft(["explain", "407", "flask"]);
    assert_eq!(outcome.status, 0, "{outcome}");
    assert!(outcome.stdout.contains("has no example for 407. "), "{outcome}");
}

#[test]
fn codes_without_examples_are_compared() {
    let generator = Generator::new();
    let statuses = generator.all_statuses().expect("a catalogue");
    let without = statuses.iter().filter(|it| it.no_snippet.is_some());
    let official = |code| {
        statuses.iter().any(|it| it.code == code && it.registration != Registration::Unofficial)
    };
    let mut count = 0;
    for status in without {
        let outcome = statuscraft(["compare", "200", &status.code.to_string()]);
        assert_eq!(outcome.status, 0, "{outcome}");
        count += usize::from(!official(status.code));
    }
    assert!(count > 20);
}
