use super::escape::rst::{escaped, literal};
use super::page::{Layout, Page, Piece};
use super::rendered::Rendered;
use super::{Article, Format, Result, article, label, prose};
use crate::snippet::{Refusal, Snippet};

/// reStructuredText: `code-block` directives, which docutils and Sphinx both understand.
#[derive(Debug)]
pub(super) struct Rst;

impl Format for Rst {
    fn name(&self) -> &'static str {
        "rst"
    }

    fn about(&self) -> &'static str {
        "reStructuredText code blocks, with labels for several targets"
    }

    fn extension(&self) -> &'static str {
        "rst"
    }

    fn render(&self, page: &Page<'_>) -> Result<Rendered> {
        let body = match page.layout() {
            Layout::Nothing(refusal) => note(refusal),
            Layout::One(piece) => block(piece),
            Layout::Several(pieces) => pieces
                .iter()
                .map(|piece| format!("{}\n\n{}", heading(piece), block(piece)))
                .collect::<Vec<_>>()
                .join("\n"),
        };
        Ok(Rendered::plain(body))
    }

    fn article(&self, article: &Article<'_>) -> Result<Rendered> {
        article::rst::write(article, self)
    }
}

fn heading(piece: &Piece) -> String {
    let title = format!("**{}**", escaped(piece.target.title.trim()));
    match piece.content.as_ref().ok().and_then(label::file) {
        Some(file) => format!("{title}, {}:", literal(file)),
        None => title,
    }
}

fn block(piece: &Piece) -> String {
    match &piece.content {
        Ok(snippet) => code_block(snippet),
        Err(refusal) => note(refusal),
    }
}

fn code_block(snippet: &Snippet) -> String {
    let lines = snippet.text.lines();
    let code: String = lines
        .map(|line| if line.is_empty() { "\n".to_owned() } else { format!("   {line}\n") })
        .collect();
    format!(".. code-block:: {}\n\n{code}", snippet.fence)
}

fn note(refusal: &Refusal) -> String {
    // Inline markup needs space around it; a backslash adds invisible space.
    let code = |code: &str| format!("\\ {}\\ ", literal(code));
    let text = prose::write(&prose::sentences(refusal), escaped, code);
    let text = text.replace(" \\ `", " `").replace("`\\  ", "` ");
    format!(".. note::\n\n   {}\n", text.trim_start_matches("\\ "))
}
