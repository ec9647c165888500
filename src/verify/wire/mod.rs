//! HTTP/1 on the wire: what goes out exactly as asked, and what comes in byte by byte.

mod answer;
mod chunks;
mod connection;
mod dialogue;
mod framing;
mod head;
mod read_error;
mod reader;
mod recording;
#[cfg(test)]
mod scripted;
mod section;
mod sent;
mod socket;
mod transcript;

pub(super) use answer::Answer;
pub(super) use connection::Connection;
pub(super) use dialogue::{Dialogue, Known};
pub(super) use framing::Framing;
pub(super) use head::Head;
pub(super) use read_error::ReadError;
pub(super) use recording::Recording;
#[cfg(test)]
pub(super) use scripted::from_bytes;
#[cfg(test)]
pub(super) use section::Section;
pub(super) use sent::{Place, Sent};
pub(super) use socket::Socket;
pub(super) use transcript::Transcript;
