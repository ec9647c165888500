//! `FILE:LINE` on the command line: one region of a document.

use crate::support::Docs;

/// Two regions that were edited by hand, with one above them that is stale and becomes longer.
fn edited() -> Docs {
    let region = |code: u16| {
        format!("<!-- statuscraft {code} flask --form response -->\n<!-- /statuscraft -->\n\n")
    };
    let docs = Docs::new().file("docs/a.md", format!("{}{}", region(404), region(410)));
    assert_eq!(docs.run(["update", "docs"]).status, 0);
    let text = docs.read("docs/a.md").replace("abort(4", "my_own(4");
    assert_eq!(text.matches("my_own").count(), 2, "{text}");
    docs.write("docs/a.md", format!("{}{text}", region(409)));
    docs
}

/// The argument of each error that says that a region was edited.
fn told(stderr: &str) -> Vec<String> {
    let lines = stderr.lines().filter(|line| line.contains("was edited by hand"));
    let place = |line: &str| {
        let parts: Vec<&str> = line.trim_start_matches("error: ").split(':').collect();
        format!("{}:{}", parts[0], parts[1])
    };
    lines.map(place).collect()
}

#[test]
fn force_overwrites_one_region_and_no_byte_of_the_others() {
    let docs = edited();
    let outcome = docs.run(["update", "docs"]);
    assert_eq!(outcome.status, 1, "{outcome}");
    let places = told(&outcome.stderr);
    let [first, second] = places.as_slice() else { panic!("{outcome}") };
    let hint = format!("hint: `statuscraft update --force {first} {second}` overwrites it");
    assert!(outcome.stderr.contains(&hint), "{outcome}");
    // The lines are those of the updated document.
    let before = docs.read("docs/a.md");
    for place in [first, second] {
        let line: usize = place.rsplit(':').next().and_then(|it| it.parse().ok()).expect("a line");
        let marker = before.lines().nth(line - 1).expect("a line");
        assert!(marker.starts_with("<!-- statuscraft "), "{place}: {before}");
    }
    let outcome = docs.run(["update", "--force", second]);
    assert_eq!(outcome.to_string(), "docs/a.md: 1 region updated\n");
    let after = docs.read("docs/a.md");
    let (kept, forced) = after.split_at(after.find("<!-- statuscraft 410").expect("a region"));
    assert_eq!(kept, &before[..kept.len()]);
    assert!(kept.contains("my_own(404") && !forced.contains("my_own"), "{after}");
    // The command that an error names is the command for the rest.
    let outcome = docs.run(["update", first]);
    assert!(
        outcome.stderr.contains(&format!("`statuscraft update --force {first}` ")),
        "{outcome}"
    );
    assert_eq!(docs.run(["update", "--force", first]).status, 0);
    assert_eq!(docs.run(["check", "."]).status, 0);
}

#[test]
fn a_region_is_checked_and_updated_alone() {
    let docs = edited();
    let before = docs.read("docs/a.md");
    let outcome = docs.run(["check", "docs/a.md:1:1"]);
    assert_eq!(outcome.status, 1, "{outcome}");
    assert!(!outcome.stdout.contains("my_own"), "{outcome}");
    assert!(outcome.stderr.contains("`statuscraft update docs/a.md:1` fixes it"), "{outcome}");
    assert_eq!(docs.run(["update", "--force", "docs/a.md:1"]).status, 0);
    let after = docs.read("docs/a.md");
    assert_eq!(
        after.find("\n\n").map(|at| &after[at..]),
        before.find("\n\n").map(|at| &before[at..])
    );
    // However the arguments lead to the document, only that region of it is meant.
    for paths in [["docs", "docs/a.md:1"], ["./docs/a.md:1", "docs/a.md"]] {
        assert_eq!(docs.run(["update", "--force", paths[0], paths[1]]).status, 0);
        assert_eq!(docs.read("docs/a.md"), after);
    }
}

#[test]
fn a_region_of_standard_input_is_named_like_one_of_a_file() {
    let docs = edited();
    let text = docs.read("docs/a.md");
    let outcome = docs.run_with(["update", "--stdin-filename", "x.md", "-"], &text, &[]);
    let places = told(&outcome.stderr);
    let line = places.last().and_then(|it| it.strip_prefix("x.md:")).expect("a line").to_owned();
    let command =
        format!("--stdin-filename x.md -- -:{} -:{line}`", places[0].replace("x.md:", ""));
    assert!(outcome.stderr.contains(&command), "{outcome}");
    let words = ["update", "--force", "--", &format!("-:{line}")];
    let forced = docs.run_with(words, &outcome.stdout, &[]);
    assert_eq!(forced.status, 0, "{forced}");
    assert!(forced.stdout.contains("my_own(404") && !forced.stdout.contains("my_own(410"));
}

#[test]
fn a_line_without_a_region_is_an_error_and_changes_nothing() {
    let docs = edited().file("plain.md", "# Plain\n").file("b:3.md", "# Plain\n");
    let before = docs.read("docs/a.md");
    for (place, told) in [
        (
            "docs/a.md:2",
            "docs/a.md: no region begins in line 2\nhint: the nearest region begins in line 1\n",
        ),
        ("docs/a.md:0", "docs/a.md: no region begins in line 0\n"),
        (
            "plain.md:1",
            "plain.md: no region begins in line 1\nhint: there is no region in this document\n",
        ),
        ("missing.md:1", "missing.md:1: can't be read: "),
        ("docs:1", "docs:1: can't be read: "),
        ("docs/a.md:x", "docs/a.md:x: can't be read: "),
    ] {
        let outcome = docs.run(["update", "--force", place, "docs/a.md:1000"]);
        assert_eq!((outcome.status, docs.read("docs/a.md")), (2, before.clone()), "{outcome}");
        assert!(outcome.stderr.contains(told), "{outcome}");
    }
    assert_eq!(docs.run(["check", "b:3.md"]).status, 0);
    let outcome = docs.run(["update", "--watch", "docs/a.md:1"]);
    assert_eq!(outcome.status, 2, "{outcome}");
    assert!(outcome.stderr.contains("`docs/a.md:1` is one region"), "{outcome}");
}
