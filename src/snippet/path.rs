use std::borrow::Cow;

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

use crate::catalogue::{PathValues, Request, Scenario, VariableKind, VariableName};
use crate::error::{Error, ErrorKind, Result};
use crate::targets::PathPart;

/// What a path can't hold as it is: everything but RFC 3986's `pchar` and `/`. A `%` is left alone,
/// because it was checked to open an escape, and braces stand around variables.
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
    .add(b'|');

/// What a value in a path can't hold as it is: nothing of it may be taken for structure.
const VALUE: &AsciiSet = &ENCODED.add(b'%').add(b'/').add(b'?').add(b'#').add(b'{').add(b'}');

/// The path of a resource, whose segments may vary: `/books/{id}`.
#[derive(Clone, Debug)]
pub struct ResourcePath<'a> {
    /// Percent-encoded, with variables in braces.
    encoded: Cow<'a, str>,
    scenario: Option<&'a Scenario>,
}

impl<'a> ResourcePath<'a> {
    /// Reads a path as a user writes it: like in a URI, or with the characters themselves, and with
    /// the variables of the scenario.
    ///
    /// Paths that may not arrive as they were sent are refused: dot segments, empty segments,
    /// escapes of `/` and of control characters. Clients, proxies and frameworks rewrite them in
    /// different ways.
    pub(super) fn new(path: &'a str, scenario: Option<&'a Scenario>) -> Result<Self> {
        if !path.starts_with('/') {
            return Err(refused(path, "does not start with `/`", "write it like `/endpoint`"));
        }
        if path.contains(['?', '#']) {
            return Err(refused(
                path,
                "has a query or fragment",
                "write only the path, with `%3F` or `%23` for a literal `?` or `#`",
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
        let mut missing: Vec<_> = scenario.iter().flat_map(|it| it.variables.keys()).collect();
        for piece in pieces(&encoded) {
            match piece {
                Piece::Literal(text) => check_literal(path, text)?,
                Piece::Variable(name) => {
                    match missing.iter().position(|one| one.as_str() == name) {
                        Some(at) => drop(missing.remove(at)),
                        None => return Err(unknown_variable(path, name, scenario)),
                    }
                }
                Piece::Brace => {
                    return Err(refused(path, "has a brace that names no variable", BRACES));
                }
            }
        }
        match (missing.first(), scenario) {
            (Some(name), Some(scenario)) => Err(missing_variable(path, name, scenario)),
            _ => Ok(Self { encoded, scenario }),
        }
    }

    /// The path as it stands in a request, percent-encoded where it must be, but for its variables,
    /// which stand in braces.
    pub fn as_str(&self) -> &str {
        &self.encoded
    }

    /// The path of one resource: with these values of its variables, and with those of the scenario
    /// where there is none among them.
    pub fn at(&self, values: &PathValues) -> String {
        let Some(scenario) = self.scenario else { return self.encoded.clone().into_owned() };
        let mut path = String::with_capacity(self.encoded.len());
        for piece in pieces(&self.encoded) {
            match piece {
                Piece::Literal(text) => path.push_str(text),
                Piece::Variable(name) => {
                    let value = values.get(name).or_else(|| scenario.at.get(name));
                    path.extend(value.map(|it| encoded_value(it.as_str())));
                }
                Piece::Brace => {}
            }
        }
        path
    }

    /// What a request on it has in its request line, but for filler.
    pub fn target(&self, request: &Request) -> String {
        let mut target = self.at(&request.at);
        if !request.suffix.is_empty() && target.ends_with('/') && request.suffix.starts_with('/') {
            target.pop();
        }
        target.push_str(&request.suffix);
        if let Some(query) = &request.query {
            target.push('?');
            target.push_str(query);
        }
        target
    }

    /// The names of its variables, in order.
    pub fn variables(&self) -> Vec<&str> {
        let names = pieces(&self.encoded).filter_map(|piece| match piece {
            Piece::Variable(name) => Some(name),
            _ => None,
        });
        names.collect()
    }

    /// Its parts in both spellings.
    pub(super) fn parts(&self) -> Vec<PathPart<'_>> {
        let kind = |name: &str| self.scenario.and_then(|it| it.variables.get(name)).copied();
        let part = |piece| match piece {
            Piece::Literal(encoded) => {
                let decoded = percent_decode_str(encoded).decode_utf8_lossy();
                Some(PathPart::Literal { decoded, encoded })
            }
            Piece::Variable(name) => {
                Some(PathPart::Variable { name, kind: kind(name).unwrap_or(VariableKind::Segment) })
            }
            Piece::Brace => None,
        };
        pieces(&self.encoded).filter_map(part).collect()
    }
}

/// The value as one segment of a path.
pub(super) fn encoded_value(value: &str) -> String {
    utf8_percent_encode(value, VALUE).to_string()
}

const BRACES: &str = "braces stand around variables; write `%7B` and `%7D` for literal ones";

enum Piece<'a> {
    Literal(&'a str),
    /// What stands between braces that fill a segment.
    Variable(&'a str),
    /// A brace that has no partner or no segment of its own.
    Brace,
}

/// The pieces of a path in which literal braces are escaped.
fn pieces(path: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = path;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let Some(inside) = rest.strip_prefix('{') else {
            let (text, after) = rest.split_at(rest.find(['{', '}']).unwrap_or(rest.len()));
            rest = after;
            let stray = text.is_empty() || (after.starts_with('{') && !text.ends_with('/'));
            if stray {
                rest = "";
                return Some(Piece::Brace);
            }
            return Some(Piece::Literal(text));
        };
        match inside.split_once('}') {
            Some((name, after)) if after.is_empty() || after.starts_with('/') => {
                rest = after;
                Some(Piece::Variable(name))
            }
            _ => {
                rest = "";
                Some(Piece::Brace)
            }
        }
    })
}

fn check_literal(path: &str, encoded: &str) -> Result<()> {
    let Ok(decoded) = percent_decode_str(encoded).decode_utf8() else {
        let why = "has escapes that are not UTF-8";
        return Err(refused(path, why, "write the characters themselves"));
    };
    if decoded.chars().any(char::is_control) {
        return Err(refused(
            path,
            "holds a control character",
            "a path holds printable characters",
        ));
    }
    if decoded.matches('/').count() != encoded.matches('/').count() {
        return Err(refused(path, "has an escaped `/`", "write it as a slash, or leave it out"));
    }
    if decoded.split('/').any(|part| part == "." || part == "..") {
        return Err(refused(
            path,
            "has a segment `.` or `..`",
            "clients resolve it before they send the request",
        ));
    }
    if decoded.contains("//") {
        return Err(refused(path, "has an empty segment", "write one `/` between segments"));
    }
    Ok(())
}

fn unknown_variable(path: &str, name: &str, scenario: Option<&Scenario>) -> Error {
    let why = format!("has the variable {{{}}}", name.escape_debug());
    let known: Vec<_> =
        scenario.iter().flat_map(|it| it.variables.keys()).map(|it| format!("{{{it}}}")).collect();
    if known.iter().any(|one| *one == format!("{{{name}}}")) {
        return refused(path, &format!("{why} twice"), "name each variable once");
    }
    let why = format!("{why}, which this code has no value for");
    let hint = match known.as_slice() {
        [] => BRACES.to_owned(),
        known => format!("its variables: {}; write `%7B` for a brace", known.join(", ")),
    };
    refused(path, &why, &hint)
}

fn missing_variable(path: &str, name: &VariableName, scenario: &Scenario) -> Error {
    let hint = format!("expected each variable of `{}`", scenario.path);
    refused(path, &format!("lacks {{{name}}}"), &hint)
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
