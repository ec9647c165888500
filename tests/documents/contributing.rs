//! Follows CONTRIBUTING.md to the letter: its files form an overlay, and its commands print the
//! output that it shows.

use std::fs;

use super::regions::settle;
use crate::support::{Overlay, root, statuscraft};

#[test]
fn its_files_and_commands_work_as_written() {
    let document = fs::read_to_string(root().join("CONTRIBUTING.md")).expect("CONTRIBUTING.md");
    let mut overlay = Overlay::new();
    let mut updated = String::new();
    let mut shown_files = 0;
    let mut lines = document.lines().peekable();
    let mut last = "";
    while let Some(line) = lines.next() {
        updated.push_str(line);
        updated.push('\n');
        if let Some(kind) = line.strip_prefix("```").filter(|kind| !kind.is_empty()) {
            let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            if kind == "console" {
                for command in block.iter().filter(|line| line.starts_with("$ ")) {
                    updated.push_str(&format!("{command}\n{}", run(command, &overlay)));
                }
            } else {
                for line in &block {
                    updated.push_str(&format!("{line}\n"));
                }
                if let Some(name) = last.strip_prefix('`').and_then(|name| name.strip_suffix("`:"))
                {
                    overlay = overlay.file(name, format!("{}\n", block.join("\n")));
                    shown_files += 1;
                }
            }
            updated.push_str("```\n");
        }
        if !line.is_empty() {
            last = line;
        }
    }
    assert!(shown_files >= 5, "only {shown_files} files");
    settle("CONTRIBUTING.md", &updated);
}

/// The output of a command, with the overlay's folder in place of `.`.
fn run(line: &str, overlay: &Overlay) -> String {
    let words = line.strip_prefix("$ statuscraft ").expect("a command shows statuscraft");
    let folder = overlay.path().to_string_lossy().into_owned();
    let words = shlex::split(words).expect("the words of a shell");
    let words = words.into_iter().map(|word| if word == "." { folder.clone() } else { word });
    let outcome = statuscraft(words);
    overlay.anonymous(&outcome.to_string()).replace("OVERLAY/", "./").replace("OVERLAY", ".")
}
