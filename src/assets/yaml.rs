//! YAML files, read into the types that serve as their schema.
//!
//! The documents of built-in files are in the binary as they were parsed. If one of them doesn't fit
//! the type, which is an error in this project, the YAML file is read to say where.

use serde::de::DeserializeOwned;

use super::File;
#[cfg(not(feature = "overlays"))]
use super::misfit as text;
#[cfg(feature = "overlays")]
use super::yaml_text as text;
use crate::error::Result;

/// Reads a file into `T`, or says which line, column and field is wrong.
pub(crate) fn parse<T: DeserializeOwned>(file: &File) -> Result<T> {
    file.documents.only().map_or_else(|| text::only(file), Ok)
}

/// Reads the first document of a file into `T`. The rest of the file is not parsed.
pub(crate) fn parse_first<T: DeserializeOwned>(file: &File) -> Result<T> {
    file.documents.first().map_or_else(|| text::first(file), Ok)
}

/// Reads the second and last document of a file into `T`, if there is one.
pub(crate) fn parse_second<T: DeserializeOwned>(file: &File) -> Result<Option<T>> {
    file.documents.second().or_else(|_| text::second(file))
}
