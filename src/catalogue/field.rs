use std::borrow::Borrow;
use std::fmt;

use serde::{Deserialize, Serialize};

/// The name of a field: a token (RFC 9110, section 5.1).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct FieldName(String);

/// The value of a field: visible ASCII with single spaces inside (RFC 9110, section 5.5).
///
/// The grammar allows more; several servers send nothing at all for a value that is not ASCII.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct FieldValue(String);

impl FieldName {
    /// A name that is known to be a token.
    pub(super) fn literal(name: &'static str) -> Self {
        Self(name.to_owned())
    }

    /// The name as it was written; names are compared without regard to case.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FieldValue {
    /// The value with `{path}` replaced by the resource's path. A slash at the end of the path is
    /// not doubled: `{path}/1` is `/1` for `/`, and never `//1`, which would name a host.
    pub fn at(&self, path: &str) -> String {
        fill_path(&self.0, path)
    }

    /// The value as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The fields of earlier responses that the value refers to, such as `ETag` for `{ETag}`.
    pub fn captures(&self) -> impl Iterator<Item = &str> {
        captures(&self.0).map(|(_, name)| name)
    }
}

/// The references to fields of earlier responses in a text: each as it is written, `{ETag}` or
/// `{weak:ETag}`, and the name of the field. Such a name begins with a capital letter.
pub(crate) fn captures(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.match_indices('{').filter_map(|(at, _)| {
        let (inside, _) = text.get(at + 1..)?.split_once('}')?;
        let name = inside.strip_prefix(WEAK).unwrap_or(inside);
        let token = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        let is_name = name.starts_with(|one: char| one.is_ascii_uppercase());
        (is_name && name.bytes().all(token)).then_some((text.get(at..at + inside.len() + 2)?, name))
    })
}

/// What stands before the name of a field whose value is wanted as a weak tag.
pub(crate) const WEAK: &str = "weak:";

/// `text` with `{path}` replaced, see [`FieldValue::at`].
pub(crate) fn fill_path(text: &str, path: &str) -> String {
    if !text.contains("{path}") {
        return text.to_owned();
    }
    text.replace("{path}/", &format!("{}/", path.trim_end_matches('/'))).replace("{path}", path)
}

impl Borrow<str> for FieldName {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for FieldName {
    type Error = String;

    fn try_from(name: String) -> Result<Self, String> {
        let token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
        if !name.is_empty() && name.bytes().all(token) {
            Ok(Self(name))
        } else {
            Err(format!("`{}` is not a field name: expected a token", name.escape_debug()))
        }
    }
}

impl TryFrom<String> for FieldValue {
    type Error = String;

    fn try_from(value: String) -> Result<Self, String> {
        let visible = value.bytes().all(|byte| byte == b' ' || byte.is_ascii_graphic());
        if visible && value.trim() == value {
            Ok(Self(value))
        } else {
            Err(format!("`{}` is not a field value: expected visible ASCII", value.escape_debug()))
        }
    }
}

impl From<FieldName> for String {
    fn from(name: FieldName) -> Self {
        name.0
    }
}

impl From<FieldValue> for String {
    fn from(value: FieldValue) -> Self {
        value.0
    }
}

impl fmt::Display for FieldName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for FieldValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(text: &str) -> Result<FieldName, String> {
        FieldName::try_from(text.to_owned())
    }

    fn value(text: &str) -> Result<FieldValue, String> {
        FieldValue::try_from(text.to_owned())
    }

    #[test]
    fn a_name_is_a_token_and_prints_as_it_was_written() {
        let read = name("X-!#$%&'*+.^_`|~9").expect("a token");
        assert_eq!(read.to_string(), "X-!#$%&'*+.^_`|~9");
        assert_eq!(read.as_str(), "X-!#$%&'*+.^_`|~9");
        assert_eq!(Borrow::<str>::borrow(&read), "X-!#$%&'*+.^_`|~9");
        assert_eq!(String::from(read), "X-!#$%&'*+.^_`|~9");
        for wrong in ["", "a b", "a:", "caf\u{e9}", "a\n", "(a)"] {
            let told = name(wrong).expect_err(wrong);
            assert_eq!(
                told,
                format!("`{}` is not a field name: expected a token", wrong.escape_debug())
            );
        }
        assert_eq!(FieldName::literal("Allow").to_string(), "Allow");
    }

    #[test]
    fn a_value_is_visible_and_prints_as_it_was_written() {
        let read = value("a \"b\"; c=~").expect("a value");
        assert_eq!(read.to_string(), "a \"b\"; c=~");
        assert_eq!(read.as_str(), "a \"b\"; c=~");
        assert_eq!(String::from(read), "a \"b\"; c=~");
        assert!(value("").is_ok());
        for wrong in [" a", "a ", "a\tb", "a\nb", "caf\u{e9}", "a\u{7f}"] {
            let told = value(wrong).expect_err(wrong);
            let escaped = wrong.escape_debug();
            assert_eq!(told, format!("`{escaped}` is not a field value: expected visible ASCII"));
        }
    }

    #[test]
    fn a_path_is_filled_in_and_never_makes_a_host() {
        for (text, path, filled) in [
            ("{path}", "/a/", "/a/"),
            ("{path}/1", "/a/", "/a/1"),
            ("{path}/1", "/", "/1"),
            ("x {path} {path}/y", "/a", "x /a /a/y"),
            ("no path", "/a", "no path"),
        ] {
            assert_eq!(value(text).expect("a value").at(path), filled);
        }
    }

    #[test]
    fn references_to_earlier_fields_begin_with_a_capital_letter() {
        let read = value("{ETag}, {weak:Last-Modified} {path} {X y} {").expect("a value");
        assert_eq!(read.captures().collect::<Vec<_>>(), ["ETag", "Last-Modified"]);
        let all: Vec<_> = captures("{weak:ETag}{A1}").collect();
        assert_eq!(all, [("{weak:ETag}", "ETag"), ("{A1}", "A1")]);
    }
}
