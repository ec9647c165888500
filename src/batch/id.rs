use std::fmt;

use schemars::JsonSchema;
use serde::de::{IgnoredAny, MapAccess, Visitor};
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

impl Id {
    /// The first id of a line, if it can be read, whatever else is wrong with the line.
    pub(super) fn of(line: &[u8]) -> Option<Self> {
        let mut id = None;
        // What comes behind the id may be broken.
        let _ = serde_json::Deserializer::from_slice(line).deserialize_map(IdSearch(&mut id));
        id
    }
}

/// Reads the properties of an object, and keeps its first id.
struct IdSearch<'i>(&'i mut Option<Id>);

impl<'de> Visitor<'de> for IdSearch<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut properties: A) -> Result<(), A::Error> {
        while let Some(name) = properties.next_key::<String>()? {
            if name == "id" && self.0.is_none() {
                *self.0 = properties.next_value()?;
            } else {
                properties.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }
}
