use super::code::{CodeFile, only_file, with_remarks};
use super::highlight::{LONG, highlighted};
use super::page::{Layout, Page, Piece, Remark};
use super::rendered::Rendered;
use super::{Article, Format, Result, article, entity, prose};
use crate::snippet::Refusal;

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
        "Highlighted HTML; print its CSS with `statuscraft stylesheet`"
    }

    fn extension(&self) -> &'static str {
        "html"
    }

    fn render(&self, page: &Page<'_>) -> Result<Rendered> {
        let body = match page.layout() {
            Layout::Nothing(refusal) => note(&self::refusal(refusal)),
            Layout::One(piece) => block(piece),
            Layout::Several(pieces) => pieces.iter().map(figure).collect(),
        };
        Ok(Rendered::plain(body))
    }

    fn listing(&self, text: &str, fence: &str) -> String {
        code(&CodeFile::listing(text, fence))
    }

    fn article(&self, article: &Article<'_>) -> Result<Rendered> {
        article::html::write(article, self)
    }
}

fn figure(piece: &Piece) -> String {
    let title = entity::text(&piece.target.title);
    let caption = match piece.content.as_ref().ok().and_then(only_file) {
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
        Ok(snippet) => {
            let code = match CodeFile::of(snippet).as_slice() {
                [one] => code(one),
                several => several.iter().map(named).collect(),
            };
            with_remarks(piece, code, "", |it| note(&remark(it)))
        }
        Err(refusal) => note(&self::refusal(refusal)),
    }
}

/// One of several files.
fn named(file: &CodeFile<'_>) -> String {
    format!(
        "<figure class=\"statuscraft\">\n<figcaption><code>{}</code></figcaption>\n{}</figure>\n",
        entity::text(file.path),
        code(file)
    )
}

fn code(file: &CodeFile<'_>) -> String {
    format!(
        "<pre class=\"statuscraft\"><code class=\"language-{}\">{}</code></pre>\n",
        entity::attribute(file.fence),
        highlighted(file, &LONG)
    )
}

fn note(html: &str) -> String {
    format!("<p class=\"statuscraft\">{html}</p>\n")
}

fn refusal(refusal: &Refusal) -> String {
    prose::write(&prose::sentences(refusal), entity::text, code_element)
}

fn remark(remark: &Remark<'_>) -> String {
    prose::remark(remark, entity::text, code_element, |text, url| {
        format!("<a href=\"{}\">{}</a>", entity::attribute(url), entity::text(text))
    })
}

fn code_element(code: &str) -> String {
    format!("<code>{}</code>", entity::text(code))
}
