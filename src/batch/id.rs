use std::fmt;

use schemars::JsonSchema;
use serde::de::Visitor;
use serde::{Deserialize, Deserializer, Serialize};

/// What identifies a request for the program that sent it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(untagged)]
#[schemars(inline)]
pub(super) enum Id {
    /// An integer from 0.
    Count(u64),
    /// Any other integer.
    Integer(i64),
    /// A text.
    Text(String),
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(IdVisitor)
    }
}

struct IdVisitor;

impl Visitor<'_> for IdVisitor {
    type Value = Id;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an id, which is a text or an integer")
    }

    fn visit_u64<E>(self, id: u64) -> Result<Id, E> {
        Ok(Id::Count(id))
    }

    fn visit_i64<E>(self, id: i64) -> Result<Id, E> {
        Ok(Id::Integer(id))
    }

    fn visit_str<E>(self, id: &str) -> Result<Id, E> {
        Ok(Id::Text(id.to_owned()))
    }
}

/// The id of a line that is an object, whatever else is wrong with it.
#[derive(Deserialize)]
struct Identified {
    id: Option<Id>,
}

impl Id {
    /// The id of a line, if it is JSON and has one.
    pub(super) fn of(line: &[u8]) -> Option<Self> {
        serde_json::from_slice::<Identified>(line).ok()?.id
    }
}
