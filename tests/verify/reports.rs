//! The formats of a report.

use crate::support::TestTarget;

fn sample() -> TestTarget {
    let hostile = "code: 410\nmessages: [{title: '<script>&', text: ' a'}, {title: b, text: b}]\npaths: []\nnames: []\n";
    TestTarget::new().behaviour("trim").file("data/hostile.yaml", hostile)
}

#[test]
fn json_is_the_same_bytes_each_time() {
    let target = TestTarget::new().behaviour("right");
    let first = target.run(["410", "404", "--format", "json"]);
    for arguments in
        [["404", "410", "--format", "json"], ["410", "404", "--format=json", "--fresh"]]
    {
        assert_eq!(target.run(arguments).stdout, first.stdout);
    }
    let report: serde_json::Value = serde_json::from_str(&first.stdout).expect("JSON");
    assert_eq!(report["counts"]["proven"], 2);
    assert_eq!(report["targets"][0]["id"], "sample");
    assert_eq!(report["proofs"][0]["code"], 404);
    assert_eq!(report["proofs"][1]["verdict"], "proven");
}

#[test]
fn json_has_the_findings() {
    let outcome = sample().run(["--hostile", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&outcome.stdout).expect("JSON");
    let proof = &report["proofs"][0];
    assert_eq!(proof["verdict"], "failed");
    assert_eq!(proof["findings"][0]["level"], "must");
    let transcript = proof["findings"][0]["transcript"].as_str().expect("a transcript");
    assert!(transcript.contains("HTTP/1.1 410"), "{transcript}");
}

#[test]
fn junit_is_xml() {
    let outcome = sample().run(["--hostile", "--format", "junit"]);
    let document = roxmltree::Document::parse(&outcome.stdout).expect("XML");
    let count = |name| document.descendants().filter(|node| node.has_tag_name(name)).count();
    assert_eq!((count("testsuite"), count("testcase"), count("failure")), (1, 2, 1));
    assert!(!outcome.stdout.contains("time"), "{outcome}");
}

#[test]
fn a_page_escapes_what_it_shows() {
    let outcome = sample().run(["--hostile", "--format", "html"]);
    assert!(outcome.stdout.starts_with("<!doctype html>"), "{outcome}");
    assert!(outcome.stdout.ends_with("</html>\n"), "{outcome}");
    assert!(!outcome.stdout.contains("<script"), "{outcome}");
    assert!(outcome.stdout.contains("message: &lt;script&gt;&amp;"), "{outcome}");
    assert!(!outcome.stdout.contains("src="), "{outcome}");
}
