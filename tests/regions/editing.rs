//! Regions that somebody edited by hand.

use crate::support::{Docs, with_snapshots};

const REGION: &str =
    "# Not found\n\n<!-- statuscraft 404 flask --form handler -->\n<!-- /statuscraft -->\n";

/// A document that was updated, edited, and has another region that is stale.
fn edited() -> Docs {
    let docs = Docs::new().file("a.md", REGION);
    assert_eq!(docs.run(["update", "a.md"]).status, 0);
    let text = docs.read("a.md").replace("get_book", "find_book");
    docs.write(
        "a.md",
        format!("{text}\n<!-- statuscraft 410 flask --form handler -->\n<!-- /statuscraft -->\n"),
    );
    docs
}

#[test]
fn an_edited_region_is_refused_with_a_diff_and_the_rest_is_updated() {
    let docs = edited();
    let outcome = docs.run(["update", "."]);
    with_snapshots("regions", || insta::assert_snapshot!("edited", outcome.to_string()));
    let text = docs.read("a.md");
    assert!(text.contains("def find_book(id)") && text.contains("def summer_sale()"), "{text}");
    // Nothing has become of the edit meanwhile.
    assert_eq!(docs.run(["update", "."]).status, 1);
    assert_eq!(docs.read("a.md"), text);
}

#[test]
fn check_distinguishes_edited_from_stale_regions() {
    let outcome = edited().run(["check", "a.md"]);
    with_snapshots("regions", || insta::assert_snapshot!("edited-check", outcome.to_string()));
}

#[test]
fn force_overwrites_edits() {
    let docs = edited();
    assert_eq!(docs.run(["update", "--force", "."]).to_string(), "a.md: 2 regions updated\n");
    assert!(docs.read("a.md").contains("def get_book(id)"));
    assert_eq!(docs.run(["check", "."]).status, 0);
}

#[test]
fn changes_of_formatting_are_not_edits() {
    let docs = Docs::new().file("a.md", REGION);
    docs.run(["update", "a.md"]);
    let current = docs.read("a.md");
    for (what, text) in [
        ("line ends were converted", current.replace('\n', "\r\n")),
        ("a formatter added empty lines", current.replace("-->\n```", "-->\n\n```")),
        ("the command was changed", current.replace("404 flask", "404 flask --message hi")),
        ("the checksum was lost", current.replace(&checksum(&current), "")),
        (
            "the checksum is in capitals",
            current.replace(&checksum(&current), &checksum(&current).to_uppercase()),
        ),
        ("it was moved into a list", format!("- {}", current.replace('\n', "\n  "))),
    ] {
        docs.write("a.md", text);
        let outcome = docs.run(["update", "a.md"]);
        assert_eq!((outcome.status, outcome.stderr.as_str()), (0, ""), "{what}");
        assert_eq!(docs.run(["check", "a.md"]).status, 0, "{what}");
    }
}

#[test]
fn an_edit_that_was_undone_is_no_edit() {
    let docs = Docs::new().file("a.md", REGION);
    docs.run(["update", "a.md"]);
    let current = docs.read("a.md");
    docs.write("a.md", current.replace(&checksum(&current), "00000000"));
    assert_eq!(docs.run(["update", "a.md"]).to_string(), "a.md: 1 region updated\n");
    assert_eq!(docs.read("a.md"), current);
}

fn checksum(text: &str) -> String {
    let (_, rest) = text.split_once("/statuscraft ").expect("a closing marker");
    rest[..8].to_owned()
}
