//! Examples of a code in the context of page templates.

use std::sync::Arc;

use minijinja::Value;
use serde::Serialize;

use super::address;
use crate::catalogue::{RecordedExchange, Status};
use crate::error::Result;
use crate::output::{CodeFile, Piece, SHORT, highlighted};
use crate::pages::Explanation;
use crate::snippet::{Generator, Options, Refusal, Snippet};
use crate::targets::{Deviation, Target};

/// A target, and its example or the reason why it has none.
#[derive(Clone, Serialize)]
pub(super) struct Example {
    target: String,
    title: String,
    version: String,
    /// The port that it listens on.
    port: u16,
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
    /// Further files of the program.
    files: Vec<ShownFile>,
    /// The statement that answers, or `None`.
    response: Option<Value>,
    install: String,
    run: String,
    /// Where it does otherwise than the code's exchange asks.
    deviations: Vec<ShownDeviation>,
    /// The servers on which it runs, as sentences, or `None`.
    places: Option<String>,
    /// What went over the wire when it was proven, or what a client gets; `None` if it was not
    /// recorded.
    exchange: Option<String>,
    /// The files of the version that passes every edge, if that is another one.
    strict: Vec<ShownFile>,
}

/// A file in HTML.
#[derive(Clone, Serialize)]
struct ShownFile {
    path: String,
    language: String,
    html: Value,
}

/// A deviation, as a sentence and a link.
#[derive(Clone, Serialize)]
struct ShownDeviation {
    what: String,
    whose: String,
    see: String,
}

/// Programs that answer with a code; empty if no target can have one.
pub(super) fn programs(
    generator: &Generator,
    status: &Status,
    servers: &[Arc<Target>],
    body: Option<&str>,
) -> Result<Vec<Example>> {
    if status.no_snippet.is_some() {
        return Ok(Vec::new());
    }
    let usual = Options { body: body.map(str::to_owned), ..Options::default() };
    let strict = Options { strict: true, ..usual.clone() };
    let example = |target: &Arc<Target>| {
        let made = generator.example(status, target, &usual)?;
        let other = match &made {
            Ok(snippet) if snippet.has_strict => generator.example(status, target, &strict)?.ok(),
            _ => None,
        };
        let mut example = Example::new(target, made, other.as_ref());
        if let Some(shown) = example.snippet.as_mut().filter(|_| body.is_none()) {
            let recorded = generator.recorded_exchange(status.code, target.id())?;
            shown.exchange = recorded.as_ref().map(RecordedExchange::text);
        }
        Ok(example)
    };
    servers.iter().map(example).collect()
}

/// Programs that send a request that causes a code.
pub(super) fn requests(explanation: &Explanation<'_>) -> Vec<Example> {
    let pieces = explanation.clients.pieces.iter();
    let example = |piece: &Piece| {
        let mut example = Example::new(&piece.target, piece.content.clone(), None);
        if let Some(shown) = &mut example.snippet {
            shown.exchange.clone_from(&explanation.response);
        }
        example
    };
    pieces.map(example).collect()
}

impl Example {
    fn new(
        target: &Target,
        made: std::result::Result<Snippet, Refusal>,
        strict: Option<&Snippet>,
    ) -> Self {
        let (snippet, refusal) = match made {
            Ok(snippet) => (Some(Shown::new(target, snippet, strict)), None),
            Err(refusal) => (None, Some(told(&refusal))),
        };
        Self {
            target: target.id().to_owned(),
            title: target.title.clone(),
            version: target.version.clone(),
            port: target.port,
            path: address::framework(target.id()),
            snippet,
            refusal,
        }
    }

    /// Whether there is an example, not a reason why there is none.
    pub(super) fn is_offered(&self) -> bool {
        self.snippet.is_some()
    }

    /// The name of its target.
    pub(super) fn target(&self) -> &str {
        &self.target
    }
}

impl Shown {
    fn new(target: &Target, snippet: Snippet, strict: Option<&Snippet>) -> Self {
        let response = snippet.parts.response.trim_end();
        let code = CodeFile { text: response, whole: false, ..CodeFile::first(&snippet) };
        let deviation = |it: &Deviation| ShownDeviation {
            what: it.what.trim().to_owned(),
            whose: it.whose.clone(),
            see: it.see.to_string(),
        };
        let strict = strict.map(CodeFile::of).unwrap_or_default();
        Self {
            html: marked(&CodeFile::first(&snippet)),
            files: CodeFile::of(&snippet).iter().skip(1).map(ShownFile::new).collect(),
            response: (!response.is_empty()).then(|| marked(&code)),
            deviations: target.deviations(snippet.code, snippet.strict).map(deviation).collect(),
            places: snippet.places.told(),
            exchange: None,
            strict: strict.iter().map(ShownFile::new).collect(),
            language: snippet.fence,
            file: snippet.file,
            install: snippet.install,
            run: snippet.run,
        }
    }
}

impl ShownFile {
    fn new(file: &CodeFile<'_>) -> Self {
        Self { path: file.path.to_owned(), language: file.fence.to_owned(), html: marked(file) }
    }
}

/// The text of a file with its pieces marked.
fn marked(file: &CodeFile<'_>) -> Value {
    Value::from_safe_string(highlighted(file, &SHORT))
}

/// A refusal as sentences.
fn told(refusal: &Refusal) -> String {
    match &refusal.instead {
        Some(instead) => format!("{refusal}. Instead: {instead}."),
        None => format!("{refusal}."),
    }
}
