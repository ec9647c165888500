//! Articles: explanations, comparisons and lists, in every format.
//!
//! Their texts come from the catalogue: backticks mark code, and sections of RFCs are cited.

pub(super) mod asciidoc;
mod columns;
pub(super) mod html;
pub(super) mod markdown;
pub(super) mod rst;
mod text;

use super::page::Page;

pub use text::wrapped;

/// A text with headings, lists, tables and examples.
#[derive(Clone, Debug)]
pub struct Article<'a> {
    /// The title; lists have none.
    pub title: Option<String>,
    /// The level of the title among the headings of its document, 1 to 5.
    pub level: u8,
    /// The content below the title.
    pub blocks: Vec<Block<'a>>,
    /// The same as data, which the formats `json` and `ndjson` print.
    pub data: serde_json::Value,
}

/// A part of an article.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Block<'a> {
    /// The heading of a section.
    Heading(String),
    /// A paragraph.
    Paragraph(String),
    /// An unordered list.
    List(Vec<String>),
    /// Short facts under their names.
    Facts(Vec<(String, String)>),
    /// Names, for example questions, and a paragraph for each.
    Terms(Vec<(String, String)>),
    /// A table that compares two things; the first column names the point of comparison.
    Table {
        /// The names of the two.
        heads: [String; 2],
        /// The point of comparison, and what holds for each of the two.
        rows: Vec<[String; 3]>,
    },
    /// A table whose cells are short.
    Columns {
        /// The names of the columns.
        heads: Vec<String>,
        /// The rows, with a cell for each column.
        rows: Vec<Vec<String>>,
        /// Whether the cells can't be understood without the names. Text shows these only then.
        need_heads: bool,
    },
    /// Names of steps, and what to type or to do in each: lines that are kept as they are.
    Steps(Vec<(String, String)>),
    /// Lines that are shown as they are, such as HTTP messages.
    Listing {
        /// The lines.
        text: String,
        /// The name of their language after the fence of a Markdown code block.
        fence: String,
    },
    /// Examples in some targets.
    Examples(Page<'a>),
}

impl Article<'_> {
    /// The lines that the document must have once, see [`super::Rendered::imports`].
    fn imports(&self, format: &dyn super::Format) -> super::Result<&'static [&'static str]> {
        for block in &self.blocks {
            if let Block::Examples(page) = block {
                let imports = format.render(page)?.imports;
                // A page without examples needs none.
                if !imports.is_empty() {
                    return Ok(imports);
                }
            }
        }
        Ok(&[])
    }
}

/// The examples of several codes, each code under a heading.
pub(super) fn of_pages<'a>(pages: &[Page<'a>]) -> Article<'a> {
    let blocks = pages.iter().flat_map(|page| {
        let heading = format!("{} {}", page.status.code, page.status.phrase);
        [Block::Heading(heading), Block::Examples(page.clone())]
    });
    Article { title: None, level: 1, blocks: blocks.collect(), data: serde_json::Value::Null }
}

/// Each block as text below the title, with `separator` between them.
fn joined(
    article: &Article<'_>,
    separator: &str,
    title: impl Fn(&str) -> String,
    block: impl Fn(&Block<'_>) -> super::Result<String>,
) -> super::Result<String> {
    let mut parts: Vec<String> = article.title.iter().map(|text| title(text)).collect();
    for one in &article.blocks {
        parts.push(block(one)?);
    }
    Ok(parts.join(separator))
}

/// Steps as lines: the names in one column, the lines of each step in the next one.
fn step_lines(steps: &[(String, String)]) -> String {
    let widest = steps.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
    let lines = steps.iter().flat_map(|(name, text)| {
        let names = std::iter::once(name.as_str()).chain(std::iter::repeat(""));
        names.zip(text.lines()).map(|(name, line)| format!("{name:widest$}  {line}\n"))
    });
    lines.collect()
}

fn each<T>(items: &[T], write: impl Fn(&T) -> String) -> String {
    items.iter().map(write).collect()
}
