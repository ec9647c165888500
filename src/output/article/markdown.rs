//! Articles in Markdown, for every site generator that reads it.

use super::super::escape::markdown::{code_span, escaped};
use super::super::{Format, Rendered, Result, prose};
use super::{Article, Block, each, joined, step_lines};

/// Writes the article; its examples are in `format`.
pub(in crate::output) fn write(article: &Article<'_>, format: &dyn Format) -> Result<Rendered> {
    let level = "#".repeat(usize::from(article.level));
    let title = |text: &str| format!("{level} {}\n", escaped(text));
    let body = joined(article, "\n", title, |block| {
        Ok(match block {
            Block::Heading(text) => format!("{level}# {}\n", inline(text)),
            Block::Paragraph(text) => format!("{}\n", inline(text)),
            Block::List(items) => each(items, |item| format!("- {}\n", inline(item))),
            Block::Facts(facts) => {
                each(facts, |(name, text)| format!("- **{}:** {}\n", inline(name), inline(text)))
            }
            Block::Terms(terms) => terms
                .iter()
                .map(|(name, text)| format!("**{}**\n\n{}\n", inline(name), inline(text)))
                .collect::<Vec<_>>()
                .join("\n"),
            Block::Table { heads: [first, second], rows } => {
                let head = format!("| | {} | {} |\n|---|---|---|\n", inline(first), inline(second));
                head + &rows.iter().map(row).collect::<String>()
            }
            Block::Columns { heads, rows, .. } => {
                line(heads) + &line(&vec!["---"; heads.len()]) + &each(rows, |row| line(row))
            }
            Block::Steps(steps) => format.listing(&step_lines(steps), "text"),
            Block::Listing { text, fence } => format.listing(text, fence),
            Block::Examples(page) => format.render(page)?.body,
        })
    })?;
    Ok(Rendered { imports: article.imports(format)?, body })
}

fn row([on, first, second]: &[String; 3]) -> String {
    format!("| **{}** | {} | {} |\n", cell(on), cell(first), cell(second))
}

fn line(cells: &[impl AsRef<str>]) -> String {
    let rule = |cell: &str| if cell == "---" { cell.to_owned() } else { self::cell(cell) };
    let cells = cells.iter().map(|cell| rule(cell.as_ref()));
    format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "))
}

/// A bar ends a cell even inside code, unless a backslash precedes it.
fn cell(text: &str) -> String {
    inline(text).replace('|', "\\|")
}

pub(in crate::output) fn inline(text: &str) -> String {
    prose::linked(text, escaped, code_span, |citation| {
        format!("[{}]({})", escaped(citation.text), citation.url())
    })
}
