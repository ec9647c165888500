use super::connection::read;
use super::dialogue::Dialogue;
use super::framing::Framing;
use super::read_error::ReadError;
use super::reader::Reader;
use super::sent::Sent;

/// What a client sees of those bytes, after which the connection ends: responses, the second of
/// which answers a second request. A `∅` at the end is the end of a connection that was kept.
pub(in crate::verify) fn from_bytes(sent: Sent, bytes: &[u8]) -> Dialogue {
    let ended = bytes.strip_suffix("∅".as_bytes());
    let mut reader = Reader::new(ended.unwrap_or(bytes));
    let mut dialogue = Dialogue::new(sent.clone());
    if let Err(error) = read(&mut reader, &mut dialogue, false) {
        dialogue.error = Some(error);
        dialogue.stray = reader.drain().unwrap_or_default();
        return dialogue;
    }
    if dialogue.last.as_ref().is_some_and(|answer| answer.framing == Framing::Switched) {
        return dialogue;
    }
    let rest = reader.drain().unwrap_or_default();
    if rest.starts_with(b"HTTP/") {
        let mut next = Dialogue::new(sent);
        dialogue.next = read(&mut Reader::new(rest.as_slice()), &mut next, false).err();
    } else {
        dialogue.stray = rest;
        dialogue.next = ended.map(|_| ReadError::Closed(0));
    }
    dialogue
}
