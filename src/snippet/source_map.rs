//! Maps errors and lines of output to lines of templates.

use std::borrow::Cow;

use minijinja::OutputSpan;

use crate::error::{Error, ErrorKind};
use crate::origin::Origin;
use crate::short_quote::shortened_words;

/// A template's error as an error of this crate, at the innermost known place.
///
/// `source` gives the origin and the text of a template of that name.
pub(crate) fn error(
    error: &minijinja::Error,
    name: &str,
    source: impl Fn(&str) -> (Origin, Option<Cow<'static, str>>),
) -> Error {
    let inner = innermost(error);
    let (origin, text) = source(inner.name().unwrap_or(name));
    let column = inner.range().zip(text).map_or(1, |(range, text)| column(&text, range.start));
    let origin = match inner.line() {
        Some(line) => origin.at(line, column),
        None => origin,
    };
    let message = match inner.detail() {
        // What this crate says is short, and names files.
        Some(detail) if inner.kind() == minijinja::ErrorKind::InvalidOperation => {
            format!("{}: {detail}", inner.kind())
        }
        Some(detail) => format!("{}: {}", inner.kind(), shortened_words(detail)),
        None => inner.kind().to_string(),
    };
    Error::new(ErrorKind::Template, message).at(origin)
}

/// The error in an included or parent template is the cause of the error in the template that names
/// it.
fn innermost(error: &minijinja::Error) -> &minijinja::Error {
    let mut inner = error;
    while let Some(cause) =
        std::error::Error::source(inner).and_then(|cause| cause.downcast_ref::<minijinja::Error>())
    {
        inner = cause;
    }
    inner
}

/// The column, counted from 1 in characters, of a byte of a text.
fn column(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    before.chars().rev().take_while(|one| *one != '\n').count() + 1
}

/// For each line of the output, the place in a template that printed it.
pub(super) fn lines(
    text: &str,
    spans: &[OutputSpan],
    origin: impl Fn(&str) -> Origin,
) -> Vec<Origin> {
    let mut start = 0;
    let mut places = Vec::new();
    for line in text.split_inclusive('\n') {
        let at = start + line.len() - line.trim_start().len();
        let span = spans.iter().rev().find(|span| span.output_range().start <= at);
        places.push(match span {
            Some(span) => origin(span.name()).at(template_line(text, span, at), 1),
            None => origin(""),
        });
        start += line.len();
    }
    places
}

/// Raw text may have several lines: the lines before `at` count from its start.
fn template_line(text: &str, span: &OutputSpan, at: usize) -> usize {
    let before = text.get(span.output_range().start..at).unwrap_or_default();
    match span.kind() {
        minijinja::OutputSpanKind::Raw => span.line() + before.matches('\n').count(),
        _ => span.line(),
    }
}
