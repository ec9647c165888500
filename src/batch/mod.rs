//! Requests as JSON lines, answered in order. The interface is stable enough for other programs to
//! split and distribute the work.

mod chunk_reply;
mod id;
mod lines;
mod record;
mod schema;

use std::io::Read;

use crate::error::Error;
use crate::parallel;
use crate::request::Source;
use crate::snippet::Generator;
use chunk_reply::ChunkReply;
use lines::Lines;
pub use schema::{request_schema, response_schema};

/// A response of a batch is always JSON, whose lines have no numbers and whose title has no level.
const BATCH: Source = Source { without: &["format", "line_numbers", "heading"] };

/// How many requests there were, and how many of them were answered with an error.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Tally {
    /// All lines.
    pub requests: u64,
    /// Those that got an error.
    pub failed: u64,
}

/// Answers each line of `input` with a line, in order.
///
/// A request is an object whose fields are named like the words of the command line: `{"code": 404,
/// "target": "go", "message": "…"}`; `target` can be an array or missing. The response is the
/// object that the format `json` prints, or an array of objects unless exactly one target is named.
/// If the request has an `id`, the response is `{"id": …, "result": …}`. A line that can't be
/// processed becomes `{"error": …, "line": …}`, with its `id` if it has one, and the batch goes on.
///
/// `sink` gets whole lines, in order, as soon as they are ready. Only a few are in memory at a
/// time.
///
/// # Errors
///
/// [`ErrorKind::Read`](crate::error::ErrorKind::Read) if `input` can't be read, and the first error of
/// `sink`.
pub fn answer<E: From<Error>>(
    generator: &Generator,
    input: impl Read + Send,
    mut sink: impl FnMut(&[u8]) -> Result<(), E>,
) -> Result<Tally, E> {
    let mut tally = Tally::default();
    let work = |lines: Result<lines::Chunk, Error>| lines.map(|it| ChunkReply::to(&it, generator));
    parallel::map_in_order(parallel::available_workers(), Lines::of(input), work, |reply| {
        let reply = reply?;
        tally.requests += reply.tally.requests;
        tally.failed += reply.tally.failed;
        sink(&reply.lines)
    })?;
    Ok(tally)
}
