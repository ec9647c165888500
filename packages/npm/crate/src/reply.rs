//! The answer to a request.

use serde_json::json;
use statuscraft::output::default_format;
use statuscraft::request::Query;
use statuscraft::{Error, Generator};

/// The text that was requested, or the error as JSON.
pub(crate) fn reply(generator: &Generator, request: &[u8]) -> Result<String, String> {
    let text = str::from_utf8(request).map_err(|error| error_of(&error.to_string(), None))?;
    rendered(generator, text).map_err(|error| error_of(&error.to_string(), Some(&error)))
}

fn rendered(generator: &Generator, text: &str) -> Result<String, Error> {
    // An array of strings is read as words; anything else must be a request in JSON.
    let words = text.starts_with('[').then(|| serde_json::from_str::<Vec<String>>(text));
    let query = match words {
        Some(Ok(words)) => Query::from_words(&words)?,
        _ => Query::from_json(text)?,
    };
    let format = query.format().unwrap_or_else(default_format);
    Ok(query.render(generator, format)?.to_string())
}

fn error_of(message: &str, error: Option<&Error>) -> String {
    let kind = error.map_or_else(|| "Usage".to_owned(), |error| format!("{:?}", error.kind()));
    let hint = error.and_then(Error::hint);
    json!({"kind": kind, "message": message, "hint": hint}).to_string()
}
