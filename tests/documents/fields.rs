//! Every field of every file is explained in its documentation.

use std::collections::BTreeSet;
use std::fs;

use crate::support::{Overlay, root, statuscraft};

/// The fields that a file may have, taken from the error for an unknown one.
fn known_fields(file: &str, content: &str) -> BTreeSet<String> {
    let overlay = Overlay::new().file(file, content);
    let path = overlay.path().to_string_lossy().into_owned();
    let outcome = statuscraft(["lint", &path]);
    let (_, list) = outcome.stderr.split_once(", expected ").unwrap_or_else(|| panic!("{outcome}"));
    let line = list.lines().next().expect("a list");
    line.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

fn explained_in(document: &str, file: &str, contents: &[&str]) {
    let text = fs::read_to_string(root().join(document)).expect(document);
    for content in contents {
        for field in known_fields(file, content) {
            assert!(text.contains(&format!("`{field}`")), "{document} does not explain `{field}`");
        }
    }
}

#[test]
fn of_a_status() {
    let entry = |exchange: &str| {
        format!(
            "code: 404\nphrase: x\nregistration: registered\nfault: client\nspec: {{document: x, section: x}}\nsummary: x\nrecipe: x\ncontent: none\nexchange: {exchange}\n"
        )
    };
    explained_in(
        "data/README.md",
        "data/statuses/404.yaml",
        &[
            "unknown: 1\n",
            &entry("{unknown: 1}"),
            "scenario: {unknown: 1}\n",
            &entry("{request: {unknown: 1}}"),
            &entry("{request: {pad: {unknown: 1}}}"),
            &entry("{request: {}, response: {unknown: 1}}"),
            &entry("{request: {}, controls: [{unknown: 1}]}"),
        ],
    );
}

#[test]
fn of_an_explanation() {
    let facts = "code: 404\nphrase: x\nregistration: registered\nfault: client\nspec: {document: x, section: x}\nsummary: x\nno_snippet: x\n---\n";
    let reference = |field: &str| format!("{facts}{field}");
    explained_in(
        "data/README.md",
        "data/statuses/404.yaml",
        &[
            &reference("unknown: 1\n"),
            &reference("fixes: {unknown: 1}\n"),
            &reference("questions: [{unknown: 1}]\n"),
            &reference("related: [{unknown: 1}]\n"),
            &reference("caching: {unknown: 1}\n"),
            &reference("clients: {unknown: 1}\n"),
        ],
    );
    explained_in("data/README.md", "data/unofficial/498.yaml", &["used_by: [{unknown: 1}]\n"]);
    explained_in(
        "data/README.md",
        "data/comparisons/401-403.yaml",
        &["unknown: 1\n", "points: [{unknown: 1}]\n", "use: {unknown: 1}\n"],
    );
}

#[test]
fn of_a_body() {
    explained_in("data/README.md", "data/bodies/json.yaml", &["unknown: 1\n"]);
}

#[test]
fn of_constants() {
    explained_in("data/README.md", "data/constants/go.yaml", &["unknown: 1\n"]);
}

#[test]
fn of_a_language() {
    explained_in(
        "data/README.md",
        "data/languages/python.yaml",
        &[
            "unknown: 1\n",
            "string: {unknown: 1}\n",
            "string: {styles: [{unknown: 1}]}\n",
            "string: {styles: [{numeric: [{unknown: 1}]}]}\n",
            "string: {limit: {unknown: 1}}\n",
            "syntax: {unknown: 1}\n",
        ],
    );
}

#[test]
fn of_browser_support() {
    explained_in(
        "data/README.md",
        "data/browsers/308.yaml",
        &["unknown: 1\n", "support: [{unknown: 1}]\n", "features: [{unknown: 1}]\n"],
    );
}

#[test]
fn of_a_target() {
    explained_in(
        "snippet-templates/README.md",
        "snippet-templates/flask/target.yaml",
        &[
            "unknown: 1\n",
            "codes: {404: {unknown: 1}}\n",
            "route: {unknown: 1}\n",
            "files: [{unknown: 1}]\n",
            "unsupported: {404: {unknown: 1}}\n",
            "deviations: [{unknown: 1}]\n",
        ],
    );
    explained_in(
        "snippet-templates/README.md",
        "snippet-templates/flask/verify.yaml",
        &["unknown: 1\n", "requires: [{unknown: 1}]\n"],
    );
}
