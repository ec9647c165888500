use super::endpoint::Endpoint;
use super::header_section::HeaderSection;
use crate::catalogue::{Request, Transfer, Version};

/// A request as it goes out.
#[derive(Clone, Debug, Default)]
pub(in crate::verify) struct SentRequest {
    /// The method.
    pub(in crate::verify) method: String,
    /// The request target: path and query.
    pub(in crate::verify) target: String,
    /// The version in the request line.
    pub(in crate::verify) version: Version,
    /// The fields, in order.
    pub(in crate::verify) fields: HeaderSection,
    /// The content, or its beginning.
    pub(in crate::verify) content: Vec<u8>,
    /// How many bytes of filler follow, which are too many to be held.
    pub(in crate::verify) filler: u64,
    /// What follows the filler.
    pub(in crate::verify) tail: Vec<u8>,
    /// How the content is sent.
    pub(in crate::verify) transfer: Transfer,
}

/// A part of what follows a header section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// These bytes.
    Bytes(Vec<u8>),
    /// So many bytes of filler, no more than [`FILLER`] has.
    Filler(usize),
}

/// Filler.
pub(super) static FILLER: [u8; 64 << 10] = [b'x'; 64 << 10];
/// What stands between the parts of an upload.
const BOUNDARY: &str = "statuscraft-boundary-7MA4YWxkTrZu0gW";

/// Methods that announce even empty content (RFC 9110, section 8.6).
const WITH_CONTENT: [&str; 3] = ["POST", "PUT", "PATCH"];
const MEGABYTE: u64 = 1_000_000;

impl SentRequest {
    /// A request of the catalogue with that target, sent to `endpoint`.
    pub(in crate::verify) fn new(request: &Request, endpoint: &Endpoint, target: &str) -> Self {
        let target = match request.pad.query {
            0 => target.to_owned(),
            count => format!("{target}?{}", "q".repeat(count)),
        };
        let mut fields = HeaderSection::default();
        let given =
            |name: &str| request.fields.keys().any(|it| it.as_str().eq_ignore_ascii_case(name));
        if !given("Host") {
            fields.add("Host", endpoint.authority.as_bytes());
        }
        for (name, value) in &request.fields {
            fields.add(name.as_str(), endpoint.fill(value.as_str()).as_bytes());
        }
        if request.pad.fields > 0 {
            fields.add("X-Filler", &b"x".repeat(request.pad.fields));
        }
        let (mut content, tail) = match request.multipart {
            Some(size) => upload(size),
            None => (request.content.clone().into_bytes(), Vec::new()),
        };
        if request.multipart.is_some() && !given("Content-Type") {
            let value = format!("multipart/form-data; boundary={BOUNDARY}");
            fields.add("Content-Type", value.as_bytes());
        }
        content.extend(b"x".repeat(request.pad.content));
        let filler = u64::from(request.megabytes) * MEGABYTE;
        let method = request.method.as_str().to_owned();
        let length = content.len() as u64 + filler + tail.len() as u64;
        if request.transfer == Transfer::Chunked {
            fields.add("Transfer-Encoding", b"chunked");
        } else if (length > 0 || WITH_CONTENT.contains(&method.as_str()))
            && !given("Content-Length")
        {
            fields.add("Content-Length", length.to_string().as_bytes());
        }
        let (version, transfer) = (request.version, request.transfer);
        Self { method, target, version, fields, content, filler, tail, transfer }
    }

    /// The same request with the method HEAD.
    pub(in crate::verify) fn as_head(&self) -> Self {
        Self { method: "HEAD".into(), ..self.clone() }
    }

    /// The same request with another value in one of its fields.
    pub(in crate::verify) fn with(&self, name: &str, value: &str) -> Self {
        let mut fields = HeaderSection::default();
        for (it, old) in self.fields.lines() {
            let value = if it.eq_ignore_ascii_case(name) { value } else { old };
            fields.add(it, value.as_bytes());
        }
        Self { fields, ..self.clone() }
    }

    /// Request line and header section.
    pub(super) fn head(&self) -> Vec<u8> {
        let version = match self.version {
            Version::Http10 => "1.0",
            Version::Http11 => "1.1",
            Version::Http20 => "2.0",
        };
        let mut text = format!("{} {} HTTP/{version}\r\n", self.method, self.target);
        for (name, value) in self.fields.lines() {
            text.extend([name, ": ", value, "\r\n"]);
        }
        text.push_str("\r\n");
        text.into_bytes()
    }

    /// What follows the header section, where there is no filler.
    pub(in crate::verify) fn body(&self) -> Vec<u8> {
        let bytes = self.pieces().into_iter().map(|piece| match piece {
            Piece::Bytes(bytes) => bytes,
            Piece::Filler(count) => FILLER.get(..count).unwrap_or_default().to_vec(),
        });
        bytes.collect::<Vec<_>>().concat()
    }

