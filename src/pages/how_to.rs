//! How examples are used: under which name they are saved, which commands install and start them, and
//! where they do otherwise than they should.

use serde_json::{Value, json};

use crate::error::Result;
use crate::output::{Article, Block, Page, Piece, deviation_sentence};
use crate::snippet::{Form, Generator, Options, Snippet};
use crate::targets::NotHere;

/// How the examples of these pages are used, made with these options.
///
/// # Errors
///
/// Those of [`Generator::targets`] and [`Generator::snippet`].
pub fn how_to(
    generator: &Generator,
    pages: &[Page<'_>],
    options: &Options,
) -> Result<Article<'static>> {
    let several = pages.iter().map(|page| page.pieces.len()).sum::<usize>() > 1;
    let (mut blocks, mut data) = (Vec::new(), Vec::new());
    for page in pages {
        for piece in &page.pieces {
            let Ok(snippet) = &piece.content else { continue };
            if several {
                let title = format!("{} in {}", page.status.code, piece.target.title);
                blocks.push(Block::Heading(title));
            }
            let rows = commands(generator, page, piece, snippet, options)?;
            let sentences = sentences(generator, piece, snippet)?;
            data.push(record(snippet, &rows, &sentences));
            if !rows.is_empty() {
                blocks.push(table(&rows));
            }
            blocks.extend(sentences.into_iter().map(Block::Paragraph));
        }
    }
    Ok(Article { title: None, level: 1, blocks, data: Value::Array(data) })
}

/// Steps by their names.
type Steps = Vec<(&'static str, String)>;

/// What to do with an example, step by step.
fn commands(
    generator: &Generator,
    page: &Page<'_>,
    piece: &Piece,
    snippet: &Snippet,
    options: &Options,
) -> Result<Steps> {
    let mut steps = Vec::new();
    if snippet.form == Form::Program {
        let further = snippet.files.iter().map(|file| file.path.as_str());
        let files = std::iter::once(snippet.file.as_str()).chain(further).collect::<Vec<_>>();
        steps.push(("save as", files.join("\n")));
        steps.push(("install", snippet.install.clone()));
        if piece.target.is_client() {
            steps.push(("start", format!("a server on port {}", snippet.port)));
        }
        steps.push(("run", snippet.run.clone()));
    }
    if !piece.target.is_client() {
        steps.extend(request(generator, page, piece, options)?.map(|text| ("then try", text)));
    }
    Ok(steps)
}

/// The request that causes the code, as the first client sends it.
fn request(
    generator: &Generator,
    page: &Page<'_>,
    piece: &Piece,
    options: &Options,
) -> Result<Option<String>> {
    let Some(client) = generator.targets()?.into_iter().find(|target| target.is_client()) else {
        return Ok(None);
    };
    let options = Options { form: Form::Handler, ..options.clone() };
    let both = [piece.target.clone(), client];
    let page = Page::new(generator, page.status, &both, &options)?;
    let client = page.pieces.into_iter().nth(1).and_then(|piece| piece.content.ok());
    Ok(client.map(|snippet| snippet.text.trim_end().to_owned()))
}

/// What the example does otherwise than it should, and where it does not work.
fn sentences(generator: &Generator, piece: &Piece, snippet: &Snippet) -> Result<Vec<String>> {
    let mut sentences: Vec<String> = piece.deviations().map(deviation_sentence).collect();
    if snippet.has_strict && !snippet.strict && !sentences.is_empty() {
        sentences.push("`--strict` prints a version that passes more of these edge cases.".into());
    }
    let target = generator.verifiable_target(piece.target.id())?;
    let not_here = target.verify.iter().flat_map(|verify| &verify.not_here);
    let not_here = not_here.filter(|it| it.codes.contains(&snippet.code));
    sentences.extend(not_here.map(|it| {
        let servers = target.verify.iter().flat_map(|verify| &verify.servers);
        let title = servers.into_iter().find(|server| server.id == it.server);
        not_on(title.map_or(&it.server, |server| &server.title), it)
    }));
    Ok(sentences)
}

fn not_on(server: &str, not_here: &NotHere) -> String {
    let end = |text: &str| format!("{}.", text.trim().trim_end_matches('.'));
    let what = end(&not_here.what);
    match not_here.instead.trim() {
        "" => format!("Not on {server}: {what}"),
        instead => format!("Not on {server}: {what} Instead: {}", end(instead)),
    }
}

/// The steps as a table. A step of several lines has as many rows.
fn table(steps: &[(&'static str, String)]) -> Block<'static> {
    let rows = steps.iter().flat_map(|(name, text)| {
        let names = std::iter::once(*name).chain(std::iter::repeat(""));
        names.zip(text.lines()).map(|(name, line)| vec![name.to_owned(), line.to_owned()])
    });
    Block::Columns { heads: vec!["Step".into(), "Command".into()], rows: rows.collect() }
}

fn record(snippet: &Snippet, steps: &[(&'static str, String)], sentences: &[String]) -> Value {
    let steps: Vec<_> =
        steps.iter().map(|(step, text)| json!({"step": step, "text": text})).collect();
    json!({"code": snippet.code, "target": snippet.target, "steps": steps, "notes": sentences})
}
