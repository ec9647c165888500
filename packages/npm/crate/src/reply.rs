//! The answer to a request.

use serde_json::{Value, json};
use statuscraft::output::default_format;
use statuscraft::request::Query;
use statuscraft::{Error, Generator};

use crate::block::{Block, Fault};

/// The text that was requested, or the error as JSON.
pub(crate) fn reply(generator: &Generator, request: &[u8]) -> Result<String, String> {
    let text = str::from_utf8(request).map_err(usage)?;
    // What is no JSON at all is an error of a request in JSON.
    match serde_json::from_str(text).unwrap_or_default() {
        Value::Array(words) => {
            let words: Vec<String> = serde_json::from_value(words.into()).map_err(usage)?;
            rendered(generator, Query::from_words(&words))
        }
        Value::Object(block) if block.contains_key("line") => {
            let block: Block = serde_json::from_value(block.into()).map_err(usage)?;
            block.render(generator).map_err(|fault| match fault {
                Fault::Request(error) => error_of(&error),
                Fault::Format { name, hint } => {
                    let message = format!("the document can't hold the format `{name}`");
                    json!({"kind": "Option", "message": message, "hint": hint, "word": name})
                        .to_string()
                }
            })
        }
        _ => rendered(generator, Query::from_json(text)),
    }
}

fn rendered(generator: &Generator, query: Result<Query, Error>) -> Result<String, String> {
    let answer = query.and_then(|query| {
        let format = query.format().unwrap_or_else(default_format);
        query.render(generator, format)
    });
    answer.map(|answer| answer.to_string()).map_err(|error| error_of(&error))
}

fn error_of(error: &Error) -> String {
    let (kind, message) = (format!("{:?}", error.kind()), error.to_string());
    json!({"kind": kind, "message": message, "hint": error.hint(), "word": error.word()})
        .to_string()
}

fn usage(error: impl ToString) -> String {
    json!({"kind": "Usage", "message": error.to_string()}).to_string()
}
