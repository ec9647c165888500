use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::catalogue::field::{FieldName, FieldValue};
use crate::catalogue::scenario::PathValues;

/// A request on the resource of the example.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Request {
    /// The method.
    pub method: Method,
    /// Another path than that of the example, percent-encoded.
    pub path: Option<String>,
    /// Whether the target is a whole URI on the server behind a gateway, as one that is sent to a
    /// proxy.
    pub absolute: bool,
    /// Values of the path's variables, where they differ from the scenario's.
    pub at: PathValues,
    /// What follows the path, percent-encoded, such as `/1`.
    pub suffix: String,
    /// What follows a `?`, percent-encoded.
    pub query: Option<String>,
    /// The field of the response to the exchange's own request that names where this request goes.
    pub follow: Option<FieldName>,
    /// The version in the request line.
    pub version: Version,
    /// The fields; Host is added if it is not among them.
    pub fields: BTreeMap<FieldName, FieldValue>,
    /// The content; it is announced with Content-Length unless `transfer` says otherwise.
    pub content: String,
    /// The size of a file that the content uploads as multipart/form-data.
    pub multipart: Option<usize>,
    /// Filler, for requests that are meant to be too large.
    pub pad: Pad,
    /// Millions of filler bytes after the content.
    pub megabytes: u32,
    /// How the content is sent.
    pub transfer: Transfer,
    /// How many times it is sent, one after the other; each must get the response.
    pub repeat: u32,
    /// Which client sends it; each has an address of its own.
    pub client: u8,
    /// How many clients send it, each from an address of its own; each must get the response.
    pub clients: u32,
}

impl Default for Request {
    fn default() -> Self {
        Self {
            method: Method::default(),
            path: None,
            absolute: false,
            client: 1,
            at: PathValues::default(),
            suffix: String::new(),
            query: None,
            follow: None,
            version: Version::default(),
            fields: BTreeMap::default(),
            content: String::new(),
            multipart: None,
            pad: Pad::default(),
            megabytes: 0,
            transfer: Transfer::default(),
            repeat: 1,
            clients: 1,
        }
    }
}

impl Request {
    /// What is wrong beyond the syntax, if anything.
    pub(super) fn fault(&self) -> Option<String> {
        if self.repeat == 0 || self.clients == 0 {
            return Some("expected `repeat` and `clients` to be 1 or more".into());
        }
        if self.client == 0 || (self.client > 1 && self.clients > 1) {
            return Some("expected `client` to be 1 or more, or `clients` instead".into());
        }
        if !self.path.as_ref().is_none_or(|path| is_path(path)) {
            return Some("expected `path` to be a percent-encoded path".into());
        }
        if self.repeat > 1 && self.clients > 1 {
            return Some("expected `repeat` or `clients`, not both".into());
        }
        if !self.suffix.is_empty() && !is_path(&format!("/{}", self.suffix)) {
            return Some("expected `suffix` to be a percent-encoded path".into());
        }
        let query = self.query.as_deref().unwrap_or_default();
        if !query.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'#') {
            return Some("expected `query` to be percent-encoded".into());
        }
        if self.query.is_some() && self.pad.query > 0 {
            return Some("expected `query` or `pad: {query: …}`, not both".into());
        }
        let contents =
            [!self.content.is_empty(), self.multipart.is_some()].into_iter().filter(|it| *it);
        if contents.count() > 1 {
            return Some("expected `content` or `multipart`, not both".into());
        }
        let elsewhere = self.path.is_some()
            || !self.at.is_empty()
            || !self.suffix.is_empty()
            || self.query.is_some();
        (self.follow.is_some() && elsewhere)
            .then(|| "expected `follow`, or `path`, `at`, `suffix` and `query`, not both".into())
    }
}

fn is_path(text: &str) -> bool {
    text.starts_with('/')
        && text.bytes().all(|byte| byte.is_ascii_graphic() && !b"?#".contains(&byte))
}

/// A method: a token (RFC 9110, section 9.1).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(transparent)]
pub struct Method(FieldName);

impl Method {
    /// The method as it stands in the request line.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl Default for Method {
    fn default() -> Self {
        Self(FieldName::literal("GET"))
    }
}

/// A version of HTTP in a request line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub enum Version {
    /// HTTP/1.0, whose clients know no interim responses.
    #[serde(rename = "1.0")]
    Http10,
    /// HTTP/1.1.
    #[default]
    #[serde(rename = "1.1")]
    Http11,
    /// HTTP/2.0, which no request in text can have.
    #[serde(rename = "2.0")]
    Http20,
}

/// Numbers of filler bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Pad {
    /// In a query after the path.
    pub query: usize,
    /// At the end of the content.
    pub content: usize,
    /// In the value of a field of its own.
    pub fields: usize,
}

/// How the content of a request goes out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Transfer {
    /// At once, after Content-Length.
    #[default]
    Whole,
    /// In the chunked transfer coding, without Content-Length.
    Chunked,
    /// After a 100 (Continue) has come.
    AfterContinue,
    /// Half of it, and then nothing more.
    Stalled,
    /// Half of it, and then the end of what the client sends.
    Truncated,
}

/// The behaviour of the server behind a gateway.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Upstream {
    /// 200 with the JSON object `{"title": "The Trial"}`.
    Answers,
    /// The same, with `Cache-Control: no-transform`.
    ForbidsTransformation,
    /// The same, with `Cache-Control: No-Transform`.
    ForbidsTransformationInCapitals,
    /// The same, with `Cache-Control: private, no-store`.
    ForbidsStoring,
    /// 404 with a JSON object.
    Missing,
    /// 500 with a JSON object.
    Failing,
    /// 200 with an HTML page.
    Html,
    /// 200 with the JSON array `[1]`.
    List,
    /// 200 with the JSON value `null`.
    Nothing,
    /// Nobody listens.
    Refused,
    /// 200, and then a byte of content a second without end.
    Drips,
    /// 200 with half of the content that it announces, and then the end of the connection.
    BrokenOff,
    /// Bytes that are no HTTP response.
    Garbled,
    /// It accepts the connection and says nothing.
    Silent,
}
