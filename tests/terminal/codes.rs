//! Several codes, lists with commas, classes, and the order of the words.

use statuscraft::output::formats;

use crate::support::{Docs, statuscraft};

fn printed(words: &str) -> String {
    let outcome = statuscraft(words.split(' '));
    assert_eq!((outcome.status, outcome.stderr.as_str()), (0, ""), "{words}: {outcome}");
    outcome.stdout
}

#[test]
fn the_order_of_the_words_does_not_matter() {
    for words in [
        "flask 404",
        "404 404 flask flask",
        "404 -t flask",
        "--target flask 404",
        "flask not-found",
        "not found flask",
        "404 Not Found flask",
        "flask, 404,",
        "404 --target flask,python-flask",
    ] {
        assert_eq!(printed(words), printed("404 flask"), "{words}");
    }
}

#[test]
fn several_codes_come_one_after_another_each_named() {
    let text = printed("404,410 flask,express --form response");
    let heads: Vec<_> = text.lines().filter(|line| line.contains("app.")).collect();
    assert_eq!(
        heads,
        [
            "# 404 Not Found, Python (Flask): app.py",
            "// 404 Not Found, Node.js (Express): app.js",
            "# 410 Gone, Python (Flask): app.py",
            "// 410 Gone, Node.js (Express): app.js",
        ]
    );
    assert_eq!(text, printed("404 410 flask express --form response"));
    assert_eq!(text, printed("flask express 404 gone --form response"));
}

#[test]
fn two_codes_are_compared_with_or_without_a_comma() {
    assert_eq!(printed("compare 401,403"), printed("compare 401 403"));
}

#[test]
fn a_class_stands_for_its_registered_codes() {
    let text = printed("1xx go --form response");
    for code in ["100 Continue", "101 Switching Protocols", "103 Early Hints"] {
        assert!(text.contains(&format!("// {code}, Go: main.go\n")), "{text}");
    }
    // A code without an example says so in place.
    let reason = "// 104 Upload Resumption Supported\n// There is no example. 104 is registered";
    assert!(text.contains(reason), "{text}");
    let every = printed("5XX --form response");
    assert_eq!(every.matches("Python (Flask)").count(), 11, "{every}");
    assert!(!every.contains("520"), "{every}");
}

#[test]
fn every_format_prints_several_codes() {
    for format in formats() {
        let text = printed(&format!("404,499,410 flask go --quiet --format {}", format.name()));
        for phrase in ["Not Found", "Client Closed Request", "Gone"] {
            assert!(text.contains(phrase), "{}: {text}", format.name());
        }
        assert!(text.contains("nginx writes 499"), "{}: {text}", format.name());
    }
    let json = printed("404,410 flask,go --format json");
    let records: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(records.as_array().map(Vec::len), Some(4));
    let lines = printed("404,410 flask,go --format ndjson");
    assert_eq!(lines.lines().count(), 4);
    let mdx = printed("499,410 flask go --quiet --format docusaurus");
    assert_eq!(mdx.matches("import Tabs").count(), 1, "{mdx}");
}

#[test]
fn a_marker_and_a_batch_take_the_same_words() {
    let page = "<!-- statuscraft 404,410 python-flask --form response -->\n<!-- /statuscraft -->\n";
    let docs = Docs::new()
        .file("a.md", page)
        .file("b.md", "<!-- statuscraft 404 410 --form response -->\n<!-- /statuscraft -->\n")
        .file("statuscraft.yaml", "targets: [flask]\n");
    assert_eq!(docs.run(["update", "."]).status, 0);
    let text = printed("404,410 flask --form response --format markdown");
    // The targets of the configuration are for codes alone, too.
    for name in ["a.md", "b.md"] {
        assert!(docs.read(name).contains(text.trim_end()), "{}", docs.read(name));
    }
    let answer =
        docs.run_with(["batch"], "{\"code\": \"404,410\", \"target\": \"python-flask\"}\n", &[]);
    let records: serde_json::Value = serde_json::from_str(&answer.stdout).expect("JSON");
    assert_eq!(records.as_array().map(Vec::len), Some(2), "{answer}");
}
