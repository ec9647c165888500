use std::ops::Range;

use super::comment::{Comment, WORD};
use super::fault::Fault;
use super::line_prefix;

/// The meaning of a marker.
#[derive(Debug)]
pub(super) enum Marker {
    /// A region begins.
    Open {
        /// The command, without the program's name.
        command: String,
        /// Its position in the document.
        words: Range<usize>,
    },
    /// A region ends.
    Close {
        /// The checksum of the text that was written there.
        checksum: Option<String>,
        /// The position of the checksum with the space before it, or where it belongs.
        place: Range<usize>,
    },
}

impl Marker {
    /// Reads a marker; `prefix` precedes each line of a comment with several lines.
    pub(super) fn read(text: &str, comment: &Comment, prefix: &str) -> Result<Self, Fault> {
        let inside = text.get(comment.text.clone()).unwrap_or_default();
        let bare = inside.trim_start();
        let Some(rest) = bare.strip_prefix('/') else {
            let words = bare.strip_prefix(WORD).unwrap_or_default();
            let place = comment.text.end - words.len()..comment.text.end;
            return Ok(Self::Open { command: unwrapped(words, prefix), words: place });
        };
        let rest = rest.trim_start().strip_prefix(WORD).unwrap_or_default();
        let word = rest.trim();
        let start = comment.text.end - rest.len();
        if word.is_empty() {
            return Ok(Self::Close { checksum: None, place: start..start });
        }
        let end = start + rest.trim_end().len();
        if word.len() != 8 || !word.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(Fault::new(
                end - word.len(),
                format!("a closing marker can't contain `{}`", word.escape_debug()),
                "a closing marker is `/statuscraft` and the checksum that `update` puts there",
            ));
        }
        Ok(Self::Close { checksum: Some(word.to_ascii_lowercase()), place: start..end })
    }
}

/// The words of a marker, joined on one line.
fn unwrapped(words: &str, prefix: &str) -> String {
    let lines = words.lines().map(|line| line_prefix::strip(line, prefix).trim());
    lines.collect::<Vec<_>>().join(" ").trim().to_owned()
}
