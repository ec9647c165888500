use std::collections::BTreeMap;
use std::fmt;

use schemars::JsonSchema;
use serde::de::{Error as _, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::kind::Kind;
use crate::output;

/// The default format of markers: one for all documents, or one for each kind of document.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema)]
#[schemars(untagged)]
pub enum Formats {
    /// The name of a format.
    All(String),
    /// Names of formats by kind of document: `markdown`, `mdx`, `html`, `asciidoc`, `rst`, and
    /// `other` for files with `markers` of their own. A kind that is not listed has its own format.
    Each(BTreeMap<String, String>),
}

impl Formats {
    /// The default format for that kind of document, if one is set.
    pub fn of(&self, kind: &Kind) -> Option<&str> {
        match self {
            Self::All(format) => Some(format),
            Self::Each(formats) => formats.get(kind.name()).map(String::as_str),
        }
    }
}

impl<'de> Deserialize<'de> for Formats {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(FormatsVisitor)
    }
}

struct FormatsVisitor;

impl<'de> Visitor<'de> for FormatsVisitor {
    type Value = Formats;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a format, or names of formats by kind of document")
    }

    fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<Formats, E> {
        known(name).map(Formats::All)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Formats, A::Error> {
        let mut formats = BTreeMap::new();
        while let Some((kind, format)) = map.next_entry::<String, String>()? {
            if !Kind::names().any(|name| name == kind) {
                let names = Kind::names().collect::<Vec<_>>().join("`, `");
                let message =
                    format!("unknown kind of document `{kind}`, expected one of `{names}`");
                return Err(A::Error::custom(message));
            }
            formats.insert(kind, known(&format)?);
        }
        Ok(Formats::Each(formats))
    }
}

/// The name, if there is a format with that name.
fn known<E: serde::de::Error>(name: &str) -> Result<String, E> {
    output::format(name).map(|format| format.name().to_owned()).map_err(|error| {
        let hint = error.hint().map(|hint| format!(": {hint}")).unwrap_or_default();
        E::custom(format!("{}{hint}", error.message()))
    })
}
