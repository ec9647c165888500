use super::Verdict;

/// A quoted entity tag, with `W/` before it if it is weak (RFC 9110, section 8.8.3).
pub(in crate::verify) fn entity_tag(value: &str) -> Verdict {
    let opaque = value.strip_prefix("W/").unwrap_or(value);
    let inner = opaque.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    match inner {
        Some(tag) if tag.chars().all(|one| one > ' ' && one != '"' && one != '\u{7f}') => Ok(()),
        _ => Err(format!("`{}` is no entity tag", value.escape_debug())),
    }
}
