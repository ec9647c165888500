//! What to send to the running example, and what must come back.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::code::Code;
use super::field::{FieldName, FieldValue};
use super::scenario::PathValues;

/// Fields by name. A value that is missing stands for any value.
pub type Fields = BTreeMap<FieldName, Option<FieldValue>>;

/// The proof of a status code: a request for which the RFC lets a server answer with it, the
/// response, and requests on the same resource that must be answered otherwise.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exchange {
    /// Requests that come first, where the code depends on how many there were.
    pub before: Option<Before>,
    /// The request that calls for the code.
    pub request: Request,
    /// How the server behind a gateway behaves meanwhile.
    pub upstream: Option<Upstream>,
    /// What must come back.
    #[serde(default)]
    pub response: Response,
    /// Further requests that must get the same response.
    #[serde(default)]
    pub also: Vec<Request>,
    /// Requests that must not get the code.
    #[serde(default)]
    pub controls: Vec<Control>,
}

/// The same request, sent before it calls for the code.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Before {
    /// How many times it is sent.
    pub times: u32,
    /// The status that each of them gets.
    pub status: Code,
}

/// A request on the resource of the example.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Request {
    /// The method.
    pub method: Method,
    /// PathValues of the path's variables; those of the scenario where there is none.
    pub at: PathValues,
    /// What follows the path, percent-encoded: `/1`.
    pub suffix: String,
    /// What stands after a `?`, percent-encoded.
    pub query: Option<String>,
    /// The version in the request line.
    pub version: Version,
    /// The fields; Host is added if it is not among them.
    pub fields: BTreeMap<FieldName, FieldValue>,
    /// The content; it is announced with Content-Length unless `transfer` says otherwise.
    pub content: String,
    /// Filler, for requests that are meant to be too large.
    pub pad: Pad,
    /// How the content is sent.
    pub transfer: Transfer,
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

/// A version of HTTP/1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub enum Version {
    /// HTTP/1.0, whose clients know no interim responses.
    #[serde(rename = "1.0")]
    Http10,
    /// HTTP/1.1.
    #[default]
    #[serde(rename = "1.1")]
    Http11,
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
}

/// The behaviour of the server behind a gateway.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Upstream {
    /// 200 with the JSON object `{"origin": true}`.
    Answers,
    /// The same, with `Cache-Control: no-transform`.
    ForbidsTransformation,
    /// Bytes that are no HTTP response.
    Garbled,
    /// It accepts the connection and says nothing.
    Silent,
}

/// What must come back.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Response {
    /// The final status. In a control without one: any but the code, below 500.
    pub status: Statuses,
    /// The interim responses before the final one: these and no others.
    pub interim: Vec<Interim>,
    /// The fields that must be there.
    pub fields: Fields,
    /// The media type of the content, without parameters.
    pub media_type: Option<String>,
    /// Members that the JSON object in the content must have; a null stands for any value.
    pub json: BTreeMap<String, Scalar>,
    /// Text that the content must contain.
    pub contains: Option<String>,
    /// Where the message comes back, byte for byte.
    pub message: Option<Carrier>,
}

/// No status, one, or a choice of several.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "StatusesText")]
pub struct Statuses(pub Vec<Code>);

#[derive(Deserialize)]
#[serde(untagged, expecting = "expected a status code, 100 to 599, or a list of them")]
enum StatusesText {
    One(Code),
    Several(Vec<Code>),
}

impl From<StatusesText> for Statuses {
    fn from(text: StatusesText) -> Self {
        match text {
            StatusesText::One(code) => Self(vec![code]),
            StatusesText::Several(codes) => Self(codes),
        }
    }
}

/// An interim response that must come before the final one (RFC 9110, section 15.2).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Interim {
    /// Its status.
    pub status: Code,
    /// Its fields.
    #[serde(default)]
    pub fields: Fields,
}

/// A value of JSON that is not an object or array.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged, expecting = "expected a string, a whole number, a truth value or null")]
pub enum Scalar {
    /// true or false.
    Bool(bool),
    /// An integer.
    Number(i64),
    /// A string.
    Text(String),
    /// Any value at all, but not null.
    Any(()),
}

/// Where a response carries the message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Carrier {
    /// The member `message` of a JSON object.
    Json,
    /// The text of an HTML document, once its character references are decoded.
    Html,
    /// The content, or its first lines.
    Text,
    /// A part of it: the range that the request asked for.
    Range,
    /// The first text message of a WebSocket connection.
    Frame,
}

/// A request on the same resource that must not get the code.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Control {
    /// The request.
    pub request: Request,
    /// How the server behind a gateway behaves meanwhile.
    pub upstream: Option<Upstream>,
    /// What must come back instead.
    #[serde(default)]
    pub response: Response,
}

impl Exchange {
    /// The fields with a fixed value that the response to the calling request must carry, interim
    /// ones included: what a template prints, so that example and proof agree by construction.
    pub fn fixed_fields(&self) -> impl Iterator<Item = (&FieldName, &FieldValue)> {
        self.response
            .interim
            .iter()
            .flat_map(|interim| &interim.fields)
            .chain(&self.response.fields)
            .filter_map(|(name, value)| value.as_ref().map(|value| (name, value)))
    }
}
