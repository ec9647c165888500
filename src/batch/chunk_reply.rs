use serde::de::IgnoredAny;

use super::id::id_of;
use super::lines::{Chunk, LONGEST};
use super::record::{Answered, Refused};
use super::{BATCH, Tally};
use crate::error::{Error, ErrorKind, Result};
use crate::output;
use crate::request::{EXAMPLE, Id, JsonRequest, Query};
use crate::snippet::Generator;

/// The responses to some requests.
#[derive(Default)]
pub(super) struct ChunkReply {
    /// One line per request.
    pub(super) lines: Vec<u8>,
    /// How many requests they answer.
    pub(super) tally: Tally,
}

impl ChunkReply {
    pub(super) fn to(chunk: &Chunk, generator: &Generator) -> Self {
        let mut reply = Self::default();
        let bytes = chunk.bytes.strip_suffix(b"\n").unwrap_or(&chunk.bytes);
        for (line, number) in bytes.split(|byte| *byte == b'\n').zip(chunk.first..) {
            reply.tally.requests += 1;
            match answered(line, number, generator) {
                Ok(answer) => reply.lines.extend_from_slice(answer.as_bytes()),
                Err(fault) => {
                    reply.tally.failed += 1;
                    reply.refuse(&fault, id_of(without_mark(line, number)), number);
                }
            }
        }
        reply
    }

    fn refuse(&mut self, fault: &Fault, id: Option<Id>, line: u64) {
        let Fault { error, column } = fault;
        let text = error.to_string();
        let refused = Refused { id, error: &text, hint: error.hint(), line, column: *column };
        // Strings and numbers always serialize, and writing to a vector can't fail.
        let _ = serde_json::to_writer(&mut self.lines, &refused);
        self.lines.push(b'\n');
    }
}

/// What is wrong with a request, and where in the line if its text is wrong.
struct Fault {
    error: Error,
    column: Option<usize>,
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        Self { error, column: None }
    }
}

/// The line that answers a request.
fn answered(line: &[u8], number: u64, generator: &Generator) -> std::result::Result<String, Fault> {
    let mut request = parsed(without_mark(line, number))?;
    let id = request.id.take();
    let result = objects(&request.query(BATCH)?, generator)?;
    Ok(match id {
        None => result,
        Some(id) => Answered { id, result }.line(),
    })
}

/// Editors on some systems put a byte-order mark at the start.
fn without_mark(line: &[u8], number: u64) -> &[u8] {
    if number == 1 { line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line) } else { line }
}

fn parsed(line: &[u8]) -> std::result::Result<JsonRequest, Fault> {
    if line.len() > LONGEST {
        let message = format!("the line has more than {LONGEST} bytes");
        return Err(Error::new(ErrorKind::Usage, message).into());
    }
    // The JSON library would take an array for the fields of an object.
    if !line.trim_ascii_start().starts_with(b"{") {
        let message = if line.trim_ascii().is_empty() {
            "the line is empty".to_owned()
        } else if let Err(error) = std::str::from_utf8(line) {
            format!("the line is not UTF-8 from byte {} on", error.valid_up_to() + 1)
        } else if serde_json::from_slice::<IgnoredAny>(line).is_err() {
            "the line is not JSON".to_owned()
        } else {
            "the line is JSON, but not an object".to_owned()
        };
        return Err(Error::new(ErrorKind::Usage, message).with_hint(EXAMPLE).into());
    }
    serde_json::from_slice(line).map_err(|error| {
        // The line is always the first one.
        let message = BATCH.fault(&error);
        Fault { error: Error::new(ErrorKind::Usage, message), column: Some(error.column()) }
    })
}

/// The result on one line: the object of one target, or an array of several.
fn objects(query: &Query, generator: &Generator) -> Result<String> {
    let format = output::format("ndjson")?;
    let request = match query {
        Query::Examples(request) => request,
        Query::Article(request) => return Ok(format!("{}\n", request.article(generator)?.data)),
    };
    let pages = request.pages(generator)?;
    let lines = format.pages(&pages)?.body;
    if let [page] = pages.as_slice()
        && let [_] = page.pieces.as_slice()
    {
        return Ok(lines);
    }
    Ok(format!("[{}]\n", lines.trim_end().replace('\n', ",")))
}
