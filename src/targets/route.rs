use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Deserialize;

use crate::catalogue::VariableKind;

/// How a framework writes a path that matches literally.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct RouteSyntax {
    /// The form of the request's path that patterns are compared with.
    form: Form,
    /// Characters with a meaning in patterns, and their literal spelling.
    escape: BTreeMap<char, String>,
    /// The same for the first character of a segment.
    escape_start: BTreeMap<char, String>,
    /// Characters that no pattern can contain, and why.
    refuse: BTreeMap<char, String>,
    /// The replacement of a slash at the end.
    end_slash: Option<String>,
    /// How a variable is written, by its kind; `{name}` stands for its name.
    variables: BTreeMap<VariableKind, String>,
}

/// The two spellings of a path.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Form {
    /// Decoded.
    #[default]
    Decoded,
    /// As in the request, percent-encoded where needed.
    Encoded,
}

/// A part of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum PathPart<'a> {
    /// Text, in both spellings.
    Literal { decoded: Cow<'a, str>, encoded: &'a str },
    /// A segment that varies.
    Variable { name: &'a str, kind: VariableKind },
}

/// Why a path has no pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum RouteFault<'a> {
    /// A character stands in the way.
    Character(char, &'a str),
    /// The target does not say how such a variable is written.
    Variable(VariableKind),
}

impl RouteSyntax {
    /// The pattern that matches the paths of these parts only.
    pub(crate) fn pattern(&self, parts: &[PathPart<'_>]) -> Result<String, RouteFault<'_>> {
        let mut pattern = String::new();
        for (at, part) in parts.iter().enumerate() {
            match part {
                PathPart::Literal { decoded, encoded } => {
                    let last = at + 1 == parts.len();
                    self.literal(decoded, encoded, last, &mut pattern)?;
                }
                PathPart::Variable { name, kind } => {
                    let written = self.variables.get(kind).ok_or(RouteFault::Variable(*kind))?;
                    pattern.push_str(&written.replace("{name}", name));
                }
            }
        }
        Ok(pattern)
    }

    /// Adds text that is to match itself.
    fn literal(
        &self,
        decoded: &str,
        encoded: &str,
        last: bool,
        pattern: &mut String,
    ) -> Result<(), RouteFault<'_>> {
        let refused = decoded.chars().find_map(|one| self.refuse.get_key_value(&one));
        if let Some((one, reason)) = refused {
            return Err(RouteFault::Character(*one, reason));
        }
        let text = if self.form == Form::Decoded { decoded } else { encoded };
        let end_slash = self.end_slash.as_deref().filter(|_| last);
        let (body, end) = match (end_slash, text.strip_suffix('/')) {
            (Some(end), Some(body)) => (body, end),
            _ => (text, ""),
        };
        let mut starts = false;
        for one in body.chars() {
            let at_start = self.escape_start.get(&one).filter(|_| starts);
            starts = one == '/';
            match at_start.or_else(|| self.escape.get(&one)) {
                Some(literal) => pattern.push_str(literal),
                None => pattern.push(one),
            }
        }
        pattern.push_str(end);
        Ok(())
    }
}
