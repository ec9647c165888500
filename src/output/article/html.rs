//! Articles in HTML, for use inside a page.

use super::super::{Format, Rendered, Result, entity, prose};
use super::{Article, Block, each, joined, step_lines};

/// Writes the article; its examples are in `format`.
pub(in crate::output) fn write(article: &Article<'_>, format: &dyn Format) -> Result<Rendered> {
    let level = article.level;
    let title = |text: &str| format!("<h{level}>{}</h{level}>\n", entity::text(text));
    let body = joined(article, "", title, |block| {
        Ok(match block {
            Block::Heading(text) => {
                format!("<h{0}>{1}</h{0}>\n", level + 1, inline(text))
            }
            Block::Paragraph(text) => format!("<p>{}</p>\n", inline(text)),
            Block::List(items) => wrapped("ul", items.iter().map(|it| tagged("li", it))),
            Block::Facts(pairs) | Block::Terms(pairs) => {
                let pair =
                    |(name, text): &(String, String)| tagged("dt", name) + &tagged("dd", text);
                wrapped("dl", pairs.iter().map(pair))
            }
            Block::Table { heads, rows } => table(heads, rows),
            Block::Columns { heads, rows, .. } => columns(heads, rows),
            Block::Steps(steps) => format.listing(&step_lines(steps), "text"),
            Block::Listing { text, fence } => format.listing(text, fence),
            Block::Examples(page) => format.render(page)?.body,
        })
    })?;
    Ok(Rendered::plain(format!("<article class=\"statuscraft\">\n{body}</article>\n")))
}

fn table(heads: &[String; 2], rows: &[[String; 3]]) -> String {
    let [first, second] = heads.each_ref().map(|head| inline(head));
    let head = format!(
        "<tr><td></td><th scope=\"col\">{first}</th><th scope=\"col\">{second}</th></tr>\n"
    );
    let row = |[on, first, second]: &[String; 3]| {
        format!(
            "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td></tr>\n",
            inline(on),
            inline(first),
            inline(second)
        )
    };
    let body = wrapped("tbody", rows.iter().map(row));
    format!("<table>\n<thead>\n{head}</thead>\n{body}</table>\n")
}

fn columns(heads: &[String], rows: &[Vec<String>]) -> String {
    let line = |tag: &str, cells: &[String]| {
        let cells = each(cells, |cell| format!("<{tag}>{}</{tag}>", inline(cell)));
        format!("<tr>{cells}</tr>\n")
    };
    let body = wrapped("tbody", rows.iter().map(|row| line("td", row)));
    format!("<table>\n<thead>\n{}</thead>\n{body}</table>\n", line("th", heads))
}

fn wrapped(tag: &str, content: impl Iterator<Item = String>) -> String {
    format!("<{tag}>\n{}</{tag}>\n", content.collect::<String>())
}

fn tagged(tag: &str, text: &str) -> String {
    format!("<{tag}>{}</{tag}>\n", inline(text))
}

pub(in crate::output) fn inline(text: &str) -> String {
    let code = |code: &str| format!("<code>{}</code>", entity::text(code));
    prose::linked(text, entity::text, code, |citation| {
        let url = entity::attribute(&citation.url());
        format!("<a href=\"{url}\">{}</a>", entity::text(citation.text))
    })
}
