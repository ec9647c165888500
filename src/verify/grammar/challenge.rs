use super::Verdict;
use super::list::split;
use super::token::{is_token, leading_token, leading_value};

/// A list of challenges: a scheme with a token68 or parameters (RFC 9110, section 11.3).
///
/// A comma separates both challenges and parameters: an element `name=value` belongs to the
/// challenge before it.
pub(in crate::verify) fn challenges(value: &str) -> Verdict {
    let mut scheme = None;
    for element in split(value) {
        let (first, rest) = element.split_once(' ').unwrap_or((&element, ""));
        if is_token(first) {
            scheme = Some(first.to_owned());
            let rest = rest.trim_start();
            if !(rest.is_empty() || is_parameter(rest) || is_token68(rest)) {
                return Err(format!("`{}` is no challenge", element.escape_debug()));
            }
        } else if scheme.is_none() || !is_parameter(&element) {
            return Err(format!("`{}` does not start with a scheme", element.escape_debug()));
        }
    }
    scheme.map(drop).ok_or_else(|| "it is empty".into())
}

fn is_parameter(text: &str) -> bool {
    leading_token(text)
        .and_then(|(_, rest)| rest.trim_start().strip_prefix('='))
        .and_then(|rest| leading_value(rest.trim_start()))
        .is_some_and(|(_, rest)| rest.trim().is_empty())
}

fn is_token68(text: &str) -> bool {
    let body = text.trim_end_matches('=');
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~+/".contains(&byte);
    !body.is_empty() && body.bytes().all(allowed)
}
