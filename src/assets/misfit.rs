//! Built-in YAML files that don't fit their type, where nothing reads YAML: only an overlay has other
//! files, and the tests read all that are built in.

use super::File;
use crate::error::{Error, ErrorKind, Result};

pub(super) fn only<T>(file: &File) -> Result<T> {
    let message = "the file doesn't fit the program";
    Err(Error::new(ErrorKind::Data, message).at(file.origin.clone()))
}

pub(super) fn first<T>(file: &File) -> Result<T> {
    only(file)
}

pub(super) fn second<T>(file: &File) -> Result<Option<T>> {
    only(file)
}
