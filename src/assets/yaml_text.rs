//! The text of YAML files, read into the types that serve as their schema.

use std::borrow::Cow;

use serde::de::DeserializeOwned;

use super::File;
use crate::error::{Error, ErrorKind, Result};
use crate::short_quote::shortened;

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
    let text = error.to_string().replace("expected u16", "expected a whole number up to 65535");
    let (message, origin) = match error.location() {
        Some(place) => {
            let said = format!(" at line {} column {}", place.line(), place.column());
            (text.replace(&said, ""), file.origin.clone().at(place.line(), place.column()))
        }
        None => (text, file.origin.clone()),
    };
    Error::new(ErrorKind::Data, shortened(&message)).at(origin)
}
