//! What `check` tells people and programs.

use crate::support::{Docs, with_snapshots};

fn docs() -> Docs {
    let docs = Docs::new()
        .file(
            "docs/a, b.md",
            "# A\n\n<!-- statuscraft 404 flask --form handler -->\nold\n<!-- /statuscraft -->\n",
        )
        .file(
            "docs/edited.mdx",
            "{/* statuscraft 404 go --form handler */}\n{/* /statuscraft 00000000 */}\n",
        )
        .file("docs/latin.rst", b"caf\xe9\n")
        .file(
            "docs/wrong.adoc",
            "// statuscraft 404 flsk\n// /statuscraft\n\n// statuscraft 'x\n// /statuscraft\n",
        )
        .file("docs/current.md", "nothing here\n");
    docs.write(
        "docs/edited.mdx",
        "{/* statuscraft 404 go --form handler */}\nmine\n{/* /statuscraft 00000000 */}\n",
    );
    docs
}

fn snapshot(name: &str, arguments: &[&str], variables: &[(&str, &str)]) {
    let outcome = docs().run_with(arguments, "", variables);
    with_snapshots("regions", || insta::assert_snapshot!(name, outcome.to_string()));
}

#[test]
fn text_is_for_people() {
    snapshot("check", &["check", "docs"], &[]);
}

#[test]
fn a_terminal_shows_colours() {
    snapshot("check-coloured", &["check", "docs/a, b.md"], &[("CLICOLOR_FORCE", "1")]);
    let plain =
        docs().run_with(["check", "docs"], "", &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]);
    assert!(!plain.stdout.contains('\u{1b}'), "{plain}");
}

#[test]
fn json_is_one_object() {
    snapshot("check-json", &["check", "--format", "json", "docs"], &[]);
}

#[test]
fn github_gets_annotations() {
    snapshot("check-github", &["check", "--format", "github", "docs"], &[]);
}

#[test]
fn sarif_is_a_log() {
    let docs = docs();
    let outcome = docs.run(["check", "--format", "sarif", "docs"]);
    let version = env!("CARGO_PKG_VERSION");
    let shown = outcome.to_string().replace(&format!("\"{version}\""), "\"VERSION\"");
    with_snapshots("regions", || insta::assert_snapshot!("check-sarif", shown));
}

#[test]
fn the_diff_is_one_that_patch_takes() {
    let docs = docs();
    let diff = docs.run(["check", "docs/a, b.md"]).stdout;
    assert!(diff.starts_with("--- docs/a, b.md\n+++ docs/a, b.md\n@@ -1,5 +1,9 @@\n"), "{diff}");
    let before = docs.read("docs/a, b.md");
    docs.run(["update", "docs/a, b.md"]);
    let after = docs.read("docs/a, b.md");
    let kept = |sign: char| -> String {
        diff.split_inclusive('\n')
            .skip(3)
            .filter(|line| !line.starts_with(sign))
            .map(|line| &line[1..])
            .collect()
    };
    assert_eq!((kept('+'), kept('-')), (before, after));
}

#[test]
fn the_command_that_mends_is_quoted_for_a_shell() {
    let outcome = docs().run(["check", "--marker", "%", "docs/a, b.md"]);
    assert!(
        outcome.stderr.contains("hint: `statuscraft update '--marker=%' 'docs/a, b.md'` mends it")
            || outcome
                .stderr
                .contains("hint: `statuscraft update --marker=% 'docs/a, b.md'` mends it"),
        "{outcome}"
    );
}
