//! Articles in AsciiDoc.

use super::super::escape::asciidoc::escaped;
use super::super::{Format, Rendered, Result, prose};
use super::{Article, Block, each, joined, step_lines};

/// Writes the article; its examples are in `format`.
pub(in crate::output) fn write(article: &Article<'_>, format: &dyn Format) -> Result<Rendered> {
    let level = "=".repeat(usize::from(article.level));
    let title = |text: &str| format!("{level} {}\n", escaped(text));
    let body = joined(article, "\n", title, |block| {
        Ok(match block {
            Block::Heading(text) => format!("{level}= {}\n", inline(text)),
            Block::Paragraph(text) => format!("{}\n", inline(text)),
            Block::List(items) => each(items, |item| format!("* {}\n", inline(item))),
            Block::Facts(pairs) | Block::Terms(pairs) => {
                each(pairs, |(name, text)| format!("{}:: {}\n", inline(name), inline(text)))
            }
            Block::Table { heads: [first, second], rows } => {
                let head = format!(
                    "[cols=\"1h,2,2\",options=header]\n|===\n| | {} | {}\n",
                    inline(first),
                    inline(second)
                );
                head + &rows.iter().map(row).collect::<String>() + "|===\n"
            }
            Block::Columns { heads, rows, .. } => {
                let row = |cells: &[String]| each(cells, |cell| format!("| {} ", inline(cell)));
                let rows = each(rows, |cells| row(cells).trim_end().to_owned() + "\n");
                format!("[%autowidth]\n|===\n{}\n\n{rows}|===\n", row(heads).trim_end())
            }
            Block::Steps(steps) => format.listing(&step_lines(steps), "text"),
            Block::Listing { text, fence } => format.listing(text, fence),
            Block::Examples(page) => format.render(page)?.body,
        })
    })?;
    Ok(Rendered::plain(body))
}

fn row([on, first, second]: &[String; 3]) -> String {
    format!("\n| {}\n| {}\n| {}\n", inline(on), inline(first), inline(second))
}

pub(in crate::output) fn inline(text: &str) -> String {
    let code = |code: &str| format!("``{}``", escaped(code));
    prose::linked(text, escaped, code, |citation| {
        format!("link:{}[{}]", citation.url(), escaped(citation.text))
    })
}
