use super::header_section::HeaderSection;
use crate::catalogue::{Request, Transfer, Version, fill_path};

/// Where the example runs: what `{authority}` and `{path}` stand for.
#[derive(Clone, Copy, Debug)]
pub(in crate::verify) struct Endpoint<'a> {
    /// The host and port.
    pub(in crate::verify) authority: &'a str,
    /// The path of its resource, percent-encoded.
    pub(in crate::verify) path: &'a str,
}

/// A request as it goes out.
#[derive(Clone, Debug)]
pub(in crate::verify) struct SentRequest {
    /// The method.
    pub(in crate::verify) method: String,
    /// The request target: path and query.
    pub(in crate::verify) target: String,
    /// The version in the request line.
    pub(in crate::verify) version: Version,
    /// The fields, in the order of the request.
    pub(in crate::verify) fields: HeaderSection,
    /// The content.
    pub(in crate::verify) content: Vec<u8>,
    /// How the content goes out.
    pub(in crate::verify) transfer: Transfer,
}

/// Methods that announce even empty content (RFC 9110, section 8.6).
const WITH_CONTENT: [&str; 3] = ["POST", "PUT", "PATCH"];

impl Endpoint<'_> {
    /// The text with both of its variables filled in.
    pub(in crate::verify) fn fill(self, text: &str) -> String {
        fill_path(text, self.path).replace("{authority}", self.authority)
    }
}

impl SentRequest {
    /// A request of the catalogue, sent to `endpoint`.
    pub(in crate::verify) fn new(request: &Request, endpoint: Endpoint) -> Self {
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
        let mut content = request.content.clone().into_bytes();
        content.extend(b"x".repeat(request.pad.content));
        let method = request.method.as_str().to_owned();
        if request.transfer == Transfer::Chunked {
            fields.add("Transfer-Encoding", b"chunked");
        } else if (!content.is_empty() || WITH_CONTENT.contains(&method.as_str()))
            && !given("Content-Length")
        {
            fields.add("Content-Length", content.len().to_string().as_bytes());
        }
        let query = match request.pad.query {
            0 => String::new(),
            count => format!("?{}", "q".repeat(count)),
        };
        Self {
            method,
            target: format!("{}{query}", endpoint.path),
            version: request.version,
            fields,
            content,
            transfer: request.transfer,
        }
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
        };
        let mut text = format!("{} {} HTTP/{version}\r\n", self.method, self.target);
        for (name, value) in self.fields.lines() {
            text.extend([name, ": ", value, "\r\n"]);
        }
        text.push_str("\r\n");
        text.into_bytes()
    }

    /// What follows the header section.
    pub(in crate::verify) fn body(&self) -> Vec<u8> {
        let (first, second) = self.content.split_at(self.content.len() / 2);
        match self.transfer {
            Transfer::Whole | Transfer::AfterContinue => self.content.clone(),
            Transfer::Stalled => first.to_vec(),
            Transfer::Chunked => [chunk(first), chunk(second), b"0\r\n\r\n".to_vec()].concat(),
        }
    }
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

    use super::{Endpoint, SentRequest};
    use crate::catalogue::Request;

    fn bytes(request: Value) -> String {
        let request: Request = serde_json::from_value(request).unwrap();
        let sent =
            SentRequest::new(&request, Endpoint { authority: "127.0.0.1:1", path: "/%C3%A9/" });
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
}
