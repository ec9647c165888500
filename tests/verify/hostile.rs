//! Input that tries to break out of strings, paths and names.

use crate::support::{TestTarget, statuscraft};

const INPUT: &str = "\
code: 410
messages:
  - {title: spaces, text: '  a '}
  - {title: a line break, text: \"a\\r\\nb\\0\"}
  - {title: much, text: \"\\\"'x\", times: 20000}
paths:
  - {title: braces, text: '/%7Ba%7D'}
  - {title: plain, text: /a}
names:
  - {title: a word, text: class}
";

fn sample(behaviour: &str) -> TestTarget {
    TestTarget::new().behaviour(behaviour).file("data/hostile.yaml", INPUT)
}

#[test]
fn the_usage_says_that_hostile_takes_no_codes() {
    let usage = "Usage: statuscraft verify [OPTIONS] [CODE]...\n       statuscraft verify --hostile [OPTIONS]\n";
    let help = statuscraft(["verify", "--help"]);
    assert!(help.stdout.contains(usage), "{help}");
    let refused = statuscraft(["verify", "410", "--hostile"]);
    assert!(refused.status == 2 && refused.stderr.contains(usage), "{refused}");
}

#[test]
fn input_that_comes_back_is_proven() {
    let target = sample("right").line("route: {refuse: {'{': it is not liked}}");
    let outcome = target.run(["--hostile"]);
    assert_eq!(
        outcome.to_string(),
        "sample 410 (path: braces): refused: the path `/{a}` can't be used with Sample: it is not liked\n\n\
         5 of 5 inputs proven, 1 refused with a reason\n"
    );
}

#[test]
fn input_that_is_changed_fails() {
    let outcome = sample("trim").run(["--hostile"]);
    assert_eq!(outcome.status, 1, "{outcome}");
    assert!(outcome.stdout.contains("sample 410 (message: spaces): FAILED: "), "{outcome}");
    assert!(outcome.stdout.ends_with("5 of 6 inputs proven, 1 failed\n"), "{outcome}");
}

#[test]
fn input_that_is_executed_fails() {
    let outcome = sample("execute").run(["--hostile"]);
    assert_eq!(outcome.status, 1, "{outcome}");
    assert!(outcome.stdout.contains("FAILED: canary"), "{outcome}");
    assert!(outcome.stdout.ends_with("0 of 6 inputs proven, 6 failed\n"), "{outcome}");
}

#[test]
fn there_are_enough_of_all_kinds() {
    let target = TestTarget::new().behaviour("right");
    let outcome = target.run(["--hostile", "--format", "json"]);
    assert_eq!(outcome.status, 0, "{outcome}");
    for (kind, least) in [("message: ", 40), ("path: ", 30), ("name: ", 20)] {
        let count = outcome.stdout.matches(&format!("\"input\": \"{kind}")).count();
        assert!(count >= least, "{count} of {kind}");
    }
}
