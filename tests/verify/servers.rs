//! Where examples run: several servers of a target, and a reverse proxy in front of one.

use crate::support::TestTarget;

const NOT_FOUND: &str = "code: 404
phrase: Not Found
registration: registered
fault: client
spec: {document: RFC 9110, section: '15'}
content: allowed
recipe: other
exchange: {request: {}, response: {message: json}}
summary: S.
";

/// A target on a first server that is right and on another one that answers with 200.
fn target(more: &str) -> TestTarget {
    TestTarget::new()
        .behaviour("right")
        .verify("servers: [{id: one, title: One, development: true}, {id: two, title: Two, env: {SAMPLE_BEHAVIOUR: mislead}}]")
        .verify(more)
}

fn not_here(more: &str) -> String {
    format!("not_here: [{{codes: [410], server: two, what: It misleads., instead: one, {more}}}]")
}

#[test]
fn the_first_server_is_the_usual_one() {
    assert_eq!(target("").run(["410"]).to_string(), "1 of 1 pairs proven\n");
    let other = target("").run(["410", "--server", "two"]);
    assert_eq!(other.status, 1, "{other}");
    assert!(other.stdout.contains("sample 410 on two: FAILED: exchange-status"), "{other}");
    let all = target("").run(["404", "410", "--server", "all"]);
    assert!(
        all.stdout
            .starts_with("sample  one     two\n404     proven  FAILED\n410     proven  FAILED\n"),
        "{all}"
    );
}

#[test]
fn codes_that_are_proven_on_each_server_have_one_line() {
    let target = TestTarget::new()
        .behaviour("right")
        .verify("servers: [{id: one, title: One}, {id: two, title: Two}]");
    let all = target.run(["403", "404", "410", "--server", "all"]);
    assert_eq!(all.status, 0, "{all}");
    assert!(all.stdout.starts_with("sample  one     two\n403     proven  proven\n"), "{all}");
    let other = target
        .verify("not_here: [{codes: [410], server: two, what: It does not start., starts: false}]")
        .run(["403", "404", "410", "--server", "all"]);
    assert!(
        other.stdout.starts_with(
            "sample    one     two\n410       proven  FAILED\n2 others  proven  proven\n\n"
        ),
        "{other}"
    );
}

/// A code whose example starts on another server than the others.
fn with_own_server(run: &str) -> TestTarget {
    target("").line(&format!("codes: {{404: {{server: two, {run}}}}}"))
}

