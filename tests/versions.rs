//! The version in Cargo.toml is that of every package: `STATUSCRAFT_VERSIONS=write cargo test versions` writes it into
//! the manifests, lock files and documents that state it.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::support::root;

const VERSION: &str = env!("CARGO_PKG_VERSION");
/// What tools make, in folders that are packages.
const MADE: [&str; 6] = [".venv", "__pycache__", "dist", "node_modules", "target", "venv"];

/// What a plugin for npm works with.
const PEER: &str = " \"statuscraft\": \"^";

/// Files that state the version, besides those below `packages/`.
const OTHERS: [&str; 4] =
    ["README.md", "RELEASING.md", "benches/calls/Cargo.lock", "fuzz/Cargo.lock"];

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let entry = entry.expect("an entry");
        let kind = entry.file_type().expect("a type");
        if kind.is_file() {
            found.push(entry.path());
        } else if kind.is_dir() && !MADE.iter().any(|made| entry.file_name() == **made) {
            files(&entry.path(), found);
        }
    }
}

/// Where a file states the version of a package of this project.
fn places(file: &str, text: &str) -> Vec<Range<usize>> {
    let mut all = match file {
        "Cargo.toml" => vec![after(text, "[package]\n", "\nversion = \"", "\n[")],
        "pyproject.toml" => vec![after(text, "[project]\n", "\nversion = \"", "\n[")],
        "Cargo.lock" => every(text, "\nname = \"statuscraft")
            .filter(|at| !text[*at..].starts_with("-fuzz\""))
            .map(|at| after_offset(text, at, "\nversion = \"", "\n["))
            .collect(),
        "package.json" if !text.contains("\n  \"private\": true") => {
            vec![
                after(text, "{", "\n  \"version\": \"", "\n}"),
                after(text, "\n  \"peerDependencies\": {", PEER, "\n  }"),
            ]
        }
        "package-lock.json" if text.contains("\n  \"version\": ") => vec![
            after(text, "{", "\n  \"version\": \"", "\n  \"packages\""),
            after(text, "\n    \"\": {", "\n      \"version\": \"", "\n    }"),
            after(text, "\n    \"\": {", PEER, "\n    }"),
            after(text, "\n    \"../npm\": {", "\n      \"version\": \"", "\n    }"),
        ],
        _ if Path::new(file).extension() == Some("md".as_ref()) => every(text, "statuscraft-")
            .filter(|at| text[*at..].starts_with(|next: char| next.is_ascii_digit()))
            .map(|at| at..at + number(&text[at..]))
            .collect(),
        _ => Vec::new(),
    };
    all.retain(|place| !place.is_empty());
    all.sort_by_key(|place| place.start);
    all
}

/// The quoted text after `key`, which stands between `start` and `end`; an empty range if nothing does.
fn after(text: &str, start: &str, key: &str, end: &str) -> Range<usize> {
    text.find(start).map_or(0..0, |at| after_offset(text, at + start.len() - 1, key, end))
}

fn after_offset(text: &str, from: usize, key: &str, end: &str) -> Range<usize> {
    let part = text[from..].find(end).map_or(&text[from..], |to| &text[from..from + to]);
    let Some(at) = part.find(key).map(|at| from + at + key.len()) else { return 0..0 };
    at..at + text[at..].find('"').expect("the end of a string")
}

fn every<'a>(text: &'a str, part: &'a str) -> impl Iterator<Item = usize> + 'a {
    text.match_indices(part).map(|(at, found)| at + found.len())
}

/// How long the number of a version is, without a dot that ends a sentence or begins an extension.
fn number(text: &str) -> usize {
    let parts: Vec<_> = text.splitn(4, '.').take(3).collect();
    let last = parts
        .last()
        .map_or(0, |last| last.find(|next: char| !next.is_ascii_digit()).unwrap_or(last.len()));
    parts[..parts.len() - 1].iter().map(|part| part.len() + 1).sum::<usize>() + last
}

#[test]
fn every_package_has_the_version_of_cargo_toml() {
    let mut all: Vec<_> = OTHERS.map(|name| root().join(name)).to_vec();
    files(&root().join("packages"), &mut all);
    let write = std::env::var("STATUSCRAFT_VERSIONS").is_ok_and(|it| it == "write");
    let (mut stated, mut wrong) = (0, Vec::new());
    for path in all {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let Ok(mut text) = fs::read_to_string(&path) else { continue };
        for place in places(&name, &text).into_iter().rev() {
            stated += 1;
            if text[place.clone()] != *VERSION {
                wrong.push(format!("{}: {}", path.display(), &text[place.clone()]));
                text.replace_range(place, VERSION);
                if write {
                    fs::write(&path, &text).expect("a file is written");
                }
            }
        }
    }
    assert!(stated > 6, "only {stated} places state the version");
    let how = "run STATUSCRAFT_VERSIONS=write cargo test versions";
    assert!(
        write || wrong.is_empty(),
        "{VERSION} is the version of Cargo.toml; {how}\n{}",
        wrong.join("\n")
    );
}

#[test]
fn each_kind_of_file_states_it_where_it_is_looked_for() {
    let npm = "{\n  \"name\": \"x\",\n  \"version\": \"1.2.3\",\n  \"dependencies\": {\n    \"version\": \"9\"\n  }\n}";
    let lock = "{\n  \"name\": \"x\",\n  \"version\": \"1.2.3\",\n  \"packages\": {\n    \"\": {\n      \"version\": \"1.2.3\"\n    },\n    \
        \"y\": {\n      \"version\": \"9\"\n    }\n  }\n}";
    let crates = "[[package]]\nname = \"other\"\nversion = \"9\"\n\n[[package]]\nname = \"statuscraft\"\nversion = \"1.2.3\"\n\n\
        [[package]]\nname = \"statuscraft-fuzz\"\nversion = \"0.0.0\"\n";
    let plugin = npm.replace(
        "\"dependencies\": {\n    \"version\": \"9\"",
        "\"peerDependencies\": {\n    \"statuscraft\": \"^1.2.3\"",
    );
    let private = npm.replace("\"name\": \"x\"", "\"private\": true");
    let cases: [(&str, &str, usize); 9] = [
        (
            "Cargo.toml",
            "[package]\nname = \"x\"\nversion = \"1.2.3\"\n\n[dependencies]\nversion = \"9\"\n",
            1,
        ),
        ("Cargo.lock", crates, 1),
        ("package.json", npm, 1),
        ("package.json", &plugin, 2),
        ("package.json", &private, 0),
        ("package-lock.json", lock, 2),
        ("pyproject.toml", "[project]\nname = \"x\"\nversion = \"1.2.3\"\n", 1),
        ("pyproject.toml", "[project]\ndynamic = [\"version\"]\n[tool.x]\nversion = \"9\"\n", 0),
        (
            "README.md",
            "`statuscraft-1.2.3.tgz`, statuscraft-1.2.3-cp310-abi3.whl, statuscraft-check.",
            2,
        ),
    ];
    for (file, text, count) in cases {
        let found: Vec<_> = places(file, text).into_iter().map(|place| &text[place]).collect();
        assert_eq!(found, vec!["1.2.3"; count], "{file}");
    }
}
