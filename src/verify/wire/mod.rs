//! HTTP/1 on the wire: what goes out exactly as asked, and what comes in byte by byte.

mod answer;
mod chunks;
mod connection;
mod dialogue;
mod framing;
mod head;
mod reader;
mod section;
mod sent;
mod socket;
mod transcript;
mod trouble;
mod websocket;

pub(super) use answer::Answer;
pub(super) use connection::Connection;
pub(super) use dialogue::{Dialogue, Known};
pub(super) use framing::Framing;
pub(super) use head::Head;
pub(super) use section::Section;
pub(super) use sent::{Place, Sent};
pub(super) use transcript::Transcript;
pub(super) use trouble::Trouble;
pub(super) use websocket::converse;
