//! The text of YAML files, read into the types that serve as their schema.

use std::borrow::Cow;

use serde::de::DeserializeOwned;

use super::File;
use crate::error::{Error, ErrorKind, Result};
use crate::short_quote::shortened;
use crate::suggest::did_you_mean;

/// How many bytes a file may have, and how many brackets and braces: reading them takes time as their
/// square. Both are at least ten times the maximum of the built-in files.
const BYTES: usize = 1 << 20;
const BRACKETS: usize = 2048;

/// Refuses a file from the disk that would take long to read. What is built in has been tested.
fn bounded(file: &File) -> Result<()> {
    let Cow::Owned(text) = &file.text else { return Ok(()) };
    let message = if text.len() > BYTES {
        format!("a YAML file has at most {BYTES} bytes")
    } else if text.bytes().filter(|byte| b"[{".contains(byte)).nth(BRACKETS).is_some() {
        format!("a YAML file has at most {BRACKETS} brackets and braces")
    } else {
        return Ok(());
    };
    Err(Error::new(ErrorKind::Data, message).at(file.origin.clone()))
}

/// Reads a file into `T`, or says which line, column and field is wrong.
pub(super) fn only<T: DeserializeOwned>(file: &File) -> Result<T> {
    bounded(file)?;
    serde_yaml::from_str(&file.text).map_err(|error| fault(&error, file))
}

/// Reads the first document of a file into `T`. The rest of the file is not parsed.
pub(super) fn first<T: DeserializeOwned>(file: &File) -> Result<T> {
    bounded(file)?;
    match serde_yaml::Deserializer::from_str(&file.text).next() {
        Some(document) => T::deserialize(document).map_err(|error| fault(&error, file)),
        None => only(file),
    }
}

/// Reads the second and last document of a file into `T`, if there is one.
pub(super) fn second<T: DeserializeOwned>(file: &File) -> Result<Option<T>> {
    bounded(file)?;
    let mut documents = serde_yaml::Deserializer::from_str(&file.text).skip(1);
    let Some(document) = documents.next() else { return Ok(None) };
    let value = T::deserialize(document).map_err(|error| fault(&error, file))?;
    if documents.next().is_some() {
        let message = "expected two documents at most";
        return Err(Error::new(ErrorKind::Data, message).at(file.origin.clone()));
    }
    Ok(Some(value))
}

fn fault(error: &serde_yaml::Error, file: &File) -> Error {
    let text = plain(&error.to_string());
    let (message, origin) = match error.location() {
        Some(place) => {
            let said = format!(" at line {} column {}", place.line(), place.column());
            (text.replace(&said, ""), file.origin.clone().at(place.line(), place.column()))
        }
        None => (text, file.origin.clone()),
    };
    let error = Error::new(ErrorKind::Data, shortened(&message)).at(origin);
    match known_name(&message) {
        Some(hint) => error.with_hint(hint),
        None => error,
    }
}

/// The words of serde as those of YAML.
fn plain(text: &str) -> String {
    let mut text = text.replace("expected u16", "expected a whole number up to 65535");
    for (rust, yaml) in [
        ("invalid type: sequence", "invalid type: list"),
        ("invalid type: map", "invalid type: mapping"),
        ("invalid type: unit value", "invalid type: nothing"),
        ("expected a sequence", "expected a list"),
        ("expected a map,", "expected a mapping,"),
    ] {
        text = text.replace(rust, yaml);
    }
    // The name of a type of this program says nothing.
    while let Some(start) = text.find(STRUCT) {
        let name = text.get(start + STRUCT.len()..).unwrap_or_default();
        let end = name.find(|one: char| !one.is_alphanumeric()).unwrap_or(name.len());
        text.replace_range(start..start + STRUCT.len() + end, "expected keys and values");
    }
    text
}

const STRUCT: &str = "expected struct ";

/// The name that was meant, if the message lists the names that are known.
fn known_name(message: &str) -> Option<String> {
    let (_, rest) = ["unknown field `", "unknown variant `"]
        .iter()
        .find_map(|start| message.split_once(start))?;
    let (unknown, known) = rest.split_once('`')?;
    let known = known.split('`').skip(1).step_by(2);
    did_you_mean(unknown, known)
}
