//! Examples of a code in the context of page templates.

use std::sync::Arc;

use minijinja::Value;
use serde::Serialize;

use super::address;
use crate::catalogue::Status;
use crate::error::Result;
use crate::output::{CodeFile, SHORT, highlighted};
use crate::pages::Explanation;
use crate::snippet::{Generator, Options, Refusal, Snippet};
use crate::targets::Target;

/// A target, and its example or the reason why it has none.
#[derive(Clone, Serialize)]
pub(super) struct Example {
    target: String,
    title: String,
    version: String,
    /// The framework's page.
    path: String,
    snippet: Option<Shown>,
    refusal: Option<String>,
}

/// An example in HTML.
#[derive(Clone, Serialize)]
struct Shown {
    /// The text with its pieces marked.
    html: Value,
    language: String,
    file: String,
    install: String,
    run: String,
}

/// Programs that answer with a code; empty if no target can have one.
pub(super) fn programs(
    generator: &Generator,
    status: &Status,
    servers: &[Arc<Target>],
) -> Result<Vec<Example>> {
    if status.no_snippet.is_some() {
        return Ok(Vec::new());
    }
    let options = Options::default();
    let example = |target: &Arc<Target>| {
        let made = generator.example(status, target, &options)?;
        Ok(Example::new(target, made))
    };
    servers.iter().map(example).collect()
}

/// Programs that send a request that causes a code.
pub(super) fn requests(explanation: &Explanation<'_>) -> Vec<Example> {
    let pieces = explanation.clients.pieces.iter();
    pieces.map(|piece| Example::new(&piece.target, piece.content.clone())).collect()
}

impl Example {
    fn new(target: &Target, made: std::result::Result<Snippet, Refusal>) -> Self {
        let (snippet, refusal) = match made {
            Ok(snippet) => (Some(Shown::new(snippet)), None),
            Err(refusal) => (None, Some(told(&refusal))),
        };
        Self {
            target: target.id().to_owned(),
            title: target.title.clone(),
            version: target.version.clone(),
            path: address::framework(target.id()),
            snippet,
            refusal,
        }
    }

    /// The name of its target.
    pub(super) fn target(&self) -> &str {
        &self.target
    }
}

impl Shown {
    fn new(snippet: Snippet) -> Self {
        Self {
            html: Value::from_safe_string(highlighted(&CodeFile::first(&snippet), &SHORT)),
            language: snippet.fence,
            file: snippet.file,
            install: snippet.install,
            run: snippet.run,
        }
    }
}

/// A refusal as sentences.
fn told(refusal: &Refusal) -> String {
    match &refusal.instead {
        Some(instead) => format!("{refusal}. Instead: {instead}."),
        None => format!("{refusal}."),
    }
}
