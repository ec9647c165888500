use super::highlight::{LONG, highlighted};
use super::page::{Layout, Page, Piece};
use super::rendered::Rendered;
use super::{Article, Format, Result, article, entity, label, prose};
use crate::snippet::{Refusal, Snippet};

/// HTML for use inside a page, highlighted with classes.
#[derive(Debug)]
pub(super) struct Html;

/// The stylesheet for the classes of the format `html`, for light and dark.
pub const STYLESHEET: &str = include_str!("html.css");

impl Format for Html {
    fn name(&self) -> &'static str {
        "html"
    }

    fn about(&self) -> &'static str {
        "Highlighted HTML; `statuscraft stylesheet` prints the CSS"
    }

    fn extension(&self) -> &'static str {
        "html"
    }

    fn render(&self, page: &Page<'_>) -> Result<Rendered> {
        let body = match page.layout() {
            Layout::Nothing(refusal) => note(refusal),
            Layout::One(piece) => block(piece),
            Layout::Several(pieces) => pieces.iter().map(figure).collect(),
        };
        Ok(Rendered::plain(body))
    }

    fn article(&self, article: &Article<'_>) -> Result<Rendered> {
        article::html::write(article, self)
    }
}

fn figure(piece: &Piece) -> String {
    let title = entity::text(&piece.target.title);
    let caption = match piece.content.as_ref().ok().and_then(label::file) {
        Some(file) => format!("{title}: <code>{}</code>", entity::text(file)),
        None => title,
    };
    format!(
        "<figure class=\"statuscraft\">\n<figcaption>{caption}</figcaption>\n{}</figure>\n",
        block(piece)
    )
}

fn block(piece: &Piece) -> String {
    match &piece.content {
        Ok(snippet) => code(snippet),
        Err(refusal) => note(refusal),
    }
}

fn code(snippet: &Snippet) -> String {
    format!(
        "<pre class=\"statuscraft\"><code class=\"language-{}\">{}</code></pre>\n",
        entity::attribute(&snippet.fence),
        highlighted(snippet, &LONG)
    )
}

fn note(refusal: &Refusal) -> String {
    let code = |code: &str| format!("<code>{}</code>", entity::text(code));
    let text = prose::write(&prose::sentences(refusal), entity::text, code);
    format!("<p class=\"statuscraft\">{text}</p>\n")
}
