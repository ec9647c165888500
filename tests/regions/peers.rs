//! Mistakes of other tools that regenerate regions, each as a test of this one.

use std::fs;

use crate::support::Docs;

const HANDLER: &str = "404 flask --form handler";

fn region(words: &str) -> String {
    format!("<!-- statuscraft {words} -->\n<!-- /statuscraft -->\n")
}

/// embedme logs a snippet that holds three backticks, and passes.
#[test]
fn backticks_in_an_example_do_not_end_its_fence() {
    let words = format!("{HANDLER} --message '```` ``` `'");
    let docs = Docs::new().file("a.md", format!("{}\ntext\n", region(&words)));
    assert_eq!(docs.run(["update", "a.md"]).status, 0);
    assert_eq!(docs.run(["check", "a.md"]).status, 0);
    let text = docs.read("a.md");
    assert!(text.contains("\n`````python\n") && text.contains("\n`````\n"), "{text}");
}

/// mdsh writes the file under `--frozen`, and then fails.
#[test]
fn check_writes_nothing_when_it_fails() {
    let docs = Docs::new().file("a.md", region(HANDLER));
    let stamp = || fs::metadata(docs.path("a.md")).and_then(|it| it.modified()).expect("a time");
    let before = stamp();
    for format in ["text", "json", "github", "sarif"] {
        assert_eq!(docs.run(["check", "--format", format, "a.md"]).status, 1);
    }
    assert_eq!((docs.read("a.md"), stamp()), (region(HANDLER), before));
    assert_eq!(fs::read_dir(docs.folder()).expect("a folder").count(), 1);
}

/// terraform-docs supports one region per file, finds it in code fences too, and shows no diff.
#[test]
fn a_file_has_many_regions_and_its_code_none() {
    let shown = format!("```html\n{}```\n", region(HANDLER));
    let docs = Docs::new().file("a.md", format!("{0}\n{shown}\n{0}\n{0}", region(HANDLER)));
    let diff = docs.run(["check", "a.md"]).stdout;
    assert_eq!(diff.matches("+def get_book(id):").count(), 3, "{diff}");
    assert_eq!(docs.run(["update", "a.md"]).stdout, "a.md: 3 regions updated\n");
    assert!(docs.read("a.md").contains(&shown));
}

/// mdsnippets writes HTML comments into MDX, and has no indented snippets.
#[test]
fn mdx_has_comments_of_its_own_and_regions_may_be_indented() {
    let text = format!("- one\n\n  {{/* statuscraft {HANDLER} */}}\n  {{/* /statuscraft */}}\n");
    let docs = Docs::new().file("a.mdx", text);
    assert_eq!(docs.run(["update", "."]).status, 0);
    let text = docs.read("a.mdx");
    assert!(
        !text.contains("<!--")
            && text.contains("\n  ```python\n")
            && text.contains("\n  @app.get("),
        "{text}"
    );
}

/// cog doubles the checksum under `-x -r -c`.
#[test]
fn there_is_one_checksum_however_often_it_is_updated() {
    let docs = Docs::new().file("a.md", region(HANDLER));
    for _ in 0..3 {
        docs.run(["update", "--force", "a.md"]);
        docs.write("a.md", docs.read("a.md").replace("def ", "def x"));
    }
    docs.run(["update", "--force", "a.md"]);
    let text = docs.read("a.md");
    let end = text.lines().last().expect("a line");
    assert_eq!(end.split_whitespace().count(), 4, "{end}");
    assert_eq!(docs.run(["check", "a.md"]).status, 0);
}

/// helm-docs has no check, doctoc had none for a long time, and terraform-docs has none with a
/// diff.
#[test]
fn there_is_a_check_with_a_diff_that_names_the_command() {
    let docs = Docs::new().file("a.md", region(HANDLER));
    let outcome = docs.run(["check", "a.md"]);
    assert_eq!(outcome.status, 1);
    assert!(outcome.stdout.contains("\n+```python\n"), "{outcome}");
    assert!(outcome.stderr.contains("hint: `statuscraft update a.md` fixes it"), "{outcome}");
}

/// embedmd replaces text that is only shown inside a fence (#18).
#[test]
fn a_marker_that_is_shown_stays_as_it_is() {
    let text = format!("````md\n```\n{}```\n````\n\n`<!-- statuscraft 404 -->`\n", region("404"));
    let docs = Docs::new().file("a.md", &text);
    let outcome = docs.run(["update", "."]);
    assert_eq!((outcome.stdout.as_str(), outcome.status), ("", 0), "{outcome}");
    assert_eq!(docs.read("a.md"), text);
}

/// Text in generated code could end the comment around it.
#[test]
fn no_message_ends_a_region() {
    for (name, words) in [
        ("a.md", "--format text --message '<!-- /statuscraft -->'"),
        ("a.md", "--message '<!-- /statuscraft -->'"),
        ("a.html", "--message '<!-- /statuscraft -->'"),
        ("a.md", "--format html --message '</code></pre>'"),
    ] {
        // A comment ends at the first `-->`, wherever it stands.
        let docs = Docs::new().file(name, region(&format!("{HANDLER} {words}")));
        let before = docs.read(name);
        let outcome = docs.run(["update", "."]);
        match outcome.status {
            0 => assert_eq!(docs.run(["check", "."]).status, 0, "{words}"),
            2 => assert_eq!(docs.read(name), before, "{words}: {outcome}"),
            status => panic!("{words}: {status}: {outcome}"),
        }
    }
}
