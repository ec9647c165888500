//! The keys of a YAML mapping, as text.

/// A key at the top of a file, with all its lines and the comments above it.
pub(super) struct Entry<'a> {
    pub(super) key: &'a str,
    pub(super) lines: Vec<&'a str>,
}

/// The entries of a file that is one mapping in block style.
pub(super) fn entries(yaml: &str) -> Vec<Entry<'_>> {
    let mut entries: Vec<Entry<'_>> = Vec::new();
    let mut comments = Vec::new();
    for line in yaml.lines() {
        if line.starts_with('#') {
            comments.push(line);
            continue;
        }
        match line.split_once(':') {
            Some((key, _)) if !line.starts_with([' ', '-']) => {
                let mut lines = std::mem::take(&mut comments);
                lines.push(line);
                entries.push(Entry { key, lines });
            }
            _ => {
                if let Some(entry) = entries.last_mut() {
                    entry.lines.append(&mut comments);
                    entry.lines.push(line);
                }
            }
        }
    }
    entries
}

impl Entry<'_> {
    /// The text with only those items for which `wanted` holds, by their index, if the value is a
    /// sequence or mapping in block style. Nothing if none is left.
    pub(super) fn with_items(&self, wanted: impl Fn(usize, &str) -> bool) -> Option<String> {
        let first = self.lines.iter().position(|line| line.starts_with(self.key))?;
        let (head, items) = self.lines.split_at_checked(first + 1)?;
        let indent = items.first().map(|line| line.len() - line.trim_start().len())?;
        let begins = |line: &str| {
            line.len() - line.trim_start().len() == indent && !line.trim_start().starts_with('#')
        };
        let mut kept = Vec::new();
        let (mut count, mut is_wanted) = (0, false);
        for line in items {
            if begins(line) {
                is_wanted = wanted(count, line.trim_start());
                count += 1;
            }
            if is_wanted {
                kept.push(*line);
            }
        }
        if kept.is_empty() {
            return None;
        }
        Some([head, &kept].concat().join("\n") + "\n")
    }

    /// The text as it is.
    pub(super) fn text(&self) -> String {
        self.lines.join("\n") + "\n"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const YAML: &str = "# About a.\na: 1\nb: >-\n  some\n  text\nc:\n  - {x: 1}\n  # A comment.\n  - y: 2\n    z: 3\n  - {x: 4}\n";

    #[test]
    fn entries_have_their_lines_and_comments() {
        let entries = entries(YAML);
        let keys: Vec<_> = entries.iter().map(|entry| entry.key).collect();
        assert_eq!(keys, ["a", "b", "c"]);
        let texts: String = entries.iter().map(Entry::text).collect();
        assert_eq!(texts, YAML);
        assert_eq!(entries[0].text(), "# About a.\na: 1\n");
    }

    #[test]
    fn items_are_chosen_by_index_and_text() {
        let entries = entries(YAML);
        let list = &entries[2];
        assert_eq!(
            list.with_items(|index, _| index == 1).as_deref(),
            Some("c:\n  - y: 2\n    z: 3\n")
        );
        assert_eq!(
            list.with_items(|_, text| text.contains("x: 4")).as_deref(),
            Some("c:\n  - {x: 4}\n")
        );
        assert_eq!(list.with_items(|_, _| false), None);
        assert_eq!(entries[0].with_items(|_, _| true), None);
    }
}
