//! Clients, run against the sample target's server.

use crate::support::TestTarget;

const BOTH: [&str; 3] = ["410", "--target", "sampleclient"];

/// The sample target with a client that behaves in the given way.
fn with_client(behaviour: &str) -> TestTarget {
    TestTarget::new().behaviour("right").client(behaviour)
}

#[test]
fn a_client_that_sends_and_prints_is_proven_and_cached() {
    let target = with_client("right");
    for remembered in ["", ", 2 from earlier runs"] {
        let outcome = target.run(BOTH);
        assert_eq!(
            outcome.to_string(),
            format!("1 of 1 pairs proven, 1 of 1 pairs of clients proven{remembered}\n")
        );
    }
    let changed = target.file(
        "snippet-templates/sampleclient/codes/410.j2",
        "{% extends \"program.j2\" %}{% block handler %}more{% endblock %}",
    );
    let outcome = changed.run(BOTH);
    assert!(outcome.stdout.ends_with(", 1 from earlier runs\n"), "{outcome}");
}

#[test]
fn a_client_that_does_something_else_fails() {
    for (behaviour, rule) in [
        ("other-method", "client-request"),
        ("twice", "client-requests"),
        ("never", "client-requests"),
        ("quiet", "client-shows"),
        ("execute", "canary"),
    ] {
        let outcome = with_client(behaviour).run(BOTH);
        assert_eq!(outcome.status, 1, "{behaviour}: {outcome}");
        let failed = format!("sampleclient 410 against sample: FAILED: {rule} (");
        assert!(outcome.stdout.contains(&failed), "{behaviour}: {outcome}");
        assert!(outcome.stdout.contains("1 of 1 pairs proven, 0 of 1 pairs of"), "{outcome}");
    }
}

#[test]
fn a_client_of_a_wrong_server_fails() {
    let outcome = TestTarget::new().behaviour("mislead").client("right").run(BOTH);
    let failed =
        "sampleclient 410 against sample: FAILED: exchange-status (data/statuses/410.yaml)";
    assert!(outcome.stdout.contains(failed), "{outcome}");
    assert!(outcome.stdout.contains("< HTTP/1.1 200 X"), "{outcome}");
}

#[test]
fn a_client_that_cannot_be_run_is_reported() {
    let none = with_client("right").without("snippet-templates/sampleclient/verify.yaml").run(BOTH);
    assert!(none.stdout.contains("against sample: FAILED: verify"), "{none}");
    let tools = "requires: [{program: no-such-program, version: [--version], package: nowhere}]";
    let missing =
        with_client("right").file("snippet-templates/sampleclient/verify.yaml", tools).run(BOTH);
    assert!(
        missing
            .stdout
            .contains("sampleclient against sample: toolchain missing: `no-such-program`"),
        "{missing}"
    );
    let set_up = "setup: [['false']]";
    let broken =
        with_client("right").file("snippet-templates/sampleclient/verify.yaml", set_up).run(BOTH);
    assert!(broken.stdout.contains("against sample: FAILED: set-up"), "{broken}");
}

#[test]
fn a_reason_of_a_client_is_valid_while_its_attempt_fails() {
    for (behaviour, told) in
        [("quiet", ": unsupported: It can't."), ("right", "supports this code now")]
    {
        let outcome = with_client(behaviour)
            .file(
                "snippet-templates/sampleclient/attempts/410.j2",
                "{% extends \"program.j2\" %}\n",
            )
            .client_line("unsupported: {410: {reason: It can't., instead: Nothing.}}")
            .run(BOTH);
        assert!(outcome.stdout.contains(told), "{outcome}");
    }
}

#[test]
fn every_report_names_the_server() {
    let run = |format| {
        let arguments = BOTH.into_iter().chain(["404", "--format", format]);
        with_client("right").run(arguments).stdout
    };
    let markdown = run("markdown");
    assert!(markdown.contains("\n## Sample client\n\n**2 of 2 exchanges proven.**"), "{markdown}");
    assert!(
        markdown.ends_with("\n| code | sample |\n|---|---|\n| 404 | proven |\n| 410 | proven |\n")
    );
    let page = run("html");
    assert!(page.contains("<h2>Sample client<small>1, against"), "{page}");
    let document = run("junit");
    let document = roxmltree::Document::parse(&document).expect("XML");
    let names: Vec<_> = document.descendants().filter_map(|node| node.attribute("name")).collect();
    assert!(names.contains(&"404 sample") && names.contains(&"404"), "{names:?}");
    let report: serde_json::Value = serde_json::from_str(&run("json")).expect("JSON");
    assert_eq!(report["targets"][1]["role"], "client");
    assert_eq!(report["proofs"][2]["server"], "sample");
}

#[test]
fn hostile_input_reaches_a_client() {
    let hostile =
        "code: 410\nmessages: [{title: m, text: a}]\npaths: [{title: p, text: /a}]\nnames: []\n";
    let target = with_client("right").file("data/hostile.yaml", hostile);
    let outcome = target.run(["--hostile", "--target", "sampleclient"]);
    assert_eq!(outcome.to_string(), "2 of 2 inputs proven, 2 of 2 inputs of clients proven\n");
}
