//! What went over the wire when an example was proven.

use serde::Serialize;

/// One side of an exchange.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "formats", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Sender {
    /// The client.
    Client,
    /// The server.
    Server,
}

/// The lines of a record: `>` stands before those of the client, `<` before those of the server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordedExchange(String);

impl RecordedExchange {
    /// The exchange in such a file.
    pub(super) fn new(text: String) -> Self {
        Self(text)
    }

    /// All requests and responses, one below the other.
    pub fn text(&self) -> String {
        let mut text = String::new();
        let mut last = None;
        for (side, line) in self.lines() {
            if last.is_some_and(|last| last != side) && !text.ends_with("\n\n") {
                text.push('\n');
            }
            last = Some(side);
            text.push_str(line);
            text.push('\n');
        }
        text.truncate(text.trim_end().len());
        text + "\n"
    }

    /// All that the server sent in answer to the last request.
    pub fn response(&self) -> String {
        let lines: Vec<_> = self.lines().collect();
        let start =
            lines.iter().rposition(|(side, _)| *side == Sender::Client).map_or(0, |at| at + 1);
        let lines = lines.iter().skip(start).map(|(_, line)| *line);
        lines.collect::<Vec<_>>().join("\n").trim_end().to_owned() + "\n"
    }

    /// What each side sent before the other one did, in order.
    pub fn messages(&self) -> Vec<(Sender, String)> {
        let mut messages: Vec<(Sender, String)> = Vec::new();
        for (sender, line) in self.lines() {
            match messages.last_mut() {
                Some((last, text)) if *last == sender => text.extend([line, "\n"]),
                _ => messages.push((sender, format!("{line}\n"))),
            }
        }
        messages
    }

    fn lines(&self) -> impl Iterator<Item = (Sender, &str)> {
        self.0.lines().filter_map(|line| {
            let client = line.strip_prefix('>').map(|line| (Sender::Client, line));
            let any = client.or_else(|| line.strip_prefix('<').map(|line| (Sender::Server, line)));
            // A single LF ends a line too, and is marked.
            any.map(|(side, line)| {
                let line = line.strip_prefix(' ').unwrap_or(line);
                (side, line.strip_suffix("\\n").unwrap_or(line))
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{RecordedExchange, Sender};

    #[test]
    fn a_record_is_shown_without_its_marks() {
        let record = "> GET /a HTTP/1.1\n> \n< HTTP/1.1 200 OK\n< \n< first\n\n\
                      > GET /b HTTP/1.1\n> \n< HTTP/1.1 404 Not Found\n< Content-Length: 4\n< \n< oh\\n\n";
        let exchange = RecordedExchange::new(record.to_owned());
        assert_eq!(
            exchange.text(),
            "GET /a HTTP/1.1\n\nHTTP/1.1 200 OK\n\nfirst\n\n\
             GET /b HTTP/1.1\n\nHTTP/1.1 404 Not Found\nContent-Length: 4\n\noh\n"
        );
        assert_eq!(exchange.response(), "HTTP/1.1 404 Not Found\nContent-Length: 4\n\noh\n");
        let messages = exchange.messages();
        let senders: Vec<_> = messages.iter().map(|(sender, _)| *sender).collect();
        assert_eq!(senders, [Sender::Client, Sender::Server, Sender::Client, Sender::Server]);
        assert_eq!(messages[1].1, "HTTP/1.1 200 OK\n\nfirst\n");
    }
}
