//! Which verdict an example gets, and what is told of it.

use crate::support::Laboratory;

#[test]
fn an_example_that_answers_as_it_must_is_proven() {
    let outcome = Laboratory::new().behaviour("right").run(["410"]);
    assert_eq!(outcome.to_string(), "1 of 1 pairs proven\n");
}

#[test]
fn a_proof_is_remembered_until_something_changes() {
    let laboratory = Laboratory::new().behaviour("right");
    laboratory.run(["410"]);
    let again = laboratory.run(["410"]);
    assert_eq!(again.to_string(), "1 of 1 pairs proven, 1 taken from earlier proofs\n");
    let fresh = laboratory.run(["410", "--fresh"]);
    assert_eq!(fresh.to_string(), "1 of 1 pairs proven\n");
    let other_program = laboratory.file(
        "snippet-templates/laboratory/recipes/plain.j2",
        "{% extends \"program.j2\" %}{% block handler %}more{% endblock %}",
    );
    let outcome = other_program.run(["410"]);
    assert_eq!(outcome.to_string(), "1 of 1 pairs proven\n");
    let other_environment = other_program.line("").verify("path: [/elsewhere]");
    let outcome = other_environment.run(["410"]);
    assert_eq!(outcome.to_string(), "1 of 1 pairs proven\n");
}

#[test]
fn a_wrong_status_fails_and_is_looked_at_each_time() {
    let laboratory = Laboratory::new().behaviour("mislead");
    for _ in 0..2 {
        let outcome = laboratory.run(["410"]);
        assert_eq!(outcome.status, 1, "{outcome}");
        assert!(
            outcome
                .stdout
                .contains("laboratory 410: FAILED: exchange-status (data/statuses/410.yaml)"),
            "{outcome}"
        );
        assert!(outcome.stdout.contains("< HTTP/1.1 200 X"), "{outcome}");
        assert!(outcome.stdout.ends_with("0 of 1 pairs proven, 1 failed\n"), "{outcome}");
    }
}

#[test]
fn a_program_that_ends_is_told_with_its_log_and_the_line_of_its_template() {
    let laboratory = Laboratory::new().behaviour("complain");
    let outcome = laboratory.run(["410"]);
    assert_eq!(outcome.status, 1, "{outcome}");
    assert!(
        outcome.stdout.contains("FAILED: starts (statuscraft verify): it ended before it listened"),
        "{outcome}"
    );
    assert!(outcome.stdout.contains("program.txt:3 is "), "{outcome}");
    assert!(outcome.stdout.contains("laboratory/program.j2:3\n"), "{outcome}");
    assert!(outcome.stdout.contains("the message is not to my taste"), "{outcome}");
}

#[test]
fn a_program_that_ends_after_an_answer_fails() {
    let outcome = Laboratory::new().behaviour("quit").run(["410"]);
    assert_eq!(outcome.status, 1, "{outcome}");
    assert!(outcome.stdout.contains("keeps-running"), "{outcome}");
}

#[test]
fn a_template_that_does_not_render_fails() {
    let laboratory = Laboratory::new()
        .behaviour("right")
        .file("snippet-templates/laboratory/recipes/plain.j2", "{{ nonsense }}");
    let outcome = laboratory.run(["410"]);
    assert_eq!(outcome.status, 1, "{outcome}");
    assert!(outcome.stdout.contains("FAILED: template"), "{outcome}");
    assert!(outcome.stdout.contains("recipes/plain.j2:1"), "{outcome}");
}

#[test]
fn a_missing_program_is_no_failure_unless_all_are_required() {
    let laboratory = Laboratory::new()
        .behaviour("right")
        .verify("requires: [{program: no-such-program, version: [--version], package: nowhere}]");
    let outcome = laboratory.run(["410"]);
    assert_eq!(
        outcome.to_string(),
        "laboratory: toolchain missing: `no-such-program` is not in the search path: install `nowhere`\n\n\
         0 of 1 pairs proven, 1 without their toolchain\n"
    );
    assert_eq!(laboratory.run(["410", "--require-all"]).status, 1);
}

#[test]
fn a_program_that_cannot_tell_its_version_is_missing() {
    let laboratory = Laboratory::new()
        .behaviour("right")
        .verify("requires: [{program: '{actor}', version: [--no-such-option], package: nowhere}]");
    let outcome = laboratory.run(["410"]);
    assert!(outcome.stdout.contains("does not work (`error: "), "{outcome}");
}

const UNSUPPORTED: &str = "unsupported: {410: {reason: It can't., instead: Nothing.}}";

fn unsupported(behaviour: &str) -> Laboratory {
    let attempt = "{% extends \"program.j2\" %}\n";
    let laboratory = Laboratory::new().behaviour(behaviour).line(UNSUPPORTED);
    laboratory
        .file("snippet-templates/laboratory/attempts/410.j2", attempt)
        .without("snippet-templates/laboratory/recipes/plain.j2")
}

#[test]
fn a_reason_holds_while_its_attempt_falls_short() {
    let laboratory = unsupported("mislead");
    for remembered in ["", ", 1 taken from earlier proofs"] {
        let outcome = laboratory.run(["410"]);
        assert_eq!(
            outcome.to_string(),
            format!(
                "laboratory 410: unsupported: It can't.\n\n0 of 0 pairs proven, 1 unsupported{remembered}\n"
            )
        );
    }
}

#[test]
fn a_reason_falls_when_its_attempt_succeeds() {
    let outcome = unsupported("right").run(["410"]);
    assert_eq!(outcome.status, 1, "{outcome}");
    assert!(outcome.stdout.contains("the target can do it now"), "{outcome}");
}

#[test]
fn an_attempt_that_does_not_run_shows_nothing() {
    let outcome = unsupported("complain").run(["410"]);
    assert_eq!(outcome.status, 1, "{outcome}");
    assert!(outcome.stdout.contains("FAILED: attempt"), "{outcome}");
}

#[test]
fn a_reason_without_an_attempt_fails() {
    let laboratory = unsupported("right").without("snippet-templates/laboratory/attempts/410.j2");
    let outcome = laboratory.run(["410"]);
    assert_eq!(outcome.status, 1, "{outcome}");
    assert!(outcome.stdout.contains("no attempt backs the reason"), "{outcome}");
}

#[test]
fn what_nobody_can_prove_is_bad_usage() {
    let laboratory = Laboratory::new().behaviour("right");
    for code in ["306", "999"] {
        let outcome = laboratory.run([code]);
        assert_eq!(outcome.status, 2, "{outcome}");
        assert!(outcome.stderr.starts_with("error: "), "{outcome}");
    }
}
