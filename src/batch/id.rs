use std::fmt;

use serde::Deserializer;
use serde::de::{IgnoredAny, MapAccess, Visitor};

use crate::request::Id;

/// The first id of a line, if it can be read, whatever else is wrong with the line.
pub(super) fn id_of(line: &[u8]) -> Option<Id> {
    let mut id = None;
    // What comes behind the id may be broken.
    let _ = serde_json::Deserializer::from_slice(line).deserialize_map(IdSearch(&mut id));
    id
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
