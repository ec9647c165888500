use super::connection::read;
use super::framing::Framing;
use super::read_error::ReadError;
use super::reader::Reader;
use super::sent_request::SentRequest;
use super::transaction::Transaction;

/// The transaction of a client that receives those bytes, after which the connection ends. A second
/// response answers a second request. A `∅` at the end marks the end of a connection that was kept
/// open.
pub(in crate::verify) fn from_bytes(sent: SentRequest, bytes: &[u8]) -> Transaction {
    let ended = bytes.strip_suffix("∅".as_bytes());
    let mut reader = Reader::new(ended.unwrap_or(bytes));
    let mut transaction = Transaction::new(sent.clone());
    if let Err(error) = read(&mut reader, &mut transaction, false) {
        transaction.error = Some(error);
        transaction.stray = reader.drain().unwrap_or_default();
        return transaction;
    }
    if transaction.last.as_ref().is_some_and(|answer| answer.framing == Framing::Switched) {
        return transaction;
    }
    let rest = reader.drain().unwrap_or_default();
    if rest.starts_with(b"HTTP/") {
        let mut next = Transaction::new(sent);
        transaction.next = read(&mut Reader::new(rest.as_slice()), &mut next, false).err();
    } else {
        transaction.stray = rest;
        transaction.next = ended.map(|_| ReadError::Closed(0));
    }
    transaction
}
