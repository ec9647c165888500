//! Faults that appear only when files are read together.

use std::fs;

use super::finds;
use crate::support::{Overlay, root};

fn built_in(name: &str) -> String {
    fs::read_to_string(root().join(name)).expect(name)
}

/// The file with one text replaced.
fn with(name: &str, found: &str, replaced: &str) -> String {
    let text = built_in(name);
    assert!(text.contains(found), "{name} has no {found:?}");
    text.replacen(found, replaced, 1)
}

#[test]
fn codes_that_do_not_exist_and_sentences_that_occur_twice() {
    let related = with("data/statuses/410.yaml", "{code: 404, how:", "{code: 299, how:");
    let same =
        with("data/statuses/409.yaml", "related:\n", "related:\n  - {code: 409, how: is x}\n");
    let gone =
        "the absence\n    is likely to last. Send a short `max-age` if you may change your mind.";
    assert!(related.contains(gone), "410 has changed");
    let twice = with(
        "data/comparisons/401-403.yaml",
        "difference: >-\n",
        "difference: >-\n  Send a short `max-age` if you may change your mind.\n",
    );
    let nowhere = with("data/comparisons/404-410.yaml", "codes: [404, 410]", "codes: [299, 410]");
    let overlay = Overlay::new()
        .file("data/statuses/410.yaml", related)
        .file("data/statuses/409.yaml", same)
        .file("data/comparisons/401-403.yaml", twice)
        .file("data/comparisons/299-410.yaml", nowhere);
    finds(
        &overlay,
        &[
            "data/statuses/410.yaml: related: there is no code `299`\n",
            "data/statuses/409.yaml: related: a code is not related to itself\n",
            "data/comparisons/401-403.yaml: `data/statuses/410.yaml` has the same sentence: `Send a short `max-age` if you may change your mind.`\n",
            "data/comparisons/299-410.yaml: codes: there is no code `299`\n",
        ],
    );
}

#[test]
fn files_that_are_named_after_nothing() {
    for (name, fault) in [
        ("data/statuses/4O4.yaml", "`data/statuses/4O4.yaml` is not named after a code"),
        ("data/comparisons/404.yaml", "`data/comparisons/404.yaml` is not named after two codes"),
    ] {
        let outcome = super::lint(&Overlay::new().file(name, "x: 1\n"));
        assert!(outcome.status == 2 && outcome.stderr.contains(fault), "{outcome}");
    }
}

#[test]
fn constants_without_a_name_and_servers_that_do_not_exist() {
    let overlay = Overlay::new()
        .file(
            "data/constants/go.yaml",
            "title: Go\nlanguage: go\nversion: '1'\ndocumentation: https://go.dev/\nconstants: {404: ' '}\n",
        )
        .file(
            "snippet-templates/go/verify.yaml",
            "not_here: [{codes: [404], server: nowhere, what: It fails.}]\n",
        );
    finds(
        &overlay,
        &[
            "data/constants/go.yaml: constants: expected a name for each code\n",
            "go/target.yaml: deviations: no server `go`\n",
        ],
    );
}

#[test]
fn a_server_behind_a_gateway_that_behaves_in_no_known_way() {
    let overlay = Overlay::new()
        .file("data/upstreams.yaml", "- {upstream: asleep, says: which has to sleep}\n");
    finds(&overlay, &["data/upstreams.yaml:1:14: .[0].upstream: unknown variant `asleep`"]);
}
