//! Blocks marked `console`: a line that starts with `$ statuscraft`, and the output of that
//! command.

use std::fs;

use super::regions::settle;
use crate::support::{root, statuscraft};

/// The document with each transcript as the program prints it now.
fn updated(document: &str) -> String {
    let mut text = String::new();
    let mut blocks = document.split("```console\n");
    text.push_str(blocks.next().unwrap_or_default());
    for block in blocks {
        let (transcript, rest) = block.split_once("```").expect("the block ends");
        text.push_str("```console\n");
        for line in transcript.lines().filter(|line| line.starts_with("$ ")) {
            text.push_str(line);
            text.push('\n');
            text.push_str(&output(line));
        }
        text.push_str("```");
        text.push_str(rest);
    }
    text
}

fn output(line: &str) -> String {
    let words = line.strip_prefix("$ statuscraft ").expect("a transcript shows statuscraft");
    let words = shlex::split(words).expect("the words of a shell");
    statuscraft(words).to_string()
}

#[test]
fn the_readme_shows_what_is_printed() {
    let readme = fs::read_to_string(root().join("README.md")).expect("README.md");
    assert!(readme.matches("```console").count() >= 3);
    settle("README.md", &updated(&readme));
}

#[test]
fn the_readme_names_the_commands_that_ci_runs() {
    let readme = fs::read_to_string(root().join("README.md")).expect("README.md");
    let ci = fs::read_to_string(root().join(".ci/run")).expect(".ci/run");
    for command in ["cargo test", "cargo run --release -- 404 flask"] {
        assert!(readme.lines().any(|line| line == command), "README: {command}");
        assert!(ci.lines().any(|line| line.trim().starts_with(command)), ".ci/run: {command}");
    }
}
