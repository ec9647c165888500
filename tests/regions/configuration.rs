//! `statuscraft.yaml`.

use crate::support::{Docs, with_snapshots};

fn docs() -> Docs {
    Docs::new()
        .file("statuscraft.yaml", "targets: [flask, go]\nform: handler\nformat: docusaurus\noverlays: [style]\nmarkers: {tex: '%'}\n")
        .file("style/snippet-templates/go/codes/404.j2", "{% block handler %}\nown()\n{% endblock %}\n")
        .file("docs/deep/a.md", "<!-- statuscraft 404 -->\n<!-- /statuscraft -->\n")
        .file("docs/b.tex", "% statuscraft 404 go --format text\n% /statuscraft\n")
}

#[test]
fn it_is_found_upwards_and_sets_what_markers_leave_out() {
    let docs = docs();
    let outcome = docs.run(["update", "docs"]);
    assert_eq!(
        outcome.to_string(),
        "docs/b.tex: 1 region renewed\ndocs/deep/a.md: 1 region renewed\n"
    );
    with_snapshots("regions", || {
        insta::assert_snapshot!("configured", docs.read("docs/deep/a.md"));
    });
    assert!(docs.read("docs/b.tex").contains("\nown()\n"));
}

#[test]
fn the_nearest_one_counts() {
    let docs = docs().file("docs/deep/statuscraft.yaml", "# everything as usual\n");
    docs.run(["update", "docs/deep/a.md"]);
    let text = docs.read("docs/deep/a.md");
    assert!(text.contains("spring") || text.contains("Spring"), "every target: {text}");
    assert!(!text.contains("TabItem"), "{text}");
}

#[test]
fn what_is_wrong_with_it_is_told_once_and_nothing_below_is_touched() {
    let mut shown = String::new();
    for wrong in [
        "target: [flask]\n",
        "form: whole\n",
        "format: docusarus\n",
        "overlays: [nowhere]\n",
        "markers: {tex: word}\n",
        "targets: [flask\n",
    ] {
        let docs = docs().file("statuscraft.yaml", wrong);
        let outcome = docs.run(["update", "docs"]);
        assert_eq!((outcome.status, outcome.stdout.as_str()), (2, ""));
        shown.push_str(&format!(
            "# {wrong}{}",
            outcome.stderr.replace(&docs.folder().display().to_string(), "FOLDER")
        ));
    }
    with_snapshots("regions", || insta::assert_snapshot!("configuration-errors", shown));
}

#[test]
fn a_target_that_is_unknown_is_told_at_the_marker_that_needs_it() {
    let docs = docs().file("statuscraft.yaml", "targets: [flsk]\n");
    let outcome = docs.run(["check", "docs/deep"]);
    assert!(outcome.stderr.starts_with("error: docs/deep/a.md:1:1: no target `flsk`"), "{outcome}");
}

#[test]
fn its_schema_is_published() {
    let outcome = crate::support::statuscraft(["schema", "config"]);
    with_snapshots("regions", || insta::assert_snapshot!("schema-config", outcome.to_string()));
    let schema = serde_json::from_str(&outcome.stdout).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let right =
        serde_json::json!({"targets": ["flask"], "form": "handler", "markers": {"tex": "%"}});
    assert!(validator.is_valid(&right));
    for wrong in [r#"{"target": []}"#, r#"{"form": "whole"}"#, r#"{"targets": "flask"}"#] {
        assert!(!validator.is_valid(&serde_json::from_str(wrong).expect("JSON")), "{wrong}");
    }
}