    /// What follows the header section, piece by piece.
    pub(super) fn pieces(&self) -> Vec<Piece> {
        let all = self.content.len() as u64 + self.filler + self.tail.len() as u64;
        let (content, filler, tail) = match self.transfer {
            Transfer::Whole | Transfer::AfterContinue | Transfer::Chunked => {
                (self.content.as_slice(), self.filler, self.tail.as_slice())
            }
            Transfer::Stalled | Transfer::Truncated => {
                let half = all / 2;
                let content = usize::try_from(half).unwrap_or(usize::MAX).min(self.content.len());
                let filler = self.filler.min(half - content as u64);
                (self.content.get(..content).unwrap_or_default(), filler, &[][..])
            }
        };
        let chunked = self.transfer == Transfer::Chunked;
        let (first, second) =
            content.split_at(if chunked { content.len() / 2 } else { content.len() });
        let mut pieces = vec![Piece::Bytes(first.to_vec()), Piece::Bytes(second.to_vec())];
        let mut left = filler;
        while left > 0 {
            let count = usize::try_from(left).unwrap_or(usize::MAX).min(FILLER.len());
            pieces.push(Piece::Filler(count));
            left -= count as u64;
        }
        pieces.push(Piece::Bytes(tail.to_vec()));
        pieces.retain(|piece| *piece != Piece::Bytes(Vec::new()));
        if chunked { chunks(pieces) } else { pieces }
    }
}

/// The pieces in the chunked coding.
fn chunks(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut chunked = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Bytes(bytes) => chunked.push(Piece::Bytes(chunk(&bytes))),
            Piece::Filler(count) => chunked.extend([
                Piece::Bytes(format!("{count:x}\r\n").into_bytes()),
                Piece::Filler(count),
                Piece::Bytes(b"\r\n".to_vec()),
            ]),
        }
    }
    chunked.push(Piece::Bytes(b"0\r\n\r\n".to_vec()));
    chunked
}

/// The upload of a file of that many bytes: all up to its last byte, and what follows.
fn upload(size: usize) -> (Vec<u8>, Vec<u8>) {
    let head = format!(
        "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"file\"; \
         filename=\"example.txt\"\r\nContent-Type: text/plain\r\n\r\n"
    );
    let mut content = head.into_bytes();
    content.extend(b"x".repeat(size));
    (content, format!("\r\n--{BOUNDARY}--\r\n").into_bytes())
}

fn chunk(bytes: &[u8]) -> Vec<u8> {
    if bytes.is_empty() {
        return Vec::new();
    }
    [format!("{:x}\r\n", bytes.len()).as_bytes(), bytes, b"\r\n"].concat()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::SentRequest;
    use crate::catalogue::Request;
    use crate::verify::wire::endpoint::endpoint;

    fn bytes(request: Value) -> String {
        let request: Request = serde_json::from_value(request).unwrap();
        let endpoint = endpoint("/%C3%A9/");
        let sent = SentRequest::new(&request, &endpoint, &endpoint.path);
        String::from_utf8([sent.head(), sent.body()].concat()).unwrap()
    }

    #[test]
    fn a_request_goes_out_as_it_is_written() {
        assert_eq!(bytes(json!({})), "GET /%C3%A9/ HTTP/1.1\r\nHost: 127.0.0.1:1\r\n\r\n");
        let fields = json!({"host": "other", "Destination": "http://{authority}{path}/1"});
        assert_eq!(
            bytes(json!({"version": "1.0", "fields": fields})),
            "GET /%C3%A9/ HTTP/1.0\r\nDestination: http://127.0.0.1:1/%C3%A9/1\r\nhost: other\r\n\r\n"
        );
        assert!(bytes(json!({"method": "PUT"})).ends_with("\r\nContent-Length: 0\r\n\r\n"));
    }

    #[test]
    fn filler_makes_it_long() {
        let pad = |endpoint: &str| json!({"content": "ab", "pad": {endpoint: 2}});
        assert!(bytes(pad("query")).starts_with("GET /%C3%A9/?qq HTTP/1.1\r\n"));
        assert!(bytes(pad("fields")).contains("\r\nX-Filler: xx\r\n"));
        assert!(bytes(pad("content")).ends_with("\r\nContent-Length: 4\r\n\r\nabxx"));
    }

    #[test]
    fn content_goes_out_in_every_way() {
        let text = |transfer: &str| bytes(json!({"content": "abc", "transfer": transfer}));
        assert!(
            text("chunked")
                .ends_with("\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n2\r\nbc\r\n0\r\n\r\n")
        );
        assert!(text("stalled").ends_with("\r\nContent-Length: 3\r\n\r\na"));
        assert!(text("after-continue").ends_with("\r\nContent-Length: 3\r\n\r\nabc"));
    }

    #[test]
    fn half_of_it_goes_out_where_more_is_announced() {
        for transfer in ["stalled", "truncated"] {
            let request = json!({"multipart": 10, "megabytes": 1, "transfer": transfer});
            let request: Request = serde_json::from_value(request).unwrap();
            let endpoint = endpoint("/");
            let sent = SentRequest::new(&request, &endpoint, "/");
            let announced: usize = sent.fields.get("Content-Length").unwrap().parse().unwrap();
            assert_eq!(sent.body().len(), announced / 2);
        }
    }

    #[test]
    fn a_file_is_uploaded_and_grows_by_megabytes() {
        let upload = bytes(json!({"method": "POST", "multipart": 3}));
        let (head, content) = upload.split_once("\r\n\r\n").unwrap();
        assert!(head.contains("\r\nContent-Type: multipart/form-data; boundary=statuscraft-"));
        assert!(head.ends_with(&format!("\r\nContent-Length: {}", content.len())), "{upload}");
        assert!(content.contains("\r\n\r\nxxx\r\n--statuscraft-"), "{upload}");
        let large = bytes(json!({"content": "ab", "megabytes": 2, "transfer": "chunked"}));
        assert_eq!(large.matches('x').count(), 2_000_000);
        assert!(large.ends_with("x\r\n0\r\n\r\n"));
    }
}
