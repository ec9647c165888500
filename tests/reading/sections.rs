//! `explain --section`: some sections of an explanation.

use std::fs;

use crate::support::statuscraft;

/// The lines of an explanation that are headings in Markdown. A comment in code has only one `#`.
fn headings(words: &[&str]) -> Vec<String> {
    let words = [&["explain", "404", "flask", "--format", "markdown"], words].concat();
    let outcome = statuscraft(words);
    assert_eq!(outcome.status, 0, "{outcome}");
    let lines = outcome.stdout.lines().filter(|line| line.starts_with("##"));
    lines.map(str::to_owned).collect()
}

#[test]
fn sections_are_chosen_by_the_words_of_their_headings() {
    let developers = "### How to fix it (for developers)";
    let both = ["### How to fix it (for visitors)", developers];
    assert_eq!(headings(&["--section", "developers"]), [developers]);
    assert_eq!(headings(&["--section", "How to fix it (for developers)"]), [developers]);
    assert_eq!(headings(&["--section", "HOW TO FIX IT (FOR DEVELOPERS)"]), [developers]);
    assert_eq!(headings(&["--section", "fix"]), both);
    // The order is that of the explanation.
    let three = ["### Common causes", both[0], both[1]];
    assert_eq!(headings(&["--section", "fix", "--section", "cause"]), three);
    assert_eq!(headings(&["--section", "fix,cause"]), three);
    // A whole heading is meant before a word of others.
    assert_eq!(headings(&["--section", "example"]), ["### Example"]);
    assert_eq!(headings(&["--section", "examples"]), ["### Code examples"]);
    assert_eq!(headings(&["--section", "fix dev", "--heading", "1"]), [&developers[1..]]);
}

/// A section is a part of the explanation, unchanged.
#[test]
fn a_section_is_printed_as_it_is_in_the_whole_in_every_format() {
    for format in ["text", "markdown", "html", "asciidoc", "rst", "docusaurus"] {
        let whole = statuscraft(["explain", "404", "flask", "--format", format]).stdout;
        let words = ["explain", "404", "flask", "--section", "developers", "--format", format];
        let section = statuscraft(words).stdout;
        let inside = section
            .trim()
            .trim_start_matches("<article class=\"statuscraft\">")
            .trim_end_matches("</article>");
        assert!(!inside.trim().is_empty() && whole.contains(inside.trim()), "{format}: {section}");
        assert!(section.len() < whole.len() / 3, "{format}: {section}");
    }
    let printed = statuscraft(["explain", "404", "--section", "developers"]).stdout;
    assert!(printed.starts_with("HOW TO FIX IT (FOR DEVELOPERS)\n"), "{printed}");
}

#[test]
fn unknown_sections_are_answered_with_those_of_the_code() {
    for name in ["nonsense", "fix nonsense", "?", "fix,"] {
        let outcome = statuscraft(["explain", "404", "flask", "--section", name]);
        assert_eq!((outcome.status, outcome.stdout.as_str()), (2, ""), "{outcome}");
        let last = name.rsplit(',').next().unwrap_or_default();
        let told = format!("error: `404 Not Found` has no section `{last}`\n");
        assert!(outcome.stderr.starts_with(&told), "{outcome}");
        let hint = "hint: its sections are `What it means`, `When you see it`, ";
        assert!(outcome.stderr.contains(hint), "{outcome}");
    }
    // Another code has other sections.
    let outcome = statuscraft(["explain", "200", "flask", "--section", "causes"]);
    assert!(outcome.stderr.contains("`Nothing to fix`"), "{outcome}");
}

#[test]
fn json_has_properties_instead_of_sections() {
    for format in ["json", "ndjson"] {
        let outcome = statuscraft(["explain", "404", "--section", "fix", "--format", format]);
        assert_eq!((outcome.status, outcome.stdout.as_str()), (2, ""), "{outcome}");
        let told = format!(
            "error: the format `{format}` has no sections\nhint: leave `--section` out: each section is a property of the JSON\n"
        );
        assert_eq!(outcome.stderr, told);
    }
}

#[test]
fn a_document_can_hold_one_section() {
    let folder = tempfile::tempdir().expect("a folder");
    let page = folder.path().join("page.md");
    let path = page.to_str().expect("a path");
    let marked = |words: &str| {
        let text = format!("<!-- statuscraft explain 404 {words} -->\n<!-- /statuscraft -->\n");
        fs::write(&page, text).expect("a page");
        statuscraft(["update", path])
    };
    assert_eq!(marked("--section 'common causes' --heading 1").status, 0);
    let text = fs::read_to_string(&page).expect("the page");
    let first = text.lines().find(|line| line.starts_with("##"));
    assert_eq!(first, Some("## Common causes"), "{text}");
    // The place is that of the word.
    let outcome = marked("--section nonsense");
    assert!(outcome.stderr.contains("page.md:1:40: `404 Not Found` has no section"), "{outcome}");
    fs::write(folder.path().join("statuscraft.yaml"), "format: json\n").expect("a configuration");
    let outcome = marked("--section fix");
    assert!(
        outcome.stderr.contains("page.md:1:30: the format `json` has no sections"),
        "{outcome}"
    );
}
