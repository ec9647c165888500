use super::escape::markdown::{code_span, escaped};
use super::fence::fenced;
use super::page::{Layout, Page, Piece};
use super::rendered::Rendered;
use super::{Article, Format, Result, article, label, prose};
use crate::snippet::{Refusal, Snippet};

/// Markdown that every reader understands: fenced blocks under bold labels.
#[derive(Debug)]
pub(super) struct Markdown;

impl Format for Markdown {
    fn name(&self) -> &'static str {
        "markdown"
    }

    fn about(&self) -> &'static str {
        "Fenced code blocks, with labels for several targets"
    }

    fn extension(&self) -> &'static str {
        "md"
    }

    fn render(&self, page: &Page<'_>) -> Result<Rendered> {
        Ok(with_blocks(page, |snippet| fenced(snippet, &snippet.fence)))
    }

    fn article(&self, article: &Article<'_>) -> Result<Rendered> {
        article::markdown::write(article, self)
    }
}

/// The page with each example written by `block`.
pub(super) fn with_blocks(page: &Page<'_>, block: impl Fn(&Snippet) -> String) -> Rendered {
    let content = |piece: &Piece| match &piece.content {
        Ok(snippet) => block(snippet),
        Err(refusal) => quoted_note(refusal),
    };
    Rendered::plain(match page.layout() {
        Layout::Nothing(refusal) => quoted_note(refusal),
        Layout::One(piece) => content(piece),
        Layout::Several(pieces) => pieces
            .iter()
            .map(|piece| format!("{}\n\n{}", heading(piece), content(piece)))
            .collect::<Vec<_>>()
            .join("\n"),
    })
}

/// The target's title in bold, and the file's name.
fn heading(piece: &Piece) -> String {
    let title = format!("**{}**", escaped(piece.target.title.trim()));
    match piece.content.as_ref().ok().and_then(label::file) {
        Some(file) => format!("{title}, {}:", code_span(file)),
        None => title,
    }
}

fn quoted_note(refusal: &Refusal) -> String {
    format!("> **Note:** {}\n", note(refusal))
}

/// The sentences of a refusal in one line of Markdown.
pub(super) fn note(refusal: &Refusal) -> String {
    prose::write(&prose::sentences(refusal), escaped, code_span)
}
