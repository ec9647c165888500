//! YAML files, read into the types that are their schema.

use serde::de::DeserializeOwned;

use super::File;
use crate::error::{Error, ErrorKind, Result};

/// Reads a file into `T`, or says which line, column and field is wrong.
pub(crate) fn parse<T: DeserializeOwned>(file: &File) -> Result<T> {
    serde_yaml::from_str(&file.text).map_err(|error| {
        let text = error.to_string().replace("expected u16", "expected a whole number up to 65535");
        let (message, origin) = match error.location() {
            Some(place) => {
                let said = format!(" at line {} column {}", place.line(), place.column());
                (text.replace(&said, ""), file.origin.clone().at(place.line(), place.column()))
            }
            None => (text, file.origin.clone()),
        };
        Error::new(ErrorKind::Data, message).at(origin)
    })
}
