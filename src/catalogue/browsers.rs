//! Which browsers support what a code requires of them: one file for each code that MDN tracks.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Catalogue;
use super::code::Code;
use super::prose::Prose;
use super::url::Url;
use crate::assets;
use crate::error::{Error, ErrorKind, Result};

const FOLDER: &str = "data/browsers";

/// Which browsers support a code, as MDN's browser-compat-data has it.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "formats", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BrowserSupport {
    /// The code, which is also the stem of the file's name.
    pub code: Code,
    /// The version of browser-compat-data that says so.
    pub version: BrowserVersion,
    /// MDN's page on the code.
    pub page: Url,
    /// The specifications behind it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub specs: Vec<Url>,
    /// One row per browser, or several if its history has several parts, the latest first.
    pub support: Vec<Support>,
    /// Parts of the feature that browsers support separately.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub features: Vec<SupportedFeature>,
}

/// A part of what a code requires of browsers.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "formats", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SupportedFeature {
    /// What it is.
    pub title: Prose,
    /// The specifications behind it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub specs: Vec<Url>,
    /// A row for each browser.
    pub support: Vec<Support>,
}

/// What a browser supports.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "formats", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Support {
    /// The browser's name.
    pub browser: String,
    /// What it runs on.
    pub platform: Platform,
    /// The first version that supports it; missing if none does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<BrowserVersion>,
    /// The first version that no longer supports it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub removed: Option<BrowserVersion>,
    /// Whether something that the specification requires is missing.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub partial: bool,
    /// What must be enabled first, each as a clause that can follow the word `behind`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub behind: Vec<Prose>,
    /// Further notes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Prose>,
    /// Where the browser's makers track it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tracked: Vec<Url>,
}

/// What a browser runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "formats", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Platform {
    /// Desktops.
    Desktop,
    /// Phones and tablets.
    Mobile,
    /// A runtime on servers.
    Server,
}

/// A version: numbers with dots, `≤` and numbers where the first version isn't known, or `preview`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "formats", derive(schemars::JsonSchema))]
#[serde(try_from = "String", into = "String")]
pub struct BrowserVersion(String);

impl Catalogue {
    /// Which browsers support that code, if MDN tracks it.
    pub(crate) fn browser_support(&self, code: Code) -> Result<Option<&BrowserSupport>> {
        let Some(slot) = self.browsers.get(usize::from(code.number()) - 100) else {
            return Ok(None);
        };
        if let Some(support) = slot.get() {
            return Ok(Some(support));
        }
        let Some(file) = self.assets.read(&format!("{FOLDER}/{code}.yaml"))? else {
            return Ok(None);
        };
        let support: BrowserSupport = assets::parse(&file)?;
        match support.fault(code) {
            Some(fault) => Err(Error::new(ErrorKind::Data, fault).at(file.origin)),
            None => Ok(Some(slot.get_or_init(|| Box::new(support)))),
        }
    }

    /// The codes whose support is tracked, ascending.
    pub(super) fn supported(&self) -> Result<Vec<Code>> {
        let names = self.assets.list(FOLDER)?;
        let stems = names.iter().filter_map(|name| name.strip_suffix(".yaml"));
        let code = |stem: &str| {
            stem.parse().ok().and_then(Code::new).ok_or_else(|| {
                let message = format!("`{FOLDER}/{stem}.yaml` is not named after a code");
                Error::new(ErrorKind::Data, message)
                    .with_hint("a file on browsers is named after its code, such as `308.yaml`")
            })
        };
        stems.map(code).collect()
    }
}

impl BrowserSupport {
    /// What is wrong beyond the syntax, if anything.
    fn fault(&self, stem: Code) -> Option<String> {
        if self.code != stem {
            return Some(format!("code: `{}` does not agree with the file's name", self.code));
        }
        let features = self.features.iter().map(|feature| &feature.support);
        let mut lists = std::iter::once(&self.support).chain(features);
        if lists.clone().any(Vec::is_empty) {
            return Some("support: the list is empty".into());
        }
        let row = lists.find_map(|list| list.iter().find(|row| row.contradicts_itself()))?;
        Some(format!("support: `{}` is not supported, but other fields are set", row.browser))
    }
}

impl Support {
    /// Whether some version supports it, with nothing to switch on, and none has removed it.
    pub fn is_on(&self) -> bool {
        self.since.is_some() && self.removed.is_none() && self.behind.is_empty()
    }

    fn contradicts_itself(&self) -> bool {
        self.since.is_none() && (self.removed.is_some() || self.partial || !self.behind.is_empty())
    }
}

impl TryFrom<String> for BrowserVersion {
    type Error = String;

    fn try_from(text: String) -> std::result::Result<Self, String> {
        let mut parts = text.strip_prefix('≤').unwrap_or(&text).split('.');
        let number = |part: &str| !part.is_empty() && part.bytes().all(|one| one.is_ascii_digit());
        if text == "preview" || parts.all(number) {
            return Ok(Self(text));
        }
        Err(format!("`{}` is not a version: expected one such as `17.1`", text.escape_debug()))
    }
}

impl From<BrowserVersion> for String {
    fn from(version: BrowserVersion) -> Self {
        version.0
    }
}

impl fmt::Display for BrowserVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
