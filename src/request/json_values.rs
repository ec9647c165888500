//! Values of a request that have several types in JSON.

use std::fmt;

use schemars::JsonSchema;
use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use crate::snippet::Options;

/// What the JSON library says about a request, without line and column and in the words of the command line.
pub(super) fn shown(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let text = text.rsplit_once(" at line ").map_or(text.as_str(), |(text, _)| text);
    // Each type of number belongs to one property.
    let words = [("u8", LEVEL), ("u16", Options::PORTS), ("usize", "a whole number from 0")];
    let said = words.iter().find_map(|(kind, range)| {
        let text = text.strip_suffix(&format!("expected {kind}"))?;
        Some(format!("{text}expected {range}"))
    });
    said.unwrap_or_else(|| text.to_owned())
}

/// The levels of headings.
pub(super) const LEVEL: &str = "a number from 1 to 5";

/// What identifies a request for the program that sent it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(untagged)]
#[schemars(inline)]
pub(crate) enum Id {
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

/// A code's number or its phrase.
#[derive(Debug, Default, JsonSchema)]
#[schemars(inline, with = "CodeSchema")]
pub(crate) struct CodeName(pub(crate) String);

/// The types of a [`CodeName`].
#[derive(JsonSchema)]
#[serde(untagged)]
#[schemars(inline)]
#[expect(dead_code, reason = "describes values in a schema")]
enum CodeSchema {
    Number(u16),
    Phrase(String),
}

impl<'de> Deserialize<'de> for CodeName {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(CodeVisitor).map(Self)
    }
}

struct CodeVisitor;

impl Visitor<'_> for CodeVisitor {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a status code, such as 404 or \"not-found\"")
    }

    fn visit_u64<E>(self, code: u64) -> Result<String, E> {
        Ok(code.to_string())
    }

    fn visit_str<E>(self, code: &str) -> Result<String, E> {
        Ok(code.to_owned())
    }
}

/// One name or several.
#[derive(Default, JsonSchema)]
#[schemars(inline, with = "NamesSchema")]
pub(crate) struct Names(pub(crate) Vec<String>);

/// The types of [`Names`].
#[derive(JsonSchema)]
#[serde(untagged)]
#[schemars(inline)]
#[expect(dead_code, reason = "describes values in a schema")]
enum NamesSchema {
    One(String),
    Several(Vec<String>),
}

impl<'de> Deserialize<'de> for Names {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NamesVisitor)
    }
}

struct NamesVisitor;

impl<'de> Visitor<'de> for NamesVisitor {
    type Value = Names;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name, or an array of names")
    }

    fn visit_str<E>(self, name: &str) -> Result<Names, E> {
        Ok(Names(vec![name.to_owned()]))
    }

    fn visit_unit<E>(self) -> Result<Names, E> {
        Ok(Names::default())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut names: A) -> Result<Names, A::Error> {
        let mut all = Vec::new();
        while let Some(name) = names.next_element()? {
            all.push(name);
        }
        Ok(Names(all))
    }
}
