//! What languages and libraries call the codes: `data/constants/`, a file for each library.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Catalogue;
use super::code::Code;
use super::url::Url;
use crate::assets;
use crate::error::{Error, ErrorKind, Result};

const FOLDER: &str = "data/constants";

/// A library and its constants.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Library {
    title: String,
    language: String,
    version: String,
    documentation: Url,
    constants: BTreeMap<Code, String>,
}

/// What a library calls a code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "formats", derive(schemars::JsonSchema))]
pub struct Constant<'a> {
    /// The language, and the library if there are several.
    pub title: &'a str,
    /// The name of the language in fences of Markdown.
    pub language: &'a str,
    /// The constant, as it is written in a program.
    pub constant: &'a str,
    /// The version that has it.
    pub version: &'a str,
    /// The documentation of the constants.
    pub documentation: &'a Url,
}

impl Catalogue {
    /// The constants for a code, by the title of their library.
    pub(crate) fn constants(&self, code: Code) -> Result<Vec<Constant<'_>>> {
        Ok(self.libraries()?.iter().filter_map(|library| library.constant(code)).collect())
    }

    /// The libraries, by title.
    pub(super) fn libraries(&self) -> Result<&[Library]> {
        if let Some(libraries) = self.constants.get() {
            return Ok(libraries);
        }
        let mut libraries = Vec::new();
        for name in self.assets.list(FOLDER)? {
            let Some(stem) = name.strip_suffix(".yaml") else { continue };
            let Some(file) = self.assets.read(&format!("{FOLDER}/{stem}.yaml"))? else { continue };
            let library: Library = assets::parse(&file)?;
            if library.constants.values().any(|constant| constant.trim().is_empty()) {
                let fault = "constants: expected a name for each code";
                return Err(Error::new(ErrorKind::Data, fault).at(file.origin));
            }
            libraries.push(library);
        }
        libraries.sort_by(|one, other| one.title.cmp(&other.title));
        Ok(self.constants.get_or_init(|| libraries))
    }
}

impl Library {
    fn constant(&self, code: Code) -> Option<Constant<'_>> {
        Some(Constant {
            title: &self.title,
            language: &self.language,
            constant: self.constants.get(&code)?,
            version: &self.version,
            documentation: &self.documentation,
        })
    }
}
