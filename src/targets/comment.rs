//! Line comments that no text can end.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::invisible::is_invisible;

/// How a language writes line comments.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CommentSyntax {
    /// What opens the comment, without the space that follows.
    prefix: String,
    /// Text that would end the comment or change its meaning, and its replacement.
    #[serde(default)]
    replace: BTreeMap<String, String>,
}

impl CommentSyntax {
    /// What opens a comment.
    #[cfg(feature = "cli")]
    pub(super) fn prefix(&self) -> &str {
        &self.prefix
    }

    /// The text as comment lines, without a line break at the end.
    pub(super) fn write(&self, text: &str) -> String {
        let lines: Vec<_> = text.split(breaks_line).map(|line| self.line(line)).collect();
        lines.join("\n")
    }

    fn line(&self, text: &str) -> String {
        let mut shown: String =
            text.chars().map(|one| if is_invisible(one) { '\u{fffd}' } else { one }).collect();
        for (harmful, harmless) in &self.replace {
            shown = shown.replace(harmful, harmless);
        }
        format!("{} {shown}", self.prefix).trim_end().to_owned()
    }

    /// What is wrong with these rules, if anything.
    pub(super) fn fault(&self) -> Option<String> {
        if self.prefix.is_empty() {
            return Some("comment.prefix: empty".into());
        }
        self.replace
            .iter()
            .find(|(harmful, harmless)| harmful.is_empty() || harmless.contains(harmful.as_str()))
            .map(|(harmful, _)| format!("comment.replace: `{harmful}` would still be there"))
    }
}

/// Whether some language treats the character as the end of a line.
fn breaks_line(one: char) -> bool {
    matches!(one, '\n' | '\r' | '\x0b' | '\x0c' | '\u{85}' | '\u{2028}' | '\u{2029}')
}
