//! Words that sound translated don't occur in any text that people read.
//!
//! `tests/language` checks the prose with a grammar checker. This test is fast, and it also covers
//! comments and names in the code.

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::root;

/// What to look for, as words in a row: `|` separates alternatives. And what to write instead.
const RULES: [(&str, &str); 15] = [
    ("mend|mends|mended|mending", "fix"),
    ("is|are|was|were|be|been met", "you see it, it occurs"),
    ("look|looks|looked|looking whether|if", "check whether"),
    ("of itself|themselves", "automatically, on its own"),
    ("is|are|was|were|be told", "is reported"),
    ("tell|tells|told of", "describe, say"),
    ("tells whether|what|which|how|why|where|that", "says"),
    ("worked|works|work off", "processed"),
    ("anew", "again, regenerate"),
    ("renew|renews|renewed|renewing", "update, regenerate"),
    ("calls|called|calling for", "cause, trigger"),
    ("call for the|it|a", "cause, trigger"),
    ("ours", "generated files, your own files"),
    ("somebody|someone|nobody s work|works", "your own files"),
    (
        "workbench|workbenches|conveyor|conveyors|recruit|recruits|ledger|ledgers",
        "the technical name",
    ),
];

/// Where a rule does not apply: words before or after, with the reason why they are fine.
const EXCEPTIONS: [(&str, &str); 6] = [
    // The verb of conditions, which RFCs use as well.
    ("condition", "met"),
    ("requirement", "met"),
    ("expectation", "met"),
    // Certificates, tokens and locks are renewed.
    ("certificate", "renew"),
    ("token", "renew"),
    ("lock", "renew"),
];

/// Words after which a rule does not apply: a client is told to upgrade.
const FINE_BEFORE: [(&str, &str); 1] = [("told", "to")];

/// The files that people read: sources, templates, pages, data and documents.
fn files() -> Vec<PathBuf> {
    let mut files = Vec::new();
    for folder in ["src", "tests", "benches", "data", "snippet-templates", "page-templates"] {
        collect(&root().join(folder), &mut files);
    }
    for name in ["build.rs", "action.yml", ".pre-commit-hooks.yaml"] {
        files.push(root().join(name));
    }
    let documents = fs::read_dir(root()).expect("the project");
    let documents = documents.map(|entry| entry.expect("an entry").path());
    files.extend(documents.filter(|path| path.extension().is_some_and(|it| it == "md")));
    files.sort();
    files
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    // Foreign texts, files with planted faults, and this list.
    const SKIPPED: [&str; 6] =
        ["fixtures", "language", "node_modules", "runtime", "sites", "words.rs"];
    const READ: [&str; 9] = ["rs", "md", "yaml", "j2", "html", "js", "mjs", "py", "css"];
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        if SKIPPED.contains(&name.as_str()) {
            continue;
        }
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|it| READ.contains(&&*it.to_string_lossy())) {
            files.push(path);
        }
    }
}

/// The words of a text in lower case, each with the number of its line. Names in code are split.
fn words(text: &str) -> Vec<(usize, String)> {
    let mut words = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let parts = line.split(|one: char| !one.is_alphanumeric());
        let parts = parts.filter(|part| !part.is_empty());
        words.extend(parts.map(|part| (number + 1, part.to_lowercase())));
    }
    words
}

/// A document without its inline code, which quotes names that may be old.
fn without_code(document: &str) -> String {
    let line = |line: &str| line.split('`').step_by(2).collect::<Vec<_>>().join(" ");
    document.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// The line and the advice of each fault in a text.
fn faults(text: &str) -> Vec<(usize, String)> {
    let words = words(text);
    let mut faults = Vec::new();
    for (pattern, instead) in RULES {
        let pattern: Vec<Vec<&str>> =
            pattern.split(' ').map(|word| word.split('|').collect()).collect();
        for at in 0..words.len().saturating_sub(pattern.len() - 1) {
            let found = &words[at..at + pattern.len()];
            if !found.iter().zip(&pattern).all(|(word, any)| any.contains(&&*word.1)) {
                continue;
            }
            let near = &words[at.saturating_sub(8)..(at + pattern.len() + 8).min(words.len())];
            let excepted = EXCEPTIONS.iter().any(|(context, word)| {
                found.iter().any(|it| it.1.starts_with(word))
                    && near.iter().any(|it| it.1.contains(context))
            });
            let next = words.get(at + pattern.len()).map(|it| it.1.as_str());
            let last = found.last().map(|it| it.1.as_str());
            let fine =
                FINE_BEFORE.iter().any(|(word, after)| (last, next) == (Some(word), Some(after)));
            if !excepted && !fine {
                let found: Vec<_> = found.iter().map(|it| it.1.as_str()).collect();
                faults.push((words[at].0, format!("`{}`: write {instead}", found.join(" "))));
            }
        }
    }
    faults
}

#[test]
fn texts_and_names_have_no_translated_words() {
    let mut found = Vec::new();
    for path in files() {
        let text = fs::read_to_string(&path).expect("text");
        let is_prose = path.extension().is_some_and(|it| it == "md");
        let text = if is_prose { without_code(&text) } else { text };
        let name = path.strip_prefix(root()).expect("a file of the project").display().to_string();
        let faults = faults(&text).into_iter();
        found.extend(faults.map(|(line, fault)| format!("{name}:{line}: {fault}")));
    }
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
}

#[test]
fn each_rule_finds_its_words() {
    for (text, line) in [
        ("how it is\nmended", 2),
        ("when it is met", 1),
        ("Look whether it runs", 1),
        ("it ends of itself", 1),
        ("a fault is told", 1),
        ("it tells how", 1),
        ("made anew", 1),
        ("fn renewed_text()", 1),
        ("a request that calls for it", 1),
        ("a file of ours", 1),
        ("nobody's work", 1),
        ("struct Workbench", 1),
    ] {
        let lines: Vec<_> = faults(text).into_iter().map(|(line, _)| line).collect();
        assert_eq!(lines, [line], "{text}");
    }
    for text in ["the condition is met", "renew the certificate", "tell the client", "hours"] {
        assert_eq!(faults(text), [], "{text}");
    }
}
