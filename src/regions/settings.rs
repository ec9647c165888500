use std::collections::BTreeMap;
use std::path::PathBuf;

use schemars::JsonSchema;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use super::formats::Formats;
use super::kind::Kind;
use crate::assets::{File, parse};
use crate::error::Result;
use crate::origin::Origin;
use crate::snippet::Form;

/// What `statuscraft.yaml` says about the documents beside and below it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(title = "statuscraft.yaml")]
pub struct Settings {
    /// Overlay folders, relative to this file; a later folder hides an earlier one's files.
    pub overlays: Vec<PathBuf>,
    /// The targets of markers that name none; all targets if this is empty.
    pub targets: Vec<String>,
    /// The form of markers that name none: the complete program, or its handler alone.
    pub form: Option<Form>,
    /// The format of markers that name none; without it each document has that of its own kind.
    pub format: Option<Formats>,
    /// For endings of file names without a dot: the kind of document, or what opens and closes its
    /// comments, such as `tex: "%"`.
    #[serde(deserialize_with = "markers")]
    pub markers: BTreeMap<String, String>,
}

impl Settings {
    /// The JSON Schema of the file.
    pub fn schema() -> serde_json::Value {
        let mut schema = schemars::schema_for!(Self);
        schema.insert("$id".into(), "urn:statuscraft:config:1".into());
        schema.to_value()
    }

    /// Reads the text of a `statuscraft.yaml`; `name` is what errors call it.
    ///
    /// # Errors
    ///
    /// An error of the kind `Data`, with line and column.
    pub fn parse(name: &str, text: String) -> Result<Self> {
        // A file without any setting is as good as none.
        if text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#')) {
            return Ok(Self::default());
        }
        parse(&File { text: text.into(), origin: Origin::file(name) })
    }
}

/// Endings and markers, each of which can be used.
fn markers<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> std::result::Result<BTreeMap<String, String>, D::Error> {
    let markers = BTreeMap::<String, Marker>::deserialize(deserializer)?;
    Ok(markers.into_iter().map(|(ending, marker)| (ending, marker.0)).collect())
}

/// What says how comments are written, or the name of a kind.
struct Marker(String);

impl<'de> Deserialize<'de> for Marker {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        let marker = String::deserialize(deserializer)?;
        match Kind::parse(&marker) {
            Ok(_) => Ok(Self(marker)),
            Err(error) => {
                let hint = error.hint().unwrap_or_default();
                Err(D::Error::custom(format!("{}: {hint}", error.message())))
            }
        }
    }
}
