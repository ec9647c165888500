//! The sections that documents really have, from `tests/fixtures/rfc-sections`.

use std::collections::BTreeMap;
use std::fs;

use super::{files_below, root};

/// The titles of the sections by number, for each document by its name in citations.
pub struct Sections(BTreeMap<String, BTreeMap<String, String>>);

impl Sections {
    pub fn read() -> Self {
        let files = files_below(&root().join("tests/fixtures/rfc-sections"));
        let tables = files.into_iter().filter_map(|(name, path)| {
            let stem = name.strip_suffix(".txt")?;
            let document = match stem.strip_prefix("rfc") {
                Some(number) => format!("RFC {number}"),
                None => stem.to_owned(),
            };
            let text = fs::read_to_string(path).expect("a table");
            let rows = text.lines().filter(|line| !line.starts_with('#'));
            let titles = rows.map(|row| {
                let (number, title) = row.split_once(' ').expect("a number and a title");
                (number.to_owned(), title.to_owned())
            });
            Some((document, titles.collect()))
        });
        Self(tables.collect())
    }

    pub fn knows(&self, document: &str) -> bool {
        self.0.contains_key(document)
    }

    /// The section's title, if the section exists.
    pub fn title(&self, document: &str, section: &str) -> Option<&str> {
        self.0.get(document)?.get(section).map(String::as_str)
    }

    /// Why the section can't be cited, if that is so.
    pub fn fault(&self, document: &str, section: &str) -> Option<String> {
        match self.0.get(document) {
            None => Some(format!("there is no table of the sections of `{document}`")),
            Some(sections) if !sections.contains_key(section) => {
                Some(format!("`{document}` has no section `{section}`"))
            }
            Some(_) => None,
        }
    }
}
