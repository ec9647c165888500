//! Text that a user may have written is never overwritten, and near misses of markers are reported.

use statuscraft::regions::{Document, Kind, Reading};

use crate::support::Docs;

const OPEN: &str = "<!-- statuscraft 404 flask --form handler -->\n";

#[test]
fn text_without_a_checksum_is_only_overwritten_by_force() {
    let text = format!("{OPEN}My own words.\n<!-- /statuscraft -->\n");
    let docs = Docs::new().file("a.md", &text);
    for command in ["check", "update"] {
        let outcome = docs.run([command, "a.md"]);
        assert_eq!((outcome.status, docs.read("a.md")), (1, text.clone()), "{outcome}");
        assert!(outcome.stdout.contains("-My own words.\n"), "{outcome}");
        assert!(outcome.stderr.contains("a.md:1:1: the region of `404 flask --form handler` holds text that no checksum covers"), "{outcome}");
        assert!(outcome.stderr.contains("to keep the text, move it out of the region; `statuscraft update --force a.md:1` overwrites it"), "{outcome}");
    }
    assert_eq!(docs.run(["update", "--force", "a.md"]).status, 0);
    assert!(!docs.read("a.md").contains("My own words."));
}

#[test]
fn a_misspelled_marker_does_not_extend_a_region() {
    let text =
        format!("{OPEN}\nA paragraph.\n\n<!-- statuscraft: 410 flask -->\n<!-- /statuscraft -->\n");
    let docs = Docs::new().file("a.md", &text);
    let outcome = docs.run(["update", "a.md"]);
    assert_eq!((outcome.status, docs.read("a.md")), (1, text), "{outcome}");
    assert!(
        outcome.stderr.contains("warning: a.md:5:1: this looks like a marker but isn't one\nhint: markers are `<!-- statuscraft 404 -->` and `<!-- /statuscraft -->` here"),
        "{outcome}"
    );
}

#[test]
fn near_misses_of_markers_are_reported_in_every_kind() {
    let warnings = |text: &str, kind: &Kind| match Document::read("doc", text.as_bytes(), kind) {
        Ok(Reading::Plain(warnings)) => warnings.len(),
        other => panic!("{text:?}: {other:?}"),
    };
    let percent = Kind::parse("%").expect("a marker");
    for (kind, text) in [
        (Kind::Markdown, "<!-- statuscraft: 404 -->\n"),
        (Kind::Markdown, "x\n\n<!-- Statuscraft 404 -->\n"),
        (Kind::Markdown, "<!-- STATUSCRAFT 404 -->\n"),
        (Kind::Markdown, "<!-- StatusCraft -->\n"),
        (Kind::Markdown, "<!--- statuscraft 404 --->\n"),
        (Kind::Markdown, "<!-- /Statuscraft -->\n"),
        (Kind::Markdown, "<!- statuscraft 404 -->\n"),
        (Kind::Markdown, "<-- statuscraft 404 -->\n"),
        (Kind::Markdown, "{/* statuscraft 404 */}\n"),
        (Kind::Markdown, "[//]: # (statuscraft 404)\n"),
        (Kind::Mdx, "{/* statuscraft: 404 */}\n"),
        (Kind::Mdx, "{/** statuscraft 404 */}\n"),
        (Kind::Mdx, "{ /* statuscraft 404 */ }\n"),
        (Kind::Html, "<!--- statuscraft 404 --->\n"),
        (Kind::Asciidoc, "//statuscraft: 404\n"),
        (Kind::Asciidoc, "<!-- statuscraft 404 -->\n"),
        (Kind::Rst, "..statuscraft 404\n"),
        (Kind::Rst, ".. Statuscraft 404\n"),
        (Kind::Rst, ".. statuscraft: 404\n"),
        (percent, "% Statuscraft 404\n"),
    ] {
        assert_eq!(warnings(text, &kind), 1, "{kind:?} {text:?}");
    }
    for (kind, text) in [
        (Kind::Markdown, "```\n<!-- Statuscraft 404 -->\n```\n`<!-- statuscraft: 1 -->`\n"),
        (Kind::Markdown, "Statuscraft: a tool. // statuscraft 404\n.. statuscraft 404\n"),
        (Kind::Markdown, "<!-- statuscrafts, statuscraft-2 and a-statuscraft -->\n"),
        (Kind::Markdown, "<script>\n<!-- statuscraft a -->\n</script>\n"),
        (Kind::Html, "<script>'<!-- statuscraft a -->'</script>"),
        (Kind::Asciidoc, "----\n// Statuscraft 404\n----\n // statuscraft 404\n"),
        (Kind::Rst, "x::\n\n  .. Statuscraft 404\n"),
    ] {
        assert_eq!(warnings(text, &kind), 0, "{kind:?} {text:?}");
    }
}

#[test]
fn a_named_document_without_a_region_is_reported() {
    let docs = Docs::new().file("a.md", "text\n").file("b/b.md", "text\n").file("c.md", "");
    let outcome = docs.run(["check", "a.md"]);
    assert_eq!(
        outcome.to_string(),
        "--- standard error\nnote: a.md: there is no region in this document\n"
    );
    let outcome = docs.run(["update", "c.md", "a.md", "b"]);
    assert_eq!(
        outcome.to_string(),
        "--- standard error\nnote: a.md and 1 more of the named documents have no region\n"
    );
    let outcome = docs.run(["update", "b"]);
    assert!(outcome.stderr.starts_with("warning: no document with a region in `b`"), "{outcome}");
    assert_eq!((outcome.stdout.as_str(), outcome.status), ("", 0));
}
