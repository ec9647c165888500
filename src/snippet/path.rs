use std::borrow::Cow;

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

use crate::error::{Error, ErrorKind, Result};

/// What a path can't hold as it is: everything but RFC 3986's `pchar` and `/`. A `%` is left alone,
/// because it was checked to open an escape.
const ENCODED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// The path of a request's target, in both spellings.
pub(super) struct RequestPath<'a> {
    /// Percent-encoded, as it stands in the request.
    pub(super) encoded: Cow<'a, str>,
    /// The characters that it means.
    pub(super) decoded: Cow<'a, str>,
}

impl<'a> RequestPath<'a> {
    /// Reads a path as a user writes it: like in a URI, or with the characters themselves.
    ///
    /// Refused is what does not arrive as it was sent: dot segments, empty segments, escapes of
    /// `/` and of controls, which clients, proxies and frameworks each rewrite in their own way.
    pub(super) fn new(path: &'a str) -> Result<Self> {
        let Some(rest) = path.strip_prefix('/') else {
            return Err(refused(path, "does not start with `/`", "write it like `/endpoint`"));
        };
        if path.contains(['?', '#']) {
            return Err(refused(
                path,
                "has a query or fragment",
                "write the path alone, and `%3F` or `%23` for a literal `?` or `#`",
            ));
        }
        if !escapes_are_whole(path) {
            return Err(refused(
                path,
                "has a `%` without two hexadecimal digits",
                "write `%25` for a literal `%`",
            ));
        }
        let encoded: Cow<'a, str> = utf8_percent_encode(path, ENCODED).into();
        let decoded = if encoded.contains('%') {
            decode(path, &encoded)?.into()
        } else {
            Cow::Borrowed(path)
        };
        if decoded.chars().any(char::is_control) {
            return Err(refused(
                path,
                "holds a control character",
                "a path holds printable characters",
            ));
        }
        if decoded.matches('/').count() != encoded.matches('/').count() {
            return Err(refused(
                path,
                "has an escaped `/`",
                "write it as a slash, or leave it out",
            ));
        }
        let parts = || decoded.strip_prefix('/').unwrap_or(rest).split('/');
        if parts().any(|part| part == "." || part == "..") {
            return Err(refused(
                path,
                "has a segment `.` or `..`",
                "clients resolve it before they send the request",
            ));
        }
        if decoded.contains("//") {
            return Err(refused(path, "has an empty segment", "write one `/` between segments"));
        }
        Ok(Self { encoded, decoded })
    }
}

fn decode(path: &str, encoded: &str) -> Result<String> {
    match percent_decode_str(encoded).decode_utf8() {
        Ok(text) => Ok(text.into_owned()),
        Err(_) => {
            Err(refused(path, "has escapes that are not UTF-8", "write the characters themselves"))
        }
    }
}

fn refused(path: &str, why: &str, hint: &str) -> Error {
    Error::new(ErrorKind::Option, format!("the path `{}` {why}", path.escape_debug()))
        .about(path)
        .with_hint(hint)
}

fn escapes_are_whole(path: &str) -> bool {
    path.split('%')
        .skip(1)
        .all(|rest| rest.len() >= 2 && rest.bytes().take(2).all(|byte| byte.is_ascii_hexdigit()))
}
