use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr};
use std::time::Instant;

use super::final_response::FinalResponse;
use super::framing::Framing;
use super::head::Head;
use super::read_error::ReadError;
use super::reader::Reader;
use super::sent_request::{FILLER, Piece, SentRequest};
use super::socket::Socket;
use super::transaction::Transaction;
use crate::catalogue::{Transfer, Version};
use crate::verify::limits::Limits;

/// The ends of a connection.
#[derive(Clone, Copy, Debug)]
pub(in crate::verify) struct Ends {
    /// Where the server listens.
    pub(in crate::verify) server: SocketAddr,
    /// The client's loopback address, if it matters.
    pub(in crate::verify) client: Option<Ipv4Addr>,
}

/// A connection to the running example.
#[derive(Debug)]
pub(in crate::verify) struct Connection {
    reader: Reader<Socket>,
    limits: Limits,
    deadline: Instant,
}

impl Connection {
    /// Sends a request on a new connection and reads the response; `deadline` is the absolute
    /// limit. The connection is returned if another request, or another protocol, may follow on it.
    pub(in crate::verify) fn ask(
        ends: Ends,
        sent: SentRequest,
        limits: Limits,
        deadline: Instant,
    ) -> (Transaction, Option<Self>) {
        let start = Instant::now();
        let first = deadline.min(start + limits.response);
        let mut transaction = Transaction::new(sent);
        let socket = match Socket::open(ends.server, ends.client, first, limits.bytes) {
            Ok(socket) => socket,
            Err(error) => {
                transaction.error = Some(error.into());
                return (transaction, None);
            }
        };
        let mut connection = Self { reader: Reader::new(socket), limits, deadline };
        let whole = connection.carry_out(&mut transaction, first);
        transaction.time = start.elapsed();
        let goes_on = transaction.last.as_ref().is_some_and(|answer| {
            answer.framing == Framing::Switched || (whole && answer.keeps(&transaction.sent))
        });
        if !goes_on && transaction.last.is_some() {
            connection.await_end(&mut transaction);
        }
        transaction.transcript = connection.reader.source.transcript.clone();
        (transaction, goes_on.then_some(connection))
    }

    /// Sends another request on the connection, and records in `transaction`, the first one, if the
    /// reply is no response.
    pub(in crate::verify) fn follow(
        mut self,
        transaction: &mut Transaction,
        sent: SentRequest,
    ) -> Transaction {
        let limit = self.deadline.min(Instant::now() + self.limits.response);
        self.reader.source.wait_until(limit);
        let mut second = Transaction::new(sent);
        self.carry_out(&mut second, limit);
        if second.interim.is_empty() && matches!(second.error, Some(ReadError::Malformed(_))) {
            transaction.stray.clone_from(&second.stray);
        }
        if transaction.stray.is_empty() {
            transaction.next.clone_from(&second.error);
        }
        second.transcript = self.reader.source.transcript.clone();
        transaction.transcript.clone_from(&second.transcript);
        second
    }

    /// The socket and the bytes that it has already received, for another protocol.
    pub(in crate::verify) fn into_parts(mut self) -> (Socket, Vec<u8>) {
        let limit = self.deadline.min(Instant::now() + self.limits.response);
        self.reader.source.wait_until(limit);
        let rest = self.reader.rest();
        (self.reader.source, rest)
    }

    /// Sends the request and records the response in `transaction`. Returns whether the whole
    /// request was sent.
    fn carry_out(&mut self, transaction: &mut Transaction, limit: Instant) -> bool {
        let sent = transaction.sent.clone();
        // A server may respond and close before it has read everything; its response counts.
        let _ = self.reader.source.write_all(&sent.head());
        if sent.transfer == Transfer::AfterContinue {
            self.reader.source.wait_until(limit.min(Instant::now() + self.limits.patience));
            let first = read(&mut self.reader, transaction, true);
            self.reader.source.wait_until(limit);
            match first {
                Ok(Progress::Continue) | Err(ReadError::Late) => {}
                Ok(Progress::Done) => return false,
                Err(error) => {
                    self.give_up(transaction, error);
                    return false;
                }
            }
        }
        let whole = self.send(&sent);
        if let Err(error) = read(&mut self.reader, transaction, false) {
            self.give_up(transaction, error);
        }
        whole && sent.transfer != Transfer::Stalled && sent.transfer != Transfer::Truncated
    }

    /// Whether all went out that follows the header section.
    fn send(&mut self, sent: &SentRequest) -> bool {
        let socket = &mut self.reader.source;
        for piece in sent.pieces() {
            let went = match piece {
                // A server may answer and close before it has read everything: the answer counts.
                Piece::Bytes(bytes) => socket.write_all(&bytes).map(|()| true),
                Piece::Filler(count) => {
                    socket.write_filler(FILLER.get(..count).unwrap_or_default())
                }
            };
            if !went.unwrap_or(false) {
                // What is small may have got there before the connection ended.
                return sent.filler == 0;
            }
        }
        if sent.transfer == Transfer::Truncated {
            let _ = socket.finish();
        }
        true
    }

    /// Notes why there is no response, and the bytes that stand in its endpoint.
    fn give_up(&mut self, transaction: &mut Transaction, error: ReadError) {
        if matches!(error, ReadError::Malformed(_)) {
            self.await_end(transaction);
        }
        transaction.error = Some(error);
    }

    /// Reads bytes after a response that ends the connection.
    fn await_end(&mut self, transaction: &mut Transaction) {
        let soon = Instant::now() + self.limits.patience;
        self.reader.source.wait_until(self.deadline.min(soon));
        transaction.stray = match self.reader.drain() {
            Ok(stray) => stray,
            Err(_) => self.reader.rest(),
        };
    }
}

/// Why reading stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::verify) enum Progress {
    /// 100 (Continue) was received, and the content may be sent.
    Continue,
    /// The final response was received.
    Done,
}

/// Reads responses up to the final one, or up to the first 100 (Continue) if `until_continue`.
pub(in crate::verify) fn read<S: Read>(
    reader: &mut Reader<S>,
    transaction: &mut Transaction,
    until_continue: bool,
) -> Result<Progress, ReadError> {
    loop {
        let mut raw = reader.head()?;
        if transaction.sent.version == Version::Http20 && raw.starts_with(b"HTTP/2.0 ") {
            // Of what such a request gets, only the status is looked at.
            raw.splice(..8, *b"HTTP/1.1");
        }
        let head = Head::new(raw).map_err(ReadError::Malformed)?;
        if head.status >= 200 || head.status == 101 {
            transaction.last = Some(FinalResponse::read(head, &transaction.sent.method, reader)?);
            return Ok(Progress::Done);
        }
        let goes_ahead = head.status == 100;
        transaction.interim.push(head);
        if until_continue && goes_ahead {
            return Ok(Progress::Continue);
        }
    }
}
