use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::atomic_write;
use super::relative_path::RelativePath;
use super::reserved_names::MANIFEST;
use crate::error::{Error, ErrorKind, Result};
use crate::origin::Origin;
use crate::short_quote::shortened;

const VERSION: u32 = 1;

/// Which files of the folder were generated, and what they contained.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "statuscraft manifest")]
pub(super) struct Manifest {
    /// The version of this schema.
    pub(super) version: u32,
    /// A hash of everything that the files were generated from, if it is known.
    #[serde(default, alias = "stamp", skip_serializing_if = "Option::is_none")]
    pub(super) inputs: Option<String>,
    /// The kind of what was generated, such as `examples` or `site`, if it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) what: Option<String>,
    /// What the folder holds.
    pub(super) files: BTreeMap<RelativePath, Hash>,
    /// What is being written: after a crash, a file has either this content or the one in `files`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) pending: BTreeMap<RelativePath, Hash>,
}

impl Default for Manifest {
    fn default() -> Self {
        Self {
            version: VERSION,
            inputs: None,
            what: None,
            files: BTreeMap::new(),
            pending: BTreeMap::new(),
        }
    }
}

impl Manifest {
    /// Reads the manifest of the folder `root`. Without one, nothing was generated there.
    pub(super) fn read(root: &Path) -> Result<Option<Self>> {
        let path = root.join(MANIFEST);
        if path.is_symlink() {
            // It would be replaced, and whatever it leads to would no longer be up to date.
            return Err(Error::new(
                ErrorKind::Read,
                "it is a link, but a regular file was expected",
            )
            .at(Origin::file(path.display().to_string()))
            .with_hint("put the file itself there, or choose another folder"));
        }
        let Some(bytes) = atomic_write::read(&path)? else { return Ok(None) };
        let origin = Origin::file(path.display().to_string());
        // The version is read first: a later version may have fields that this one doesn't know.
        let manifest = serde_json::from_slice(&bytes).and_then(|Versioned { version }| {
            if version == VERSION {
                serde_json::from_slice(&bytes).map(Ok)
            } else {
                Ok(Err(version))
            }
        });
        match manifest {
            Ok(Ok(manifest)) => Ok(Some(manifest)),
            Ok(Err(version)) => Err(Error::new(
                ErrorKind::Data,
                format!("version {version} of the manifest is not known"),
            )
            .at(origin)
            .with_hint(format!("this version of statuscraft reads and writes version {VERSION}"))),
            Err(error) => Err(Error::new(ErrorKind::Data, fault(&error))
                .at(origin.at(error.line().max(1), error.column().max(1)))
                .with_hint(
                    "restore the file or delete it: generated files whose content is right are recognised",
                )),
        }
    }

    /// The text of the manifest, the same for the same files.
    pub(super) fn text(&self) -> String {
        // Maps of strings always serialize.
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }

    /// Whether these bytes were generated for that path.
    pub(super) fn wrote(&self, place: &RelativePath, bytes: &[u8]) -> bool {
        let known = || [&self.files, &self.pending].into_iter().filter_map(|it| it.get(place));
        known().any(|hash| hash.is_of(bytes))
    }

    /// Whether the file at that path is or was generated.
    pub(super) fn knows(&self, place: &RelativePath) -> bool {
        self.files.contains_key(place) || self.pending.contains_key(place)
    }

    /// The paths of all generated files, sorted, some of them twice.
    pub(super) fn places(&self) -> impl Iterator<Item = &RelativePath> {
        self.files.keys().chain(self.pending.keys())
    }
}

/// The JSON Schema of a folder's manifest.
pub fn manifest_schema() -> Value {
    let generator = SchemaSettings::default().for_serialize().into_generator();
    let mut schema = generator.into_root_schema_for::<Manifest>();
    schema.insert("$id".into(), format!("urn:statuscraft:manifest:{VERSION}").into());
    schema.to_value()
}

#[derive(Deserialize)]
struct Versioned {
    version: u32,
}

/// The message of the JSON library without the place, which the error has already.
fn fault(error: &serde_json::Error) -> String {
    let text = error.to_string();
    shortened(text.rsplit_once(" at line ").map_or(text.as_str(), |(text, _)| text))
}

/// The SHA-256 of a file, as `sha256sum` prints it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[schemars(inline)]
pub(super) struct Hash(#[schemars(regex(pattern = "^sha256:[0-9a-f]{64}$"))] String);

impl Hash {
    pub(super) fn of(bytes: &[u8]) -> Self {
        let mut text = String::from("sha256:");
        for byte in Sha256::digest(bytes) {
            // Writing into a string can't fail.
            let _ = write!(text, "{byte:02x}");
        }
        Self(text)
    }

    /// Whether a file had these bytes, or has them again once a checkout's line ends are undone.
    pub(super) fn is_of(&self, bytes: &[u8]) -> bool {
        *self == Self::of(bytes)
            || with_unix_ends(bytes).is_some_and(|text| *self == Self::of(&text))
    }
}

/// Whether both are the same but for line ends that git has converted (`core.autocrlf`).
pub(super) fn is_same_text(found: &[u8], wanted: &[u8]) -> bool {
    found == wanted || with_unix_ends(found).is_some_and(|text| text == wanted)
}

/// A text whose lines all end in carriage return and line feed, with line feeds alone; nothing for any
/// other bytes.
fn with_unix_ends(bytes: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(bytes).ok()?;
    let converted = text.matches("\r\n").count() == text.matches('\n').count();
    (converted && text.contains("\r\n")).then(|| text.replace("\r\n", "\n").into_bytes())
}
