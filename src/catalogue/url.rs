use std::fmt;

use serde::{Deserialize, Serialize};

/// An absolute address of a page on the web: it starts with `https://` or `http://`.
///
/// Pages link to it, so a file can't make them link to a program (`javascript:`) or to a local file.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "formats", derive(schemars::JsonSchema))]
#[serde(try_from = "String", into = "String")]
pub struct Url(String);

impl Url {
    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Url {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let rest = rest.unwrap_or_default();
        let clean = |one: char| one.is_ascii_graphic() && !matches!(one, '"' | '<' | '>' | '\\');
        if !rest.is_empty() && !rest.starts_with('/') && rest.chars().all(clean) {
            return Ok(Self(text));
        }
        Err(format!(
            "`{}` is not an address that starts with `https://` or `http://`",
            text.escape_debug()
        ))
    }
}

impl From<Url> for String {
    fn from(url: Url) -> Self {
        url.0
    }
}

impl fmt::Display for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
