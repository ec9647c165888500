//! Arguments from Python.

use std::path::PathBuf;

use pyo3::prelude::*;
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::Error;
use statuscraft::Form;
use statuscraft::output::{self, Format};
use statuscraft::request::ArticleOptions;

use crate::errors::{raised, usage};

/// A code's number or its phrase.
#[derive(FromPyObject)]
pub(crate) enum Code {
    /// `404`, `HTTPStatus.NOT_FOUND`
    #[pyo3(annotation = "int")]
    Number(i64),
    /// `"not-found"`
    #[pyo3(annotation = "str")]
    Text(String),
}

impl Code {
    pub(crate) fn text(self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Text(text) => text,
        }
    }
}

/// A name or several.
#[derive(FromPyObject)]
pub(crate) enum Names {
    /// `"flask"`
    #[pyo3(annotation = "str")]
    One(String),
    /// `["flask", "express"]`
    #[pyo3(annotation = "Sequence[str]")]
    Several(Vec<String>),
}

impl Names {
    pub(crate) fn list(names: Option<Self>) -> Vec<String> {
        match names {
            None => Vec::new(),
            Some(Self::One(name)) => vec![name],
            Some(Self::Several(names)) => names,
        }
    }
}

/// A folder or several.
#[derive(FromPyObject)]
pub(crate) enum Folders {
    /// `"house-style"`, `Path("house-style")`
    #[pyo3(annotation = "str | PathLike")]
    One(PathBuf),
    /// `["house-style"]`
    #[pyo3(annotation = "Sequence[str | PathLike]")]
    Several(Vec<PathBuf>),
}

impl Folders {
    pub(crate) fn list(folders: Option<Self>) -> Vec<PathBuf> {
        match folders {
            None => Vec::new(),
            Some(Self::One(folder)) => vec![folder],
            Some(Self::Several(folders)) => folders,
        }
    }
}

pub(crate) fn form(name: Option<&str>) -> PyResult<Option<Form>> {
    let read = |name: &str| {
        let read: Result<_, Error> = Form::deserialize(name.into_deserializer());
        read.map_err(|error| {
            let message = error.to_string();
            // "unknown variant `whole`, expected one of `program`, `handler`, `response`"
            let expected = message.find("expected").and_then(|at| message.get(at..));
            usage("form", name, expected.unwrap_or(&message))
        })
    };
    name.map(read).transpose()
}

pub(crate) fn format(name: Option<&str>) -> PyResult<Option<&'static dyn Format>> {
    name.map(output::format).transpose().map_err(|error| raised(&error))
}

pub(crate) fn port(port: Option<i64>) -> PyResult<Option<u16>> {
    let read = |port: i64| {
        let expected = "a port is a number from 1 to 65535";
        u16::try_from(port).map_err(|_| usage("port", &port.to_string(), expected))
    };
    port.map(read).transpose()
}

pub(crate) fn article(format: Option<&str>, heading: Option<i64>) -> PyResult<ArticleOptions> {
    let read = |level: i64| {
        let fitting = u8::try_from(level).ok().filter(|level| (1..=5).contains(level));
        let expected = "expected a number from 1 to 5";
        fitting.ok_or_else(|| usage("heading", &level.to_string(), expected))
    };
    Ok(ArticleOptions { format: self::format(format)?, heading: heading.map(read).transpose()? })
}
