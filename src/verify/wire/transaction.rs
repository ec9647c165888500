use std::path::Path;
use std::time::Duration;

use super::final_response::FinalResponse;
use super::head::Head;
use super::read_error::ReadError;
use super::sent_request::SentRequest;
use super::transcript::Transcript;
use crate::verify::leaks::Leaks;

/// A request and everything that came back.
#[derive(Clone, Debug, Default)]
pub(in crate::verify) struct Transaction {
    /// The request.
    pub(in crate::verify) sent: SentRequest,
    /// The interim responses, in order.
    pub(in crate::verify) interim: Vec<Head>,
    /// The final response, if it was complete.
    pub(in crate::verify) last: Option<FinalResponse>,
    /// Why there is no complete response.
    pub(in crate::verify) error: Option<ReadError>,
    /// Bytes after the end of the response that are not a response.
    pub(in crate::verify) stray: Vec<u8>,
    /// Why the next request on the connection, which the response kept open, got no response.
    pub(in crate::verify) next: Option<ReadError>,
    /// How long it took from the connection to the end of the response.
    pub(in crate::verify) time: Duration,
    /// All bytes in both directions.
    pub(in crate::verify) transcript: Transcript,
}

/// The data on the example that is not on the wire.
#[derive(Clone, Copy, Debug)]
pub(in crate::verify) struct ExampleContext<'a> {
    /// The message in its response.
    pub(in crate::verify) message: &'a str,
    /// The folder in which it runs, if it runs on this machine.
    pub(in crate::verify) workspace: Option<&'a Path>,
    /// What no response may show.
    pub(in crate::verify) leaks: &'a Leaks,
}

impl Transaction {
    /// A request without any response yet.
    pub(in crate::verify) fn new(sent: SentRequest) -> Self {
        Self {
            sent,
            interim: Vec::new(),
            last: None,
            error: None,
            stray: Vec::new(),
            next: None,
            time: Duration::ZERO,
            transcript: Transcript::default(),
        }
    }

    /// Whether the connection ended, or something that is no response came, before one was whole.
    pub(in crate::verify) fn is_ended(&self) -> bool {
        let ended = matches!(self.error, Some(ReadError::Closed(_) | ReadError::Malformed(_)));
        self.last.is_none() && ended
    }

    /// The header sections of all responses, the final one last.
    pub(in crate::verify) fn heads(&self) -> impl Iterator<Item = &Head> {
        self.interim.iter().chain(self.last.iter().map(|answer| &answer.head))
    }

    /// The final response, if it has one of those codes.
    pub(in crate::verify) fn answered(&self, codes: &[u16]) -> Option<&FinalResponse> {
        self.last.as_ref().filter(|answer| codes.contains(&answer.head.status))
    }
}
