//! The verdict of an example, and the report about it.

use crate::support::TestTarget;

#[test]
fn a_correct_example_is_proven() {
    let outcome = TestTarget::new().behaviour("right").run(["410"]);
    assert_eq!(outcome.to_string(), "1 of 1 pairs proven\n");
}

#[test]
fn a_proof_is_cached_until_something_changes() {
    let target = TestTarget::new().behaviour("right");
    target.run(["410"]);
    let again = target.run(["410"]);
    assert_eq!(again.to_string(), "1 of 1 pairs proven, 1 from earlier runs\n");
    let fresh = target.run(["410", "--fresh"]);
    assert_eq!(fresh.to_string(), "1 of 1 pairs proven\n");
    let other_program = target.file(
        "snippet-templates/sample/recipes/plain.j2",
        "{% extends \"program.j2\" %}{% block handler %}more{% endblock %}",
    );
    let outcome = other_program.run(["410"]);
    assert_eq!(outcome.to_string(), "1 of 1 pairs proven\n");
    let other_environment = other_program.line("").verify("path: [/elsewhere]");
    let outcome = other_environment.run(["410"]);
    assert_eq!(outcome.to_string(), "1 of 1 pairs proven\n");
}

#[test]
fn a_wrong_status_fails_and_is_tried_again_each_time() {
    let target = TestTarget::new().behaviour("mislead");
    for _ in 0..2 {
        let outcome = target.run(["410"]);
        assert_eq!(outcome.status, 1, "{outcome}");
        assert!(
            outcome.stdout.contains("sample 410: FAILED: exchange-status (data/statuses/410.yaml)"),
            "{outcome}"
        );
        assert!(outcome.stdout.contains("< HTTP/1.1 200 X"), "{outcome}");
        assert!(outcome.stdout.ends_with("0 of 1 pairs proven, 1 failed\n"), "{outcome}");
    }
}

#[test]
fn a_program_that_ends_is_reported_with_its_log_and_template_line() {
    let target = TestTarget::new().behaviour("complain");
    let outcome = target.run(["410"]);
    assert_eq!(outcome.status, 1, "{outcome}");
    assert!(
        outcome.stdout.contains("FAILED: starts (statuscraft verify): it ended before it listened"),
        "{outcome}"
    );
    assert!(outcome.stdout.contains("program.txt:3 is "), "{outcome}");
    assert!(outcome.stdout.contains("sample/program.j2:3\n"), "{outcome}");
    assert!(outcome.stdout.contains("the message is not to my taste"), "{outcome}");
}

#[test]
fn a_program_that_ends_after_an_answer_fails() {
    let outcome = TestTarget::new().behaviour("quit").run(["410"]);
    assert_eq!(outcome.status, 1, "{outcome}");
    assert!(outcome.stdout.contains("keeps-running"), "{outcome}");
}

#[test]
fn a_template_that_does_not_render_fails() {
    let target = TestTarget::new()
        .behaviour("right")
        .file("snippet-templates/sample/recipes/plain.j2", "{{ nonsense }}");
    let outcome = target.run(["410"]);
    assert_eq!(outcome.status, 1, "{outcome}");
    assert!(outcome.stdout.contains("FAILED: template"), "{outcome}");
    assert!(outcome.stdout.contains("recipes/plain.j2:1"), "{outcome}");
}

#[test]
fn a_missing_program_is_no_failure_unless_all_are_required() {
    let target = TestTarget::new()
        .behaviour("right")
        .verify("requires: [{program: no-such-program, version: [--version], package: nowhere}]");
    let outcome = target.run(["410"]);
    assert_eq!(
        outcome.to_string(),
        "sample: toolchain missing: `no-such-program` is not in the search path: install `nowhere`\n\n\
         0 of 1 pairs proven, 1 without their toolchain\n"
    );
    assert_eq!(target.run(["410", "--require-all"]).status, 1);
}

#[test]
fn a_program_that_cannot_print_its_version_is_missing() {
    let target = TestTarget::new().behaviour("right").verify(
        "requires: [{program: '{test_binary}', version: [--no-such-option], package: nowhere}]",
    );
    let outcome = target.run(["410"]);
    assert!(outcome.stdout.contains("does not work (`error: "), "{outcome}");
}

const UNSUPPORTED: &str = "unsupported: {410: {reason: It can't., instead: Nothing.}}";

fn unsupported(behaviour: &str) -> TestTarget {
    let attempt = "{% extends \"program.j2\" %}\n";
    let target = TestTarget::new().behaviour(behaviour).line(UNSUPPORTED);
    target
        .file("snippet-templates/sample/attempts/410.j2", attempt)
        .without("snippet-templates/sample/recipes/plain.j2")
}

#[test]
fn a_reason_is_valid_while_its_attempt_fails() {
    let target = unsupported("mislead");
    for remembered in ["", ", 1 from earlier runs"] {
        let outcome = target.run(["410"]);
        assert_eq!(
            outcome.to_string(),
            format!(
                "sample 410: unsupported: It can't.\n\n0 of 0 pairs proven, 1 unsupported{remembered}\n"
            )
        );
    }
}

#[test]
fn a_reason_is_wrong_when_its_attempt_succeeds() {
    let outcome = unsupported("right").run(["410"]);
    assert_eq!(outcome.status, 1, "{outcome}");
    assert!(outcome.stdout.contains("the target supports this code now"), "{outcome}");
}

#[test]
fn an_attempt_that_does_not_run_shows_nothing() {
    let outcome = unsupported("complain").run(["410"]);
    assert_eq!(outcome.status, 1, "{outcome}");
    assert!(outcome.stdout.contains("FAILED: attempt"), "{outcome}");
}

#[test]
fn a_reason_without_an_attempt_fails() {
    let target = unsupported("right").without("snippet-templates/sample/attempts/410.j2");
    let outcome = target.run(["410"]);
    assert_eq!(outcome.status, 1, "{outcome}");
    assert!(outcome.stdout.contains("the reason has no attempt"), "{outcome}");
}

#[test]
fn codes_without_examples_are_bad_usage() {
    let target = TestTarget::new().behaviour("right");
    for code in ["306", "999"] {
        let outcome = target.run([code]);
        assert_eq!(outcome.status, 2, "{outcome}");
        assert!(outcome.stderr.starts_with("error: "), "{outcome}");
    }
}

#[test]
fn an_overlay_is_run_only_if_it_is_trusted() {
    let target = TestTarget::new().behaviour("right");
    let run = |trust: &str| {
        let trusting = target.command(["410"]);
        let mut command = std::process::Command::new(trusting.get_program());
        command.args(trusting.get_args().filter(|it| *it != "--trust"));
        for (name, value) in trusting.get_envs() {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        let output = command.env("STATUSCRAFT_TRUST", trust).output().expect("the program starts");
        String::from_utf8(output.stderr).expect("standard error is UTF-8")
    };
    for untrusted in ["", "0"] {
        let told = run(untrusted);
        assert!(told.starts_with("error: the programs and commands of `"), "{told}");
        assert!(told.contains("hint: add `--trust`"), "{told}");
    }
    assert_eq!(run("1"), "");
}