#[test]
fn a_code_may_have_another_usual_server() {
    let outcome = with_own_server("").run(["404", "410", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&outcome.stdout).expect("JSON");
    assert_eq!(report["proofs"][0]["on"], "two");
    assert_eq!(report["proofs"][0]["code"], 404);
    assert_eq!(report["proofs"][0]["verdict"], "failed", "that server is wrong");
    assert_eq!(report["proofs"][1]["on"], "one");
    assert_eq!(report["proofs"][1]["code"], 410);
    let one = with_own_server("").run(["404", "--server", "one"]);
    assert_eq!(one.status, 0, "the server that was asked for: {one}");
    let all = with_own_server("").run(["404", "--server", "all", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&all.stdout).expect("JSON");
    assert_eq!(report["proofs"].as_array().map(Vec::len), Some(2));
}

#[test]
fn the_command_of_a_code_is_that_of_its_server() {
    let other = with_own_server("run: false").run(["404", "--server", "one"]);
    assert_eq!(other.status, 0, "another server has the usual command: {other}");
    let own = with_own_server("run: false").run(["404"]);
    assert!(own.stdout.contains("sample 404: FAILED: starts"), "{own}");
}

#[test]
fn servers_and_codes_that_are_named_exist() {
    let told = |target: TestTarget, message: &str| {
        let outcome = target.run(["410"]);
        assert_eq!(outcome.status, 2, "{outcome}");
        assert!(outcome.stderr.contains(message), "{message}: {outcome}");
    };
    told(target("").line("codes: {404: {server: three}}"), "codes: no server `three`");
    let deviates =
        "deviations: [{edge: head-fields, what: W., whose: It, see: 'https://example.com/'";
    told(target("").line(&format!("{deviates}, servers: [tow]}}]")), "deviations: no server `tow`");
    told(
        target("").line(&format!("{deviates}, codes: [299]}}]")),
        "deviations: there is no example for 299",
    );
    let stated = not_here("gets: {status: 200}");
    told(target(&stated.replace("server: two", "server: tow")), "not_here: no server `tow`");
    told(target(&stated.replace("410", "299")), "not_here: there is no example for 299");
    told(target(&stated.replace("410", "410, 410")), "not_here: 410 on two is there twice");
    let twice = "servers: [{id: one, title: One}, {id: one, title: Two}]";
    told(TestTarget::new().behaviour("right").verify(twice), "servers: `one` is there 2 times");
}

#[test]
fn an_unknown_server_is_reported() {
    let outcome = target("").run(["410", "--server", "twoo"]);
    assert_eq!(outcome.status, 2, "{outcome}");
    assert!(outcome.stderr.contains("no server `twoo`"), "{outcome}");
    assert!(outcome.stderr.contains("`two`"), "{outcome}");
}

#[test]
fn what_does_not_work_somewhere_is_stated_and_true() {
    let run = |more: &str| target(&not_here(more)).run(["410", "--server", "all"]);
    let stated = run("gets: {status: 200}");
    assert_eq!(
        stated.to_string(),
        "sample  one     two\n410     proven  not here\n\n\
         sample 410 on two: not here: It misleads. Use one.\n\n\
         1 of 1 pairs proven, 1 not on that server\n"
    );
    let other = run("gets: {status: 500}");
    assert_eq!(other.status, 1, "{other}");
    assert!(other.stdout.contains("`not_here` of two is untrue: expected 500, got 200"), "{other}");
    let starts = run("starts: false");
    assert!(starts.stdout.contains("is untrue: the program starts there"), "{starts}");
}

#[test]
fn what_works_somewhere_is_not_stated_otherwise() {
    let outcome =
        target(&not_here("gets: {status: 200}").replace("server: two", "server: one")).run(["410"]);
    assert_eq!(outcome.status, 1, "{outcome}");
    assert!(
        outcome.stdout.contains("`not_here` of one is untrue: the example works there"),
        "{outcome}"
    );
}

#[test]
fn a_program_that_does_not_start_somewhere_can_be_stated() {
    let target = TestTarget::new()
        .behaviour("right")
        .verify("servers: [{id: one, title: One}, {id: two, title: Two, env: {SAMPLE_BEHAVIOUR: complain}}]")
        .verify(&not_here("starts: false"));
    let outcome = target.run(["410", "--server", "two"]);
    assert!(outcome.stdout.contains("sample 410 on two: not here: It misleads."), "{outcome}");
}

#[test]
fn an_attempt_is_made_on_the_usual_server_alone() {
    let target = TestTarget::new()
        .behaviour("mislead")
        .verify("servers: [{id: one, title: One}, {id: two, title: Two, env: {SAMPLE_BEHAVIOUR: right}}]")
        .line("unsupported: {404: {reason: It can't., instead: Another.}}")
        .file("snippet-templates/sample/attempts/404.j2", "{% extends \"program.j2\" %}\n")
        .file("data/statuses/404.yaml", NOT_FOUND);
    let outcome = target.run(["404", "--server", "all"]);
    assert_eq!(outcome.status, 0, "{outcome}");
    assert_eq!(outcome.stdout.matches("unsupported: It can't.").count(), 1, "{outcome}");
    let other = target.run(["404", "--server", "two"]);
    assert_eq!(other.status, 0, "{other}");
}

#[test]
fn a_deviation_may_be_of_some_servers() {
    let deviation = |servers: &str| {
        format!(
            "deviations: [{{edge: head-fields, codes: [410], what: W., whose: It, see: 'https://example.com/', servers: [{servers}]}}]"
        )
    };
    let run = |servers: &str| target("").line(&deviation(servers)).run(["410"]);
    assert!(run("one").stdout.contains("untrue-deviation"), "the rule is kept there");
    assert_eq!(run("two").to_string(), "1 of 1 pairs proven\n");
}

#[test]
fn a_reverse_proxy_stands_in_front() {
    let target = |backend: &str| {
        TestTarget::new()
            .behaviour("right")
            .file("snippet-templates/sample/runtime/proxy.txt", "{port} {backend_port} {other}")
            .verify(&format!("servers: [{{id: one, title: One}}, {{id: front, title: Front, behind: {backend}, env: {{SAMPLE_PROXY: proxy.txt}}, files: {{proxy.txt: '{{runtime}}/proxy.txt'}}, start: ['{{test_binary}}', 'verify::test_programs::proxy', --exact]}}]"))
    };
    let outcome = target("one").run(["410", "--server", "front"]);
    assert_eq!(outcome.to_string(), "1 of 1 pairs proven\n");
    let nowhere = target("nowhere").run(["410", "--server", "front"]);
    assert_eq!(nowhere.status, 2, "{nowhere}");
    assert!(nowhere.stderr.contains("servers: `behind`: no server `nowhere`"), "{nowhere}");
}

#[test]
fn reports_tell_the_server() {
    let target = target(&not_here("gets: {status: 200}"));
    let run = |format| target.run(["410", "--server", "all", "--format", format]).stdout;
    let report: serde_json::Value = serde_json::from_str(&run("json")).expect("JSON");
    assert_eq!(report["targets"][0]["servers"][0]["id"], "one");
    assert_eq!(report["targets"][0]["servers"][0]["development"], true);
    assert_eq!(report["proofs"][0]["on"], "one");
    assert_eq!(report["proofs"][1]["on"], "two");
    assert_eq!(report["proofs"][1]["verdict"], "not-here");
    assert_eq!(report["counts"]["not_here"], 1);
    let junit = run("junit");
    assert!(junit.contains("410 on two"), "{junit}");
    assert!(junit.contains(r#"<property name="server" value="one"/>"#), "{junit}");
    assert!(run("html").contains("sample&#x2f;two"));
    let markdown = run("markdown");
    assert!(
        markdown.contains("| codes | One | Two |\n|---|---|---|\n| 410 | proven | not here |\n"),
        "{markdown}"
    );
    assert!(
        markdown.contains("\n### Not here\n\n- 410 on Two: It misleads. Use one.\n"),
        "{markdown}"
    );
}

#[test]
fn a_rule_that_is_broken_on_a_server_can_be_stated() {
    // The response is the expected one, but another request on the connection is not answered.
    let target = TestTarget::new().behaviour("right").verify(
        "servers: [{id: one, title: One}, {id: two, title: Two, env: {SAMPLE_BEHAVIOUR: stray}}]",
    );
    let broken = target.run(["410", "--server", "two"]);
    assert!(broken.stdout.contains("FAILED: stray-bytes"), "{broken}");
    let stated = target.verify("not_here: [{codes: [410], server: two, what: It adds bytes.}]");
    let outcome = stated.run(["410", "--server", "two"]);
    assert_eq!(outcome.status, 0, "{outcome}");
}
