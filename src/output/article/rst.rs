//! Articles in reStructuredText.

use super::super::escape::rst::{escaped, literal};
use super::super::{Format, Rendered, Result, prose};
use super::{Article, Block, each, joined, step_lines};

/// The characters that underline headings, by level.
const UNDERLINES: [char; 6] = ['=', '-', '~', '^', '"', '\''];

/// Writes the article; its examples are in `format`.
pub(in crate::output) fn write(article: &Article<'_>, format: &dyn Format) -> Result<Rendered> {
    let body = joined(
        article,
        "\n",
        |text| heading(text, article.level),
        |block| {
            Ok(match block {
                Block::Heading(text) => heading(text, article.level + 1),
                Block::Paragraph(text) => format!("{}\n", inline(text)),
                Block::List(items) => each(items, |item| format!("- {}\n", inline(item))),
                Block::Facts(facts) => each(facts, |(name, text)| {
                    format!("- **{}:** {}\n", escaped(name), inline(text))
                }),
                // A term with a literal in it can't be bold, but it is still a term.
                Block::Terms(terms) => {
                    each(terms, |(name, text)| format!("{}\n    {}\n", inline(name), inline(text)))
                }
                Block::Table { heads: [first, second], rows } => {
                    let head = ".. list-table::\n   :header-rows: 1\n   :stub-columns: 1\n\n";
                    let cells = |cells: [&str; 3]| {
                        let [on, first, second] = cells.map(inline);
                        format!("   * - {on}\n     - {first}\n     - {second}\n")
                    };
                    let rows = rows.iter().map(|row| cells(row.each_ref().map(String::as_str)));
                    format!("{head}{}{}", cells(["", first, second]), rows.collect::<String>())
                }
                Block::Columns { heads, rows, .. } => {
                    let row = |cells: &[String]| {
                        let cells = each(cells, |cell| format!("     - {}\n", inline(cell)));
                        cells.replacen("     -", "   * -", 1)
                    };
                    let rows = each(rows, |cells| row(cells));
                    format!(".. list-table::\n   :header-rows: 1\n\n{}{rows}", row(heads))
                }
                Block::Steps(steps) => format.listing(&step_lines(steps), "text"),
                Block::Listing { text, fence } => format.listing(text, fence),
                Block::Examples(page) => format.render(page)?.body,
            })
        },
    )?;
    Ok(Rendered::plain(body.replace("- \n", "-\n")))
}

fn heading(text: &str, level: u8) -> String {
    let underline = UNDERLINES.get(usize::from(level) - 1).copied().unwrap_or('\'');
    let text = escaped(text);
    let line: String = text.chars().map(|_| underline).collect();
    format!("{text}\n{line}\n")
}

pub(in crate::output) fn inline(text: &str) -> String {
    // Inline markup needs space around it; a backslash adds invisible space.
    let code = |code: &str| format!("\\ {}\\ ", literal(code));
    let text = prose::linked(text, escaped, code, |citation| {
        format!("\\ `{} <{}>`__\\ ", escaped(citation.text), citation.url())
    });
    let text = text.replace(" \\ `", " `").replace("`\\  ", "` ").replace("__\\  ", "__ ");
    let text = text.trim_start_matches("\\ ");
    text.strip_suffix("\\ ").unwrap_or(text).to_owned()
}
