use fluent_uri::{Uri, UriRef};

use super::Verdict;

/// A URI or a reference relative to one (RFC 3986, section 4.1).
pub(in crate::verify) fn reference(value: &str) -> Verdict {
    UriRef::parse(value)
        .map(drop)
        .map_err(|error| format!("`{}` is no reference to a URI: {error}", value.escape_debug()))
}

/// The URI that a reference means in a response from `authority` to a request for `target`.
pub(in crate::verify) fn resolve(value: &str, authority: &str, target: &str) -> Option<String> {
    let base = Uri::parse(format!("http://{authority}{target}")).ok()?;
    let reference = UriRef::parse(value).ok()?;
    let resolved = reference.resolve_against(&base.borrow()).ok()?;
    Some(resolved.normalize().into_string())
}
