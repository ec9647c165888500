//! HTTP/1 on the wire: requests are sent exactly as specified, and responses are read byte by byte.

mod chunks;
mod connection;
mod endpoint;
mod final_response;
mod framing;
mod head;
mod header_section;
mod read_error;
mod reader;
mod recording;
mod sent_request;
mod socket;
mod transaction;
#[cfg(test)]
mod transaction_from_bytes;
mod transcript;

pub(super) use connection::{Connection, Ends};
pub(super) use endpoint::Endpoint;
pub(super) use final_response::FinalResponse;
pub(super) use framing::Framing;
pub(super) use head::Head;
#[cfg(test)]
pub(super) use header_section::HeaderSection;
pub(super) use read_error::ReadError;
pub(super) use recording::Recording;
pub(super) use sent_request::SentRequest;
pub(super) use socket::Socket;
pub(super) use transaction::{ExampleContext, Transaction};
#[cfg(test)]
pub(super) use transaction_from_bytes::from_bytes;
pub(super) use transcript::Transcript;
