//! The options of an example: what each of them is, and whether it changes anything.

use serde_json::Value;

use super::list_record::OptionRow;
use super::record::value;
use crate::catalogue::Status;
use crate::error::Result;
use crate::output::{Article, Block};
use crate::snippet::{Generator, Options, Snippet};
use crate::targets::Target;

/// The options of the example for a code in a target: the usual value of each, and its effect.
///
/// # Errors
///
/// Those of [`Generator::snippet`].
pub fn example_options(
    generator: &Generator,
    status: &Status,
    target: &Target,
) -> Result<Article<'static>> {
    let usual = Options::default();
    let snippet = generator.snippet(status, target, &usual)?;
    let differs = |options: &Options| {
        generator.snippet(status, target, options).is_ok_and(|other| !is_same(&snippet, &other))
    };
    let mut rows = vec![
        option("--form", "program", "or `handler`, `response`", true),
        option(
            "--strict",
            "no",
            "passes edge cases that the usual example does not",
            snippet.has_strict,
        ),
    ];
    let path = usual.resource_path(status)?;
    let mut longer = path.as_str().trim_end_matches('/').to_owned();
    longer.push_str("/x");
    let changed = |options: Options| differs(&options);
    rows.push(option(
        "--path",
        path.as_str(),
        match path.variables().as_slice() {
            [] => "the path of the resource".to_owned(),
            names => format!("the path of the resource, with {}", braces(names)),
        },
        changed(Options { path: Some(longer), ..usual.clone() }),
    ));
    let message = status.default_message();
    rows.push(option(
        "--message",
        message,
        "the text in the response",
        changed(Options { message: Some(format!("{message}x")), ..usual.clone() }),
    ));
    let name = status.scenario.as_ref().map_or(&status.phrase, |scenario| &scenario.name);
    rows.push(option(
        "--name",
        name,
        "the name of the handler",
        changed(Options { name: Some(format!("{name}x")), ..usual.clone() }),
    ));
    let other = if snippet.port == u16::MAX { 1 } else { snippet.port + 1 };
    rows.push(option(
        "--port",
        snippet.port.to_string(),
        "the port to listen on or to connect to",
        changed(Options { port: Some(other), ..usual.clone() }),
    ));
    rows.push(option(
        "--upstream",
        Options::UPSTREAM,
        "the server behind a gateway",
        changed(Options { upstream: Some("http://127.0.0.1:1".into()), ..usual.clone() }),
    ));
    for body in generator.bodies()?.into_iter().filter(|body| body != usual.body()) {
        let about = format!("`{body}`: {}", generator.body(&body)?.title);
        let effect = changed(Options { body: Some(body), ..usual.clone() });
        rows.push(option("--body", usual.body(), about, effect));
    }
    Ok(article(&rows))
}

/// An option, its usual value, what it is, and whether it changes the example.
struct Row {
    option: &'static str,
    usual: String,
    about: String,
    effect: bool,
}

fn option(
    option: &'static str,
    usual: impl Into<String>,
    about: impl Into<String>,
    effect: bool,
) -> Row {
    Row { option, usual: usual.into(), about: about.into(), effect }
}

fn is_same(one: &Snippet, other: &Snippet) -> bool {
    one.text == other.text && one.files == other.files && one.run == other.run
}

fn braces(names: &[&str]) -> String {
    names.iter().map(|name| format!("{{{name}}}")).collect::<Vec<_>>().join(" and ")
}

fn article(rows: &[Row]) -> Article<'static> {
    let heads = ["Option", "Default", "Effect", "What it is"].map(str::to_owned).to_vec();
    let effect = |row: &Row| if row.effect { "yes" } else { "none here" }.to_owned();
    let cells = |row: &Row| {
        vec![row.option.to_owned(), row.usual.clone(), effect(row), row.about.replace('`', "")]
    };
    let data = rows.iter().map(|row| {
        let Row { option, usual, about, effect } = row;
        value(&OptionRow { option, default: usual, effect: *effect, about })
    });
    Article {
        title: None,
        level: 1,
        data: Value::Array(data.collect()),
        blocks: vec![Block::Columns {
            heads,
            rows: rows.iter().map(cells).collect(),
            need_heads: false,
        }],
    }
}
