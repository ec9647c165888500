use std::collections::BTreeMap;
use std::path::PathBuf;

use schemars::JsonSchema;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use super::format_setting::Formats;
use super::kind::Kind;
use crate::assets::{File, parse};
use crate::error::Result;
use crate::origin::Origin;
use crate::snippet::Form;

/// The content of a `statuscraft.yaml`, which applies to the documents beside and below it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(title = "statuscraft.yaml")]
pub struct Settings {
    /// Overlay folders, relative to this file; a later folder hides an earlier one's files.
    pub overlays: Vec<PathBuf>,
    /// The default targets of markers; all targets if this is empty.
    pub targets: Vec<String>,
    /// The default form of markers: the complete program, or only its handler.
    pub form: Option<Form>,
    /// Whether markers show strict examples, those that pass every edge of the protocol.
    pub strict: bool,
    /// The default shape of errors, such as `json` or `problem`.
    pub body: Option<String>,
    /// The default path of resources, for codes whose path has no variables.
    pub path: Option<String>,
    /// The default text of responses.
    pub message: Option<String>,
    /// The default text that handlers are named after.
    pub name: Option<String>,
    /// The default format of markers; without it each kind of document has its own.
    pub format: Option<Formats>,
    /// By file extension without a dot: the kind of document, or the start and end of its comments,
    /// such as `tex: "%"`.
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

    /// The place of a key, or of one of its values, in the text of a `statuscraft.yaml`.
    pub fn place(name: &str, text: &str, key: &str, value: &str) -> Origin {
        let mut lines = text.lines().zip(1..).skip_while(|(line, _)| !is_key(line, key));
        let Some((first, number)) = lines.next() else { return Origin::file(name) };
        let of_key = lines.take_while(|(line, _)| line.starts_with([' ', '-', '#']));
        let mut all = std::iter::once((first, number)).chain(of_key);
        let found = all.find_map(|(line, number)| {
            // The name of the key may be that of the value.
            let from = if is_key(line, key) { line.find(':')? } else { 0 };
            let at = from + line.get(from..)?.find(value).filter(|_| !value.is_empty())?;
            Some((number, line.get(..at)?.chars().count() + 1))
        });
        let (line, column) = found.unwrap_or((number, 1));
        Origin::file(name).at(line, column)
    }

    /// Reads the text of a `statuscraft.yaml`; `name` is its name in errors.
    ///
    /// # Errors
    ///
    /// An error of the kind `Data`, with line and column.
    pub fn parse(name: &str, text: String) -> Result<Self> {
        // A file without settings is the same as no file.
        if text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#')) {
            return Ok(Self::default());
        }
        parse(&File::new(text, Origin::file(name)))
    }
}

/// Whether a line has this key of the file.
fn is_key(line: &str, key: &str) -> bool {
    let line = line.trim_start_matches(['"', '\'']);
    let rest = line.strip_prefix(key).map(|rest| rest.trim_start_matches(['"', '\'']));
    rest.is_some_and(|rest| rest.trim_start().starts_with(':'))
}

/// Extensions and markers, all of them checked.
fn markers<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> std::result::Result<BTreeMap<String, String>, D::Error> {
    let markers = BTreeMap::<String, Marker>::deserialize(deserializer)?;
    Ok(markers.into_iter().map(|(ending, marker)| (ending, marker.0)).collect())
}

/// A comment syntax, or the name of a kind.
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
