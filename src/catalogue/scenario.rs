//! The situation in which a code is shown: what the resource is and what happens to it.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::prose::Prose;

/// What happens in the examples of a code, the same in every target.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// One sentence that stands above the example.
    pub line: Prose,
    /// The usual path of the resource; `{id}` is a segment that varies.
    pub path: String,
    /// The variables of the path, and what each of them can be.
    #[serde(default)]
    pub variables: PathVariables,
    /// The values that requests have where they don't say otherwise.
    #[serde(default)]
    pub at: PathValues,
    /// What the handler does: its usual name.
    pub name: String,
}

/// The variables of a path by name.
pub type PathVariables = BTreeMap<VariableName, VariableKind>;

/// A value for each of some variables of a path.
pub type PathValues = BTreeMap<VariableName, VariableValue>;

/// The name of a variable in a path: lower-case letters, digits and underscores, a letter first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct VariableName(String);

/// What a variable of a path can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum VariableKind {
    /// Decimal digits.
    Integer,
    /// Any one segment.
    Segment,
}

/// The value of a variable: a number or a text, without slashes.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "ValueText")]
pub struct VariableValue(String);

#[derive(Deserialize)]
#[serde(untagged, expecting = "expected a whole number or a string")]
enum ValueText {
    Number(u64),
    Text(String),
}

impl Scenario {
    /// What is wrong beyond the syntax, if anything.
    pub(super) fn fault(&self) -> Option<String> {
        if self.line.sentences().count() != 1 {
            return Some("scenario: line: expected one sentence".into());
        }
        if !self.name.starts_with(|one: char| one.is_ascii_alphabetic()) {
            let name = self.name.escape_debug();
            return Some(format!("scenario: name: `{name}` does not start with a letter"));
        }
        for (name, kind) in &self.variables {
            if !self.path.contains(&format!("{{{name}}}")) {
                return Some(format!("scenario: variables: the path lacks {{{name}}}"));
            }
            let Some(value) = self.at.get(name) else {
                return Some(format!("scenario: at: `{name}` has no value"));
            };
            if !kind.takes(value.as_str()) {
                let value = value.as_str().escape_debug();
                return Some(format!("scenario: at: {name}: `{value}` is not {kind}"));
            }
        }
        let unknown = self.at.keys().find(|name| !self.variables.contains_key(*name))?;
        Some(format!("scenario: at: the path has no variable `{unknown}`"))
    }
}

impl VariableKind {
    /// Whether a variable of that kind can have this value.
    pub fn takes(self, value: &str) -> bool {
        self == Self::Segment || value.bytes().all(|byte| byte.is_ascii_digit())
    }
}

impl VariableName {
    /// The name as it stands between the braces.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl VariableValue {
    /// The value as it is, not percent-encoded.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for VariableName {
    type Error = String;

    fn try_from(name: String) -> Result<Self, String> {
        let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
        if name.starts_with(|one: char| one.is_ascii_lowercase()) && name.bytes().all(fits) {
            return Ok(Self(name));
        }
        Err(format!(
            "`{}` is not the name of a variable: expected lower-case letters, digits and `_`",
            name.escape_debug()
        ))
    }
}

impl TryFrom<ValueText> for VariableValue {
    type Error = String;

    fn try_from(text: ValueText) -> Result<Self, String> {
        match text {
            ValueText::Number(number) => Ok(Self(number.to_string())),
            ValueText::Text(text) => Self::try_from(text),
        }
    }
}

impl TryFrom<String> for VariableValue {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let arrives = !matches!(text.as_str(), "" | "." | "..");
        if arrives && !text.contains(|one: char| one == '/' || one.is_control()) {
            return Ok(Self(text));
        }
        Err(format!("`{}` is not one segment of a path", text.escape_debug()))
    }
}

impl From<VariableName> for String {
    fn from(name: VariableName) -> Self {
        name.0
    }
}

impl std::borrow::Borrow<str> for VariableName {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for VariableName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for VariableKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Integer => "an integer",
            Self::Segment => "a segment",
        })
    }
}
