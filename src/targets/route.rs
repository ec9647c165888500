use std::collections::BTreeMap;

use serde::Deserialize;

/// How a framework wants a path written that is to match nothing but itself.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct RouteSyntax {
    /// The form of the request's path that patterns are compared with.
    form: Form,
    /// Characters that mean something in a pattern, and how they are written literally.
    escape: BTreeMap<char, String>,
    /// Characters that no pattern can hold, and why.
    refuse: BTreeMap<char, String>,
    /// What a slash at the end becomes.
    end_slash: Option<String>,
}

/// The two spellings of a path.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Form {
    /// Its characters.
    #[default]
    Decoded,
    /// As it stands in the request, percent-encoded where it must be.
    Encoded,
}

impl RouteSyntax {
    /// The pattern that matches this path only, given in both spellings, or the character that
    /// stands in the way and why.
    pub(crate) fn pattern(&self, decoded: &str, encoded: &str) -> Result<String, (char, &str)> {
        let refused = decoded.chars().find_map(|one| self.refuse.get_key_value(&one));
        if let Some((one, reason)) = refused {
            return Err((*one, reason));
        }
        let text = if self.form == Form::Decoded { decoded } else { encoded };
        let (body, end) = match (&self.end_slash, text.strip_suffix('/')) {
            (Some(end), Some(body)) => (body, end.as_str()),
            _ => (text, ""),
        };
        let mut pattern = String::with_capacity(text.len());
        for one in body.chars() {
            match self.escape.get(&one) {
                Some(literal) => pattern.push_str(literal),
                None => pattern.push(one),
            }
        }
        pattern.push_str(end);
        Ok(pattern)
    }
}
