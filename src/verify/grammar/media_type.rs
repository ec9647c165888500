use super::Verdict;
use super::token::{is_token, parameters};

/// A type and subtype with parameters (RFC 9110, section 8.3.1).
pub(in crate::verify) fn media_type(value: &str) -> Verdict {
    let (essence, rest) = value.split_at(value.find(';').unwrap_or(value.len()));
    let (kind, subtype) = essence.trim().split_once('/').unwrap_or_default();
    if is_token(kind) && is_token(subtype) && parameters(rest, false).is_some() {
        return Ok(());
    }
    Err(format!("`{}` is no media type", value.escape_debug()))
}

/// The value of a parameter of a media type.
pub(in crate::verify) fn parameter(value: &str, name: &str) -> Option<String> {
    let rest = value.get(value.find(';')?..)?;
    parameters(rest, false)?.into_iter().find(|(it, _)| it == name).map(|(_, value)| value)
}
