use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Fields;
use crate::catalogue::code::Code;
use crate::catalogue::field::FieldName;

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
    /// The fields that must not be there.
    pub absent: Vec<FieldName>,
    /// The media type of the content, without parameters.
    pub media_type: Option<String>,
    /// Properties that the JSON object in the content must have; a null stands for any value.
    pub json: BTreeMap<String, Scalar>,
    /// Text that the content must contain.
    pub contains: Option<String>,
    /// Text that the content must not contain.
    pub not_contains: Option<String>,
    /// Where the message comes back, byte for byte.
    pub message: Option<Carrier>,
    /// Whose shape the content has.
    pub body: Option<Shape>,
    /// Whether the content may break off before its announced end.
    pub incomplete: bool,
    /// Whether the connection ends instead, without a response.
    pub closed: bool,
}

/// A shape of content that is described elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Shape {
    /// An error in the shape that is chosen for errors.
    Error,
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

/// A value of JSON that a response must have.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(
    untagged,
    expecting = "expected a string, a whole number, a truth value, null, or a list or object of them"
)]
pub enum Scalar {
    /// true or false.
    Bool(bool),
    /// An integer.
    Number(i64),
    /// A string.
    Text(String),
    /// Any value at all, but not null.
    Any(()),
    /// An array of these values and no others.
    List(Vec<Scalar>),
    /// An object that has these properties.
    Object(BTreeMap<String, Scalar>),
}

/// Where a response carries the message.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
#[serde(from = "CarrierText", into = "CarrierText")]
pub enum Carrier {
    /// That property of a JSON object; dots lead into objects inside of it.
    Json(String),
    /// The text of an HTML document, once its character references are decoded.
    Html,
    /// The content, or its first lines.
    Text,
    /// A part of it: the range that the request asked for.
    Range,
    /// The first text message of a WebSocket connection.
    Frame,
}

/// The property that has the message where no other is named.
const PROPERTY: &str = "message";

#[derive(Deserialize, Serialize)]
#[serde(
    untagged,
    expecting = "expected `json`, `html`, `text`, `range`, `frame`, or `{json: PROPERTY}`"
)]
enum CarrierText {
    Word(Word),
    Property { json: String },
}

#[derive(Clone, Copy, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
enum Word {
    Json,
    Html,
    Text,
    Range,
    Frame,
}

impl From<CarrierText> for Carrier {
    fn from(text: CarrierText) -> Self {
        match text {
            CarrierText::Property { json } => Self::Json(json),
            CarrierText::Word(Word::Json) => Self::Json(PROPERTY.into()),
            CarrierText::Word(Word::Html) => Self::Html,
            CarrierText::Word(Word::Text) => Self::Text,
            CarrierText::Word(Word::Range) => Self::Range,
            CarrierText::Word(Word::Frame) => Self::Frame,
        }
    }
}

impl From<Carrier> for CarrierText {
    fn from(carrier: Carrier) -> Self {
        let word = match carrier {
            Carrier::Json(json) if json != PROPERTY => return Self::Property { json },
            Carrier::Json(_) => Word::Json,
            Carrier::Html => Word::Html,
            Carrier::Text => Word::Text,
            Carrier::Range => Word::Range,
            Carrier::Frame => Word::Frame,
        };
        Self::Word(word)
    }
}
