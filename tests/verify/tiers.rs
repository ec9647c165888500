//! Usual and strict examples, edges and what targets state of them, shapes of errors.

use crate::support::TestTarget;

const STATUS: &str = "\
code: 410
phrase: Gone
registration: registered
fault: client
spec: {document: RFC 9110, section: '15'}
content: allowed
recipe: plain
summary: S.
exchange:
  request: {}
";

/// The status file of 410 with an edge that the target's programs miss: they answer PUT with 410 too.
fn edge() -> String {
    let edges = "  response: {message: json}\n  edges:\n    - name: put-to-nowhere\n      says: PUT creates it\n      request: {method: PUT}\n      response: {status: 201}\n";
    format!("{STATUS}{edges}")
}

fn target(deviations: &str) -> TestTarget {
    TestTarget::new().behaviour("right").file("data/statuses/410.yaml", &edge()).line(deviations)
}

fn stated(codes: &str, edge: &str, status: u16) -> String {
    format!(
        "deviations: [{{edge: {edge}, codes: {codes}, what: It does., gets: {{status: {status}}}, whose: It, see: 'https://example.com/'}}]"
    )
}

#[test]
fn an_edge_is_passed_or_stated() {
    let outcome = target("").run(["410"]);
    assert_eq!(outcome.status, 1, "{outcome}");
    let told = "410: FAILED: edge (data/statuses/410.yaml): `put-to-nowhere` (PUT creates it): expected 201, got 410";
    assert!(outcome.stdout.contains(told), "{outcome}");
    let stating = target(&stated("[410]", "put-to-nowhere", 410));
    for remembered in ["", ", 1 from earlier runs"] {
        let outcome = stating.run(["410"]);
        assert!(
            outcome.stdout.contains(" 410: deviates as stated: `put-to-nowhere`\n"),
            "{outcome}"
        );
        let count = format!("\n1 of 1 pairs proven, 1 deviations as stated{remembered}\n");
        assert!(outcome.stdout.ends_with(&count), "{outcome}");
    }
    let other = target(&stated("[410]", "put-to-nowhere", 200)).run(["410"]);
    assert!(other.stdout.contains("FAILED: deviation (target.yaml"), "{other}");
}

#[test]
fn a_changed_sentence_leaves_the_proof_as_it_is() {
    let stating = target(&stated("[410]", "put-to-nowhere", 410));
    stating.run(["410"]);
    let said_otherwise = stated("[410]", "put-to-nowhere", 410).replace("It does.", "So it is.");
    let status = edge().replace("PUT creates it", "a PUT creates the resource");
    let stating = stating.file("data/statuses/410.yaml", &status).only_line(&said_otherwise);
    let outcome = stating.run(["410"]);
    assert!(outcome.stdout.ends_with(", 1 from earlier runs\n"), "{outcome}");
    let status = edge().replace("status: 201", "status: 204");
    let outcome = stating.file("data/statuses/410.yaml", &status).run(["410"]);
    assert!(!outcome.stdout.contains("from earlier runs"), "{outcome}");
}

#[test]
fn a_strict_example_passes_every_edge() {
    let outcome = target(&stated("[410]", "put-to-nowhere", 410)).run(["410", "--strict"]);
    assert_eq!(outcome.status, 1, "{outcome}");
    assert!(outcome.stdout.contains("FAILED: edge"), "{outcome}");
    assert!(outcome.stdout.ends_with("0 of 1 strict pairs proven, 1 failed\n"), "{outcome}");
    let even = stated("[410]", "put-to-nowhere", 410).replace("whose", "strict: true, whose");
    let outcome = target(&even).run(["410", "--strict"]);
    assert!(
        outcome.stdout.ends_with("1 of 1 strict pairs proven, 1 deviations as stated\n"),
        "{outcome}"
    );
}

#[test]
fn the_strict_template_is_run() {
    let wrong = "{% extends \"program.j2\" %}{% block handler %}{{ 1 / 0 }}{% endblock %}";
    let target = TestTarget::new()
        .behaviour("right")
        .file("snippet-templates/sample/strict/codes/410.j2", wrong);
    assert_eq!(target.run(["410"]).to_string(), "1 of 1 pairs proven\n");
    let strict = target.run(["410", "--strict"]);
    assert!(strict.stdout.contains("strict/codes/410.j2"), "{strict}");
}

#[test]
fn a_deviation_names_an_edge_of_its_codes_or_a_rule() {
    for (codes, edge) in [("[410]", "put-to-nowere"), ("[404]", "put-to-nowhere"), ("[]", "leak")] {
        let outcome = target(&stated(codes, edge, 410)).run(["410"]);
        assert_eq!(outcome.status, 2, "{edge}: {outcome}");
        assert!(outcome.stderr.contains("target.yaml"), "{outcome}");
        assert!(outcome.stderr.contains(&format!("`{edge}` is neither an edge")), "{outcome}");
    }
}

#[test]
fn errors_have_the_chosen_shape() {
    let text = format!("{STATUS}  response: {{body: error}}\n");
    let target = TestTarget::new().behaviour("right").file("data/statuses/410.yaml", &text);
    assert_eq!(target.run(["410"]).to_string(), "1 of 1 pairs proven\n");
    let problem = target.run(["410", "--body", "problem"]);
    assert!(problem.stdout.contains("FAILED: exchange-body"), "{problem}");
    assert!(problem.stdout.contains("0 of 1 pairs proven with errors as `problem`"), "{problem}");
    let house = "title: House\nmedia_type: application/json\nmessage: message\n";
    let own = target.file("data/bodies/house.yaml", house).run(["410", "--body", "house"]);
    assert_eq!(own.to_string(), "1 of 1 pairs proven with errors as `house`\n");
    let unknown = TestTarget::new().run(["410", "--body", "prblem"]);
    assert!(unknown.stderr.contains("no body `prblem`"), "{unknown}");
    assert!(unknown.stderr.contains("`problem`"), "{unknown}");
}
