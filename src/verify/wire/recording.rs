use std::io::Read;

use super::chunks;
use super::connection::read;
use super::framing::Framing;
use super::header_section::HeaderSection;
use super::read_error::ReadError;
use super::reader::Reader;
use super::sent_request::SentRequest;
use super::transaction::Transaction;
use super::transcript::Transcript;
use crate::catalogue::{Transfer, Version};

/// A recording of a connection between a client and a server.
#[derive(Clone, Debug, Default)]
pub(in crate::verify) struct Recording {
    client: Vec<u8>,
    server: Vec<u8>,
    transcript: Transcript,
}

impl Recording {
    /// Adds bytes from the client.
    pub(in crate::verify) fn sent(&mut self, bytes: &[u8]) {
        self.client.extend_from_slice(bytes);
        self.transcript.sent(bytes);
    }

    /// Adds bytes from the server.
    pub(in crate::verify) fn received(&mut self, bytes: &[u8]) {
        self.server.extend_from_slice(bytes);
        self.transcript.received(bytes);
    }

    /// All bytes in both directions.
    pub(in crate::verify) fn transcript(&self) -> &Transcript {
        &self.transcript
    }

    /// Each request with its responses, or why the bytes are not a request.
    pub(in crate::verify) fn transactions(&self) -> Result<Vec<Transaction>, ReadError> {
        let mut client = Reader::new(self.client.as_slice());
        let mut server = Reader::new(self.server.as_slice());
        let mut transactions: Vec<Transaction> = Vec::new();
        while client.has_more() {
            let mut transaction = Transaction::new(request(&mut client)?);
            transaction.transcript = self.transcript.clone();
            transaction.error = read(&mut server, &mut transaction, false).err();
            let ends = transaction.last.as_ref().is_none_or(|it| it.framing == Framing::Switched);
            transactions.push(transaction);
            if ends {
                return Ok(transactions);
            }
        }
        if let Some(last) = transactions.last_mut() {
            last.stray = server.drain()?;
        }
        Ok(transactions)
    }
}

/// The end of a request line in the version that no server of HTTP/1 supports.
const LATER: &[u8] = b"HTTP/2.0\r\n";

/// The next request (RFC 9112, section 3).
fn request<S: Read>(reader: &mut Reader<S>) -> Result<SentRequest, ReadError> {
    let (mut raw, mut later) = (Vec::new(), false);
    loop {
        let line = reader.line()?;
        match line.strip_suffix(LATER) {
            // The parser knows no such version, but a request line can have one.
            Some(start) if raw.is_empty() => {
                later = true;
                raw.extend([start, b"HTTP/1.1\r\n"].concat());
            }
            _ => raw.extend_from_slice(&line),
        }
        if line == b"\r\n" {
            break;
        }
    }
    let mut lines = vec![httparse::EMPTY_HEADER; 256];
    let mut head = httparse::Request::new(&mut lines);
    let malformed = |why: String| ReadError::Malformed(format!("the request is malformed: {why}"));
    head.parse(&raw).map_err(|error| malformed(error.to_string()))?;
    let mut fields = HeaderSection::default();
    for line in head.headers.iter() {
        fields.add(line.name, line.value);
    }
    let mut sent = SentRequest {
        method: head.method.unwrap_or_default().to_owned(),
        target: head.path.unwrap_or_default().to_owned(),
        version: match head.version {
            _ if later => Version::Http20,
            Some(1) => Version::Http11,
            _ => Version::Http10,
        },
        fields,
        content: Vec::new(),
        filler: 0,
        tail: Vec::new(),
        transfer: Transfer::Whole,
    };
    if sent.fields.lists("Transfer-Encoding", "chunked") {
        sent.transfer = Transfer::Chunked;
        sent.content = chunks::read(reader)?;
    } else if let Some(length) = sent.fields.get("Content-Length") {
        let length = length.parse().map_err(|_| malformed(format!("the length is `{length}`")))?;
        sent.content = reader.at_most(length)?;
        if sent.content.len() < length {
            sent.transfer = Transfer::Stalled;
        }
    }
    Ok(sent)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recording(client: &str, server: &str) -> Recording {
        let mut recording = Recording::default();
        recording.sent(client.replace('\n', "\r\n").as_bytes());
        recording.received(server.replace('\n', "\r\n").as_bytes());
        recording
    }

    #[test]
    fn requests_and_responses_are_separated() {
        let client = "POST /a?b HTTP/1.1\nHost: x\nContent-Length: 3\n\nabcGET /c HTTP/1.0\n\n";
        let server = "HTTP/1.1 100 -\n\nHTTP/1.1 201 -\nContent-Length: 1\n\nxHTTP/1.1 204 -\n\n";
        let transactions = recording(client, server).transactions().unwrap();
        let [first, second] = transactions.as_slice() else { panic!("{transactions:?}") };
        assert_eq!((first.sent.method.as_str(), first.sent.target.as_str()), ("POST", "/a?b"));
        assert_eq!(
            (first.sent.content.as_slice(), first.sent.transfer),
            (&b"abc"[..], Transfer::Whole)
        );
        assert_eq!(first.interim.len(), 1);
        assert_eq!(first.last.as_ref().unwrap().content, b"x");
        assert_eq!(second.sent.version, Version::Http10);
        assert_eq!(second.last.as_ref().unwrap().head.status, 204);
        assert!(second.stray.is_empty());
    }

    #[test]
    fn a_request_in_a_later_version_is_read() {
        let transactions = recording("GET /a HTTP/2.0\nHost: x\n\n", "HTTP/1.1 505 -\n\n");
        let [only] = &transactions.transactions().unwrap()[..] else { panic!("{transactions:?}") };
        assert_eq!((only.sent.version, only.sent.target.as_str()), (Version::Http20, "/a"));
        assert!(recording("GET /a HTTP/3.0\n\n", "").transactions().is_err());
    }

    #[test]
    fn content_in_chunks_and_content_that_stops_are_read() {
        let chunked = "PUT / HTTP/1.1\nTransfer-Encoding: chunked\n\n2\nab\n1\nc\n0\n\n";
        let stalled = "PUT / HTTP/1.1\nContent-Length: 5\n\nabc";
        for (client, transfer) in [(chunked, Transfer::Chunked), (stalled, Transfer::Stalled)] {
            let transactions = recording(client, "HTTP/1.1 204 -\n\nrest").transactions().unwrap();
            assert_eq!(transactions[0].sent.content, b"abc");
            assert_eq!(transactions[0].sent.transfer, transfer);
            assert_eq!(transactions[0].stray, b"rest");
        }
    }

    #[test]
    fn invalid_requests_and_missing_responses_are_reported() {
        assert!(recording("GET\n\n", "").transactions().is_err());
        assert!(recording("GET / HTTP/1.1\nHost: x", "").transactions().is_err());
        let transactions =
            recording("GET / HTTP/1.1\n\n", "HTTP/1.1 200 -\nContent-Length: 9\n\nx");
        assert!(transactions.transactions().unwrap()[0].error.is_some());
        assert!(recording("", "").transactions().unwrap().is_empty());
    }
}
