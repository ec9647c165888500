//! Reads the changelog.

use serde::Serialize;

/// The changes of a version.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct Release {
    /// The version's name.
    pub(super) name: String,
    /// The day, as `2026-01-31`.
    pub(super) date: String,
    /// The changes, each on one line.
    pub(super) changes: Vec<String>,
}

/// The versions of a changelog whose headings have a date: `## 1.0.0 - 2026-01-31`.
pub(super) fn releases(document: &str) -> Vec<Release> {
    let mut releases: Vec<Release> = Vec::new();
    let mut open = false;
    for line in document.lines() {
        if let Some(heading) = line.strip_prefix("## ") {
            let dated = heading.rsplit_once(" - ").filter(|(_, date)| is_day(date));
            open = dated.is_some();
            releases.extend(dated.map(|(name, date)| Release {
                name: name.trim().to_owned(),
                date: date.to_owned(),
                changes: Vec::new(),
            }));
        } else if let Some(release) = releases.last_mut().filter(|_| open) {
            release.read(line);
        }
    }
    releases
}

impl Release {
    fn read(&mut self, line: &str) {
        if let Some(change) = line.strip_prefix("- ") {
            self.changes.push(change.trim().to_owned());
        } else if let Some(change) = self.changes.last_mut().filter(|_| line.starts_with("  ")) {
            change.push(' ');
            change.push_str(line.trim());
        }
    }
}

fn is_day(text: &str) -> bool {
    let shape = |(at, byte): (usize, u8)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    };
    text.len() == 10 && text.bytes().enumerate().all(shape)
}
