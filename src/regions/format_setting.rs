use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

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
    /// Names of formats by file extension, such as `md`, or by kind of document: `markdown`, `mdx`,
    /// `html`, `asciidoc`, `rst`, and `other` for files with `markers` of their own. A document that
    /// none of them fits has the format of its kind.
    Each(BTreeMap<String, String>),
}

impl Formats {
    /// The default format for a document of that kind and with that file extension, if one is set.
    pub fn of(&self, kind: &Kind, extension: &str) -> Option<&str> {
        match self {
            Self::All(format) => Some(format),
            Self::Each(formats) => {
                let format = formats.get(&extension.to_lowercase());
                format.or_else(|| formats.get(kind.name())).map(String::as_str)
            }
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
            if !Kind::names().any(|name| name == kind) && !is_extension(&kind) {
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

/// Whether a word can be a file extension rather than the name of a kind that is misspelt.
fn is_extension(word: &str) -> bool {
    const LONGEST: usize = 6;
    let known = Kind::of(Path::new(&format!("a.{word}"))).is_some();
    known || word.len() < LONGEST && word.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// The name, if there is a format with that name.
fn known<E: serde::de::Error>(name: &str) -> Result<String, E> {
    output::format(name).map(|format| format.name().to_owned()).map_err(|error| {
        let hint = error.hint().map(|hint| format!(": {hint}")).unwrap_or_default();
        E::custom(format!("{}{hint}", error.message()))
    })
}
