//! How examples are used: under which name they are saved, which commands install and start them, and
//! where they do otherwise than they should.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::Value;

use super::list_record::{HowRow, StepRow};
use super::record::value;
use super::upstream::{Behind, behind};
use crate::enumeration::enumerated;
use crate::error::Result;
use crate::output::{Article, Block, Page, Piece, remark_sentence};
use crate::snippet::{Form, Generator, Options, Snippet};
use crate::targets::Target;

/// Where an example is when somebody reads how it is used.
#[derive(Clone, Debug)]
pub enum Saved {
    /// Nowhere yet.
    No,
    /// In this file, its only one.
    File(PathBuf),
    /// In this folder, with all its files.
    Folder(PathBuf),
}

/// How the examples of these pages are used, made with these options. `saved` says where each of them is.
///
/// # Errors
///
/// Those of [`Generator::targets`] and [`Generator::snippet`].
pub fn how_to(
    generator: &Generator,
    pages: &[Page<'_>],
    options: &Options,
    saved: impl Fn(&Snippet) -> Saved,
) -> Result<Article<'static>> {
    let several = pages.iter().map(|page| page.pieces.len()).sum::<usize>() > 1;
    let (mut blocks, mut data) = (Vec::new(), Vec::new());
    let client = generator.targets()?.into_iter().find(|target| target.is_client());
    for page in pages {
        for piece in &page.pieces {
            let Ok(snippet) = &piece.content else { continue };
            if several {
                let title = format!("{} in {}", page.status.code, piece.target.title);
                blocks.push(Block::Heading(title));
            }
            let behind = behind(generator, page.status, piece, options)?;
            let sentences = sentences(piece, snippet, behind.as_ref());
            let mut rows = commands(piece, snippet, &saved(snippet), behind);
            if let Some(client) = client.as_ref().filter(|_| !piece.target.is_client()) {
                rows.extend(request(generator, page, piece, client, options)?);
            }
            data.push(record(snippet, &rows, &sentences));
            if !rows.is_empty() {
                let steps = rows.iter().map(|(step, text)| ((*step).to_owned(), text.clone()));
                blocks.push(Block::Steps(steps.collect()));
            }
            blocks.extend(sentences.into_iter().map(Block::Paragraph));
        }
    }
    Ok(Article { title: None, level: 1, blocks, data: Value::Array(data) })
}

/// Steps by their names.
type Steps = Vec<(&'static str, String)>;

/// What to do with an example, step by step. Only whole programs are saved and started. What is
/// installed comes first: it may be a project, whose files would replace those of the example.
fn commands(piece: &Piece, snippet: &Snippet, saved: &Saved, behind: Option<Behind>) -> Steps {
    if snippet.form != Form::Program {
        return Vec::new();
    }
    let install = ("install", snippet.install.trim().to_owned());
    let own = piece.target.saved_in.as_ref();
    let mut run = snippet.run.clone();
    let mut steps = match saved {
        Saved::No => {
            let further = snippet.files.iter().map(|file| file.path.as_str());
            let files: Vec<_> = std::iter::once(snippet.file.as_str()).chain(further).collect();
            let is_new = own.is_none() && files.iter().any(|file| file.contains('/'));
            let folder =
                own.map(|it| it.folder.as_str()).or_else(|| is_new.then_some("a new, empty one"));
            let folder = folder.map(|folder| ("folder", folder.to_owned()));
            folder.into_iter().chain([install, ("save as", files.join("\n"))]).collect()
        }
        Saved::File(file) if run.contains(&snippet.file) => {
            run = run.replace(&snippet.file, &quoted(file));
            vec![install]
        }
        Saved::File(file) => {
            // A server that imports the module from the current folder.
            let module = |path: &Path| format!(" {}:", path.with_extension("").display());
            let name = file.file_name().map_or(Path::new(""), Path::new);
            run = run.replace(&module(Path::new(&snippet.file)), &module(name));
            file.parent().and_then(change_to).into_iter().chain([install]).collect()
        }
        Saved::Folder(folder) => {
            let enter = change_to(folder);
            let copy = own.filter(|own| !is_same(folder, &own.folder));
            let copy = copy.map(|own| ("copy", own.copy.clone()));
            enter.into_iter().chain([install]).chain(copy).collect()
        }
    };
    if piece.target.is_client() {
        steps.push(("start", format!("a server on port {}", snippet.port)));
    }
    let start = behind.and_then(|it| it.start);
    steps.extend(start.map(|start| ("upstream", start)));
    steps.push(("run", run));
    steps
}

/// The step into a folder, unless it is the current one.
fn change_to(folder: &Path) -> Option<(&'static str, String)> {
    let is_here = folder.as_os_str().is_empty() || folder == Path::new(".");
    (!is_here).then(|| ("first", format!("cd {}", quoted(folder))))
}

/// A path as a word of a command.
fn quoted(path: &Path) -> String {
    let path = path.display().to_string();
    let is_plain = |one: char| one.is_alphanumeric() || "/._-+,@:\\".contains(one);
    match path.strip_prefix('-') {
        Some(_) => quoted(&Path::new(".").join(path)),
        None if path.chars().all(is_plain) => path,
        None => format!("'{}'", path.replace('\'', r"'\''")),
    }
}

/// Whether two paths lead to one folder.
fn is_same(one: &Path, other: &str) -> bool {
    one.canonicalize().ok().is_some_and(|it| Path::new(other).canonicalize().ok() == Some(it))
}

/// The request that causes the code, as that client sends it.
fn request(
    generator: &Generator,
    page: &Page<'_>,
    piece: &Piece,
    client: &Arc<Target>,
    options: &Options,
) -> Result<Option<(&'static str, String)>> {
    let options = Options { form: Form::Handler, ..options.clone() };
    let both = [Arc::clone(&piece.target), Arc::clone(client)];
    let page = Page::new(generator, page.status, &both, &options)?;
    let client = page.pieces.into_iter().nth(1).and_then(|piece| piece.content.ok());
    Ok(client.map(|snippet| ("then try", snippet.text.trim_end().to_owned())))
}

/// What the example needs behind it, what it does otherwise than it should, and where it runs.
fn sentences(piece: &Piece, snippet: &Snippet, behind: Option<&Behind>) -> Vec<String> {
    let behind = behind.filter(|_| snippet.form != Form::Response);
    let mut sentences: Vec<_> = behind.map(|it| it.sentence.clone()).into_iter().collect();
    sentences.extend(piece.remarks().map(|remark| remark_sentence(&remark)));
    if snippet.form != Form::Response && !snippet.places.is_restricted() {
        sentences.extend(snippet.places.told());
    }
    if snippet.has_strict && !snippet.strict && piece.deviations().next().is_some() {
        sentences.push("`--strict` prints a version that passes more of these edge cases.".into());
    }
    if snippet.form == Form::Handler {
        let names: Vec<_> = piece.target.given_in(&snippet.text).collect();
        sentences.extend(from_set_up(&names));
    }
    sentences
}

/// Where the names come from that a handler uses and doesn't define.
fn from_set_up(names: &[&str]) -> Option<String> {
    let quoted: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    let come = if names.len() > 1 { "come" } else { "comes" };
    let names = enumerated(&quoted);
    let said = format!("{names} {come} from the set-up, which `--form program` prints.");
    (!quoted.is_empty()).then_some(said)
}

fn record(snippet: &Snippet, steps: &[(&'static str, String)], sentences: &[String]) -> Value {
    let steps = steps.iter().map(|(step, text)| StepRow { step, text }).collect();
    value(&HowRow { code: snippet.code, target: &snippet.target, steps, notes: sentences })
}
