use super::page::{Layout, Page, Piece};
use super::rendered::Rendered;
use super::{Article, Format, Result, article};
use crate::snippet::{Refusal, Snippet};

/// Only the code; with several targets, a comment above each.
#[derive(Debug)]
pub(super) struct Text;

impl Format for Text {
    fn name(&self) -> &'static str {
        "text"
    }

    fn about(&self) -> &'static str {
        "Only the code; with several targets, a comment above each"
    }

    fn extension(&self) -> &'static str {
        "txt"
    }

    fn render(&self, page: &Page<'_>) -> Result<Rendered> {
        let body = match page.layout() {
            Layout::Nothing(refusal) => return Err(refusal.error()),
            Layout::One(piece) => match &piece.content {
                Err(refusal) => return Err(refusal.error()),
                Ok(snippet) => program(snippet),
            },
            Layout::Several(pieces) => pieces.iter().map(section).collect::<Vec<_>>().join("\n"),
        };
        Ok(Rendered::plain(body))
    }

    fn article(&self, article: &Article<'_>) -> Result<Rendered> {
        Ok(Rendered::plain(article::wrapped(article, self, article::Style::default())?))
    }
}

fn section(piece: &Piece) -> String {
    match &piece.content {
        Ok(snippet) => {
            let heading = match snippet.files.as_slice() {
                [] => format!("{}: {}", piece.target.title, snippet.file),
                _ => piece.target.title.clone(),
            };
            format!("{}\n\n{}", piece.language.comment(&heading), program(snippet))
        }
        Err(refusal) => format!("{}\n", piece.language.comment(&told(refusal))),
    }
}

/// The text; if the program has several files, each under its name.
fn program(snippet: &Snippet) -> String {
    if snippet.files.is_empty() {
        return snippet.text.clone();
    }
    let mut shown = format!("==> {} <==\n{}", snippet.file, snippet.text);
    for file in &snippet.files {
        shown.extend(["\n==> ", &file.path, " <==\n", &file.text]);
    }
    shown
}

fn told(refusal: &Refusal) -> String {
    match &refusal.instead {
        Some(instead) => format!("{refusal}\n{instead}"),
        None => refusal.to_string(),
    }
}
