//! The recipes: which codes need which template, and what the exchange of each asks.

use std::collections::BTreeMap;

use serde_json::Value;

use super::list_record::{RecipeCode, RecipeRow};
use super::record::value;
use crate::catalogue::{Code, Exchange, Request, Response, Shape, Status};
use crate::error::Result;
use crate::output::{Article, Block};
use crate::snippet::{Generator, Options};

/// What a target needs to be complete: each recipe, its codes, and what is sent and must come back.
///
/// # Errors
///
/// Those of [`Generator::all_statuses`].
pub fn recipes(generator: &Generator) -> Result<Article<'static>> {
    let mut recipes: BTreeMap<&str, Vec<&Status>> = BTreeMap::new();
    for status in generator.all_statuses()? {
        if let Some(recipe) = &status.recipe {
            recipes.entry(recipe).or_default().push(status);
        }
    }
    let (mut terms, mut data) = (Vec::new(), Vec::new());
    for (recipe, statuses) in recipes {
        let (mut sentences, mut codes) = (Vec::new(), Vec::new());
        for status in &statuses {
            let Some(exchange) = &status.exchange else { continue };
            let asked = Asked::new(status, exchange)?;
            let code =
                if statuses.len() > 1 { format!("{}: ", status.code) } else { String::new() };
            sentences.push(code + &asked.sentence());
            codes.push(asked.record());
        }
        let numbers: Vec<_> = statuses.iter().map(|status| status.code.to_string()).collect();
        terms.push((format!("{recipe}: {}", numbers.join(", ")), sentences.join(" ")));
        data.push(value(&RecipeRow { recipe, template: template(recipe), codes }));
    }
    let what = "A target has a template for each recipe, `recipes/RECIPE.j2`, or for a code alone, \
                `codes/CODE.j2`. The exchange says what is sent to its example and what must come back.";
    let blocks = vec![Block::Paragraph(what.to_owned()), Block::Terms(terms)];
    Ok(Article { title: None, level: 1, blocks, data: Value::Array(data) })
}

/// A template that a target can write, and what its codes are asked.
#[derive(Clone, Debug)]
pub struct Need {
    /// The recipe, or the code that has none.
    pub name: String,
    /// The name of the template.
    pub template: String,
    /// The codes that it covers.
    pub codes: Vec<Code>,
    /// For each code what is sent and must come back, in one sentence after the code.
    pub exchanges: Vec<String>,
}

/// The templates that cover the codes for which `wanted` holds, by name.
///
/// # Errors
///
/// Those of [`Generator::all_statuses`].
pub fn needs(generator: &Generator, wanted: &dyn Fn(Code) -> bool) -> Result<Vec<Need>> {
    let mut needed: BTreeMap<String, Need> = BTreeMap::new();
    for status in generator.all_statuses()?.into_iter().filter(|status| wanted(status.code)) {
        let code = status.code.to_string();
        let (name, template) = match &status.recipe {
            Some(recipe) => (recipe.clone(), template(recipe)),
            None => (code.clone(), format!("codes/{code}.j2")),
        };
        let need = needed.entry(name.clone()).or_insert_with(|| Need {
            name,
            template,
            codes: Vec::new(),
            exchanges: Vec::new(),
        });
        need.codes.push(status.code);
        if let Some(exchange) = &status.exchange {
            need.exchanges.push(format!("{code}: {}", Asked::new(status, exchange)?.sentence()));
        }
    }
    Ok(needed.into_values().collect())
}

fn template(recipe: &str) -> String {
    format!("recipes/{recipe}.j2")
}

/// What the exchange of a code asks.
struct Asked<'a> {
    status: &'a Status,
    before: Vec<String>,
    request: String,
    response: String,
    /// What must not get the code.
    controls: Vec<String>,
    edges: Vec<&'a str>,
}

impl<'a> Asked<'a> {
    fn new(status: &'a Status, exchange: &'a Exchange) -> Result<Self> {
        let sent = |request: &Request| sent(status, request);
        let mut before = Vec::new();
        for first in &exchange.prepare {
            before.push(sent(&first.request)?);
        }
        if let Some(first) = &exchange.before {
            before.push(format!("{} such requests that get {}", first.times, first.status));
        }
        let mut controls = Vec::new();
        for control in &exchange.controls {
            controls.push(match &control.says {
                Some(says) => says.clone(),
                None => format!(
                    "{} gets {}",
                    sent(&control.request)?,
                    received(None, &control.response)
                ),
            });
        }
        Ok(Self {
            status,
            before,
            request: sent(&exchange.request)?,
            response: received(Some(status), &exchange.response),
            controls,
            edges: exchange.edges.iter().map(|edge| edge.says.as_str()).collect(),
        })
    }

    fn sentence(&self) -> String {
        let mut sentence = String::new();
        if !self.before.is_empty() {
            sentence.extend(["After ", &self.before.join(", "), ": "]);
        }
        sentence.extend([&self.request, " gets ", &self.response, "."]);
        if !self.controls.is_empty() {
            sentence.extend([" Controls: ", &self.controls.join("; "), "."]);
        }
        if !self.edges.is_empty() {
            sentence.extend([" Edges: ", &self.edges.join("; "), "."]);
        }
        sentence
    }

    fn record(self) -> RecipeCode<'a> {
        RecipeCode {
            code: self.status.code,
            phrase: &self.status.phrase,
            scenario: self.status.scenario.as_ref().map(|it| it.line.as_str()),
            before: self.before,
            request: self.request,
            response: self.response,
            controls: self.controls,
            edges: self.edges,
        }
    }
}

/// A request in short: `GET /books/7 with Range`.
fn sent(status: &Status, request: &Request) -> Result<String> {
    let options = Options::default();
    let target = match (&request.path, &request.follow) {
        (Some(path), _) => path.clone(),
        (None, Some(field)) => format!("what {field} names"),
        (None, None) => options.resource_path(status)?.target(request),
    };
    let mut text = format!("`{} {target}`", request.method.as_str());
    let mut with: Vec<_> = request.fields.keys().map(ToString::to_string).collect();
    let filled = !request.content.is_empty() || request.megabytes > 0 || request.pad.content > 0;
    with.extend((filled || request.multipart.is_some()).then(|| "a body".to_owned()));
    with.extend((request.pad.query > 0).then(|| format!("{} bytes of query", request.pad.query)));
    with.extend(
        (request.pad.fields > 0).then(|| format!("{} bytes of headers", request.pad.fields)),
    );
    if !with.is_empty() {
        text.extend([" with ", &with.join(", ")]);
    }
    Ok(text)
}

/// A response in short: `404 with the error's body`.
fn received(status: Option<&Status>, response: &Response) -> String {
    let mut text = String::new();
    for interim in &response.interim {
        text.extend([&interim.status.to_string(), ", then "]);
    }
    let codes: Vec<_> = response.status.0.iter().map(ToString::to_string).collect();
    match (codes.is_empty(), status) {
        _ if response.closed => text.push_str("no response"),
        (false, _) => text.push_str(&codes.join(" or ")),
        (true, Some(status)) => text.push_str(&status.code.to_string()),
        (true, None) => text.push_str("another code"),
    }
    let mut with: Vec<_> = response.fields.keys().map(ToString::to_string).collect();
    with.extend(response.media_type.clone());
    with.extend((response.body == Some(Shape::Error)).then(|| "the error's body".to_owned()));
    with.extend(response.json.keys().map(|name| format!("`{name}`")));
    with.extend(response.message.is_some().then(|| "the message".to_owned()));
    if !with.is_empty() {
        text.extend([" with ", &with.join(", ")]);
    }
    text
}
