use std::fmt::{self, Write};

/// The bytes of a connection, in order.
#[derive(Clone, Debug, Default)]
pub(in crate::verify) struct Transcript {
    runs: Vec<Run>,
}

/// What one side has sent at a stretch.
#[derive(Clone, Debug)]
struct Run {
    side: Side,
    bytes: Vec<u8>,
    /// How many bytes followed that were not kept.
    hidden: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Client,
    Server,
}

/// How many lines of one side are shown, and how much of a line.
const LINES: usize = 40;
const COLUMNS: usize = 400;

impl Transcript {
    pub(super) fn sent(&mut self, bytes: &[u8]) {
        self.add(Side::Client, bytes);
    }

    pub(super) fn received(&mut self, bytes: &[u8]) {
        self.add(Side::Server, bytes);
    }

    /// So many bytes of filler went out.
    pub(super) fn sent_filler(&mut self, count: usize) {
        if self.runs.last().is_none_or(|run| run.side != Side::Client) {
            self.runs.push(Run { side: Side::Client, bytes: Vec::new(), hidden: 0 });
        }
        if let Some(run) = self.runs.last_mut() {
            run.hidden += count as u64;
        }
    }

    fn add(&mut self, side: Side, bytes: &[u8]) {
        match self.runs.last_mut() {
            Some(run) if run.side == side && run.hidden == 0 => run.bytes.extend_from_slice(bytes),
            // What stands between pieces of filler says nothing.
            Some(run) if run.side == side => run.hidden += bytes.len() as u64,
            _ => self.runs.push(Run { side, bytes: bytes.to_vec(), hidden: 0 }),
        }
    }
}

/// One line each, with `>` for sent and `<` for received bytes. CR LF, the line break of HTTP, ends
/// a line. A single LF ends it too and is shown, like every other unprintable character.
impl fmt::Display for Transcript {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for Run { side, bytes, hidden } in &self.runs {
            let mark = if *side == Side::Client { '>' } else { '<' };
            let mut lines = bytes.split_inclusive(|byte| *byte == b'\n');
            for line in lines.by_ref().take(LINES) {
                writeln!(f, "{mark} {}", readable(line))?;
            }
            let hidden = hidden + lines.map(|line| line.len() as u64).sum::<u64>();
            if hidden > 0 {
                writeln!(f, "{mark} … {hidden} more bytes")?;
            }
        }
        Ok(())
    }
}

fn readable(line: &[u8]) -> String {
    let line = line.strip_suffix(b"\r\n").unwrap_or(line);
    let mut text = String::new();
    let mut shown = 0;
    for chunk in line.utf8_chunks() {
        for one in chunk.valid().chars().take(COLUMNS.saturating_sub(shown)) {
            match one {
                '\t' | '"' | '\'' | '\\' => text.push(one),
                _ if one.is_control() => text.extend(one.escape_default()),
                _ => text.extend(one.escape_debug()),
            }
        }
        shown += chunk.valid().chars().count();
        for byte in chunk.invalid().iter().take(COLUMNS.saturating_sub(shown)) {
            let _ = write!(text, "\\x{byte:02x}");
        }
        shown += chunk.invalid().len();
    }
    if shown > COLUMNS {
        let _ = write!(text, "… {} more", shown - COLUMNS);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::Transcript;

    #[test]
    fn lines_are_marked_and_what_is_invisible_is_escaped() {
        let mut transcript = Transcript::default();
        transcript.sent(b"GET / HTTP/1.1\r\n");
        transcript.sent(b"\r\n");
        transcript.received(b"HTTP/1.1 200 OK\nA: \xff\0\r\n\r\n");
        transcript.received(&b"long".repeat(200));
        let text = transcript.to_string();
        assert!(text.starts_with(
            "> GET / HTTP/1.1\n> \n< HTTP/1.1 200 OK\\n\n< A: \\xff\\u{0}\n< \n< long"
        ));
        assert!(text.ends_with("longlong… 400 more\n"), "{text}");
    }
}
