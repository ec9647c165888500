//! The reports of `check` for people and programs.

use crate::support::{Docs, with_snapshots};

fn docs() -> Docs {
    let docs = Docs::new()
        .file(
            "docs/a, b.md",
            "# A\n\n<!-- statuscraft 404 flask --form handler -->\nold\n<!-- /statuscraft e2884db0 -->\n",
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
fn a_document_with_a_fault_is_counted() {
    let docs = Docs::new()
        .file("a.md", "<!-- statuscraft 404 flask -->\nold\n<!-- /statuscraft -->\n")
        .file("b.md", "<!-- statuscraft 404 flsk -->\n<!-- /statuscraft -->\n")
        .file("c.md", "nothing here\n");
    let outcome = docs.run(["check", "."]);
    let said = "1 of 2 documents with regions is not current";
    assert!(outcome.status == 2 && outcome.stderr.contains(said), "{outcome}");
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
fn the_diff_can_be_applied_with_patch() {
    let docs = docs();
    let diff = docs.run(["check", "docs/a, b.md"]).stdout;
    assert!(diff.starts_with("--- docs/a, b.md\n+++ docs/a, b.md\n@@ -1,5 +1,14 @@\n"), "{diff}");
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
fn the_command_that_fixes_is_quoted_for_a_shell() {
    let outcome = docs().run(["check", "--marker", "%", "docs/a, b.md"]);
    assert!(
        outcome.stderr.contains("hint: `statuscraft update '--marker=%' 'docs/a, b.md'` fixes it")
            || outcome
                .stderr
                .contains("hint: `statuscraft update --marker=% 'docs/a, b.md'` fixes it"),
        "{outcome}"
    );
}

#[test]
fn the_command_that_fixes_names_only_what_is_not_current() {
    let region = "<!-- statuscraft 404 flask --form handler -->\n<!-- /statuscraft -->\n";
    let docs = Docs::new().file("a.md", region).file("b.md", region).file("-c.md", region);
    docs.run(["update", "a.md"]);
    let outcome = docs.run(["check", "--", "a.md", "b.md", "./-c.md"]);
    assert!(
        outcome.stderr.contains("hint: `statuscraft update ./-c.md b.md` fixes them"),
        "{outcome}"
    );
    assert_eq!(docs.run(["update", "./-c.md", "b.md"]).status, 0);
    docs.write("b.md", docs.read("b.md").replace("abort(404", "abort(403"));
    docs.write("-c.md", region);
    for command in ["check", "update"] {
        let outcome = docs.run([command, "."]);
        let told = match command {
            "check" => "hint: `statuscraft update ./-c.md` fixes the regions that were generated",
            _ => "hint: `statuscraft update --force b.md:1` overwrites it",
        };
        assert!(outcome.stderr.contains(told), "{outcome}");
    }
    let report = docs.run(["check", "--format", "json", "."]).stdout;
    assert!(report.contains("`statuscraft update --force b.md:1` overwrites it"), "{report}");
    assert!(report.contains("\"command\": \"statuscraft update .\""), "{report}");
    // Many files are not listed.
    for number in 0..20 {
        docs.write(&format!("more/{number}.md"), region);
    }
    let outcome = docs.run(["check", "more"]);
    assert!(outcome.stderr.contains("hint: `statuscraft update more` fixes them"), "{outcome}");
}

#[test]
fn an_error_is_reported_at_the_wrong_word() {
    for (words, word) in [
        ("40x flask", "40x"),
        ("'no such' flask", "no such"),
        ("404 flask flsk", "flsk"),
        ("404 flask --frm handler", "--frm"),
        ("404 flask --form=hander", "hander"),
        ("404 flask --form hander", "hander"),
        ("404 flask --format \"mkdosc\"", "mkdosc"),
        ("404 flask --port 70000", "70000"),
        ("404 flask --port 0", "0"),
        ("404 flask --path 'a b'", "a b"),
        ("404 flask --name größe", "größe"),
        ("502 go --upstream ftp://x", "ftp://x"),
        ("404 flask --message 'it is", "'it is"),
        ("404 flask --form", "--form"),
    ] {
        let text = format!("é\n\n> - <!-- statuscraft {words} -->\n>   <!-- /statuscraft -->\n");
        let docs = Docs::new().file("a.md", &text);
        let line = text.lines().nth(2).expect("the marker");
        // The last one, since `0` also occurs in the code.
        let at = line.rfind(word).expect("the word");
        let wanted = format!("error: a.md:3:{}: ", line[..at].chars().count() + 1);
        let outcome = docs.run(["check", "a.md"]);
        assert!(outcome.stderr.starts_with(&wanted), "{words}: {wanted}{outcome}");
    }
    // An error about a missing word is reported at its marker.
    let docs = Docs::new().file("a.md", "<!-- statuscraft -->\n<!-- /statuscraft -->\n");
    let outcome = docs.run(["check", "a.md"]);
    assert!(outcome.stderr.starts_with("error: a.md:1:1: no status code"), "{outcome}");
}
