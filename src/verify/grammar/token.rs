use super::Verdict;
use super::list::split;

/// Whether the text is a token (RFC 9110, section 5.6.2).
pub(super) fn is_token(text: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !text.is_empty() && text.bytes().all(allowed)
}

/// A list of tokens, which may be empty.
pub(in crate::verify) fn tokens(value: &str) -> Verdict {
    match split(value).iter().find(|element| !is_token(element)) {
        Some(element) => Err(format!("`{}` is no token", element.escape_debug())),
        None => Ok(()),
    }
}

/// The token at the start of the text, and the rest.
pub(super) fn leading_token(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|one: char| !is_token(one.encode_utf8(&mut [0; 4]))).unwrap_or(text.len());
    text.split_at_checked(end).filter(|(token, _)| !token.is_empty())
}

/// The quoted string at the start of the text, decoded, and the rest (RFC 9110, section 5.6.4).
pub(super) fn leading_quoted(text: &str) -> Option<(String, &str)> {
    let mut value = String::new();
    let mut rest = text.strip_prefix('"')?.chars();
    loop {
        match rest.next()? {
            '"' => return Some((value, rest.as_str())),
            '\\' => value.push(rest.next()?),
            one if one.is_control() && one != '\t' => return None,
            one => value.push(one),
        }
    }
}

/// A parameter's value, a token or a quoted string, and the rest of the text.
pub(super) fn leading_value(text: &str) -> Option<(String, &str)> {
    if text.starts_with('"') {
        return leading_quoted(text);
    }
    leading_token(text).map(|(token, rest)| (token.to_owned(), rest))
}

/// The parameters of `; name=value …`; `None` for any other text (RFC 9110, section 5.6.6). A name
/// may have no value if `bare` is set.
pub(super) fn parameters(mut text: &str, bare: bool) -> Option<Vec<(String, String)>> {
    let mut parameters = Vec::new();
    loop {
        text = text.trim_start_matches([' ', '\t']);
        if text.is_empty() {
            return Some(parameters);
        }
        text = text.strip_prefix(';')?.trim_start_matches([' ', '\t']);
        let Some((name, rest)) = leading_token(text) else {
            if text.is_empty() || text.starts_with(';') {
                continue;
            }
            return None;
        };
        let (value, rest) = match rest.strip_prefix('=') {
            Some(rest) => leading_value(rest)?,
            None if bare => (String::new(), rest),
            None => return None,
        };
        parameters.push((name.to_ascii_lowercase(), value));
        text = rest;
    }
}
