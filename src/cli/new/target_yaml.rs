//! The file `target.yaml` of a new target.

use super::model::Model;
use super::top_level_keys::{Entry, entries};
use crate::targets::Deviation;

/// Keys whose values are those of the other target, until somebody changes them.
const COPIED: [&str; 12] = [
    "role",
    "folder",
    "language",
    "version",
    "documentation",
    "file",
    "port",
    "install",
    "run",
    "saved_in",
    "route",
    "pattern",
];

const WIDTH: usize = 110;

/// The file, made of the file of the other target.
pub(super) fn text(source: &str, model: &Model<'_>, title: &str) -> String {
    let mut text = format!(
        "# Copied from {}: change what is different in your framework.\ntitle: {title}\n",
        model.target.id()
    );
    for entry in entries(source) {
        if let Some(kept) = kept(&entry, model) {
            text.push_str(&kept);
        }
    }
    text
}

fn kept(entry: &Entry<'_>, model: &Model<'_>) -> Option<String> {
    let Model { target, codes, templates, programs } = model;
    let is_used = |word: &str| programs.iter().any(|text| has_word(text, word));
    match entry.key {
        key if COPIED.contains(&key) => Some(entry.text()),
        "codes" => entry
            .with_items(|_, line| codes.iter().any(|code| line.starts_with(&format!("{code}:")))),
        "files" => entry.with_items(|index, _| {
            let block = target.files.get(index).map(|file| format!("block {} ", file.block));
            block.is_some_and(|block| templates.values().any(|text| text.contains(&block)))
        }),
        "deviations" => entry.with_items(|index, _| {
            let concerns = |it: &Deviation| codes.iter().any(|code| it.concerns(*code, it.strict));
            target.deviations.get(index).is_some_and(concerns)
        }),
        "given" => {
            let given: Vec<_> =
                target.given.iter().map(String::as_str).filter(|name| is_used(name)).collect();
            (!given.is_empty()).then(|| {
                format!(
                    "# Names from the set-up that handlers use.\ngiven: [{}]\n",
                    given.join(", ")
                )
            })
        }
        "taken" => {
            let words = target.taken.split_whitespace();
            // A client has no program before it has a request.
            let words: Vec<_> = words.filter(|it| programs.is_empty() || is_used(it)).collect();
            (!words.is_empty()).then(|| {
                format!("# Names that a handler can't have.\ntaken: >-\n{}", lines(&words))
            })
        }
        _ => None,
    }
}

/// The words in indented lines.
fn lines(words: &[&str]) -> String {
    let mut text = String::new();
    let mut line = String::new();
    for word in words {
        if line.len() + word.len() > WIDTH {
            text.extend([" ", &line, "\n"]);
            line.clear();
        }
        line.extend([" ", word]);
    }
    text.extend([" ", &line, "\n"]);
    text
}

fn has_word(text: &str, word: &str) -> bool {
    let of_word = |one: char| one.is_alphanumeric() || one == '_';
    let bare = word.trim_end_matches(['?', '!']);
    text.split(|one| !of_word(one)).any(|it| it == bare)
}
