//! Articles as plain text, for terminals.

use anstyle::AnsiColor;
use textwrap::{Options, WordSeparator, WordSplitter, fill};

use super::super::code::CodeFile;
use super::super::page::Layout;
use super::super::style::Style;
use super::super::{Format, Page, Result, prose, text_page};
use super::columns::columns;
use super::{Article, Block, joined, step_lines};

impl Style {
    /// A name, printed on its own lines.
    fn name(self, name: &str) -> String {
        let options = Options::new(self.width).word_separator(WordSeparator::AsciiSpace);
        textwrap::wrap(name, options).iter().map(|line| self.bold(line) + "\n").collect()
    }

    fn inline(self, text: &str) -> String {
        let code = |code: &str| self.paint(AnsiColor::Cyan.on_default(), &format!("`{code}`"));
        prose::linked(text, str::to_owned, code, |citation| citation.text.to_owned())
    }

    /// A paragraph whose first line starts with `first`, and all others with `rest`.
    fn paragraph(self, first: &str, rest: &str, text: &str) -> String {
        let options = Options::new(self.width)
            .initial_indent(first)
            .subsequent_indent(rest)
            // An address that breaks at its slashes can't be copied.
            .word_separator(WordSeparator::AsciiSpace)
            .break_words(false)
            .word_splitter(WordSplitter::NoHyphenation);
        fill(&self.inline(text), options) + "\n"
    }
}

/// Writes the article; its examples are in `format`.
///
/// # Errors
///
/// Those of [`Format::render`].
pub fn wrapped(article: &Article<'_>, format: &dyn Format, style: Style) -> Result<String> {
    joined(
        article,
        "\n",
        |text| style.bold(text) + "\n",
        |block| {
            Ok(match block {
                Block::Heading(text) => style.bold(&text.to_uppercase()) + "\n",
                Block::Paragraph(text) => style.paragraph("", "", text),
                Block::List(items) => {
                    items.iter().map(|item| style.paragraph("- ", "  ", item)).collect()
                }
                Block::Facts(facts) => named(facts, style),
                Block::Terms(terms) => terms
                    .iter()
                    .map(|(name, text)| style.name(name) + &style.paragraph("  ", "  ", text))
                    .collect::<Vec<_>>()
                    .join("\n"),
                Block::Table { heads, rows } => rows
                    .iter()
                    .map(|[on, first, second]| {
                        let [one, other] = heads.each_ref();
                        let sides = [(one.clone(), first.clone()), (other.clone(), second.clone())];
                        style.bold(on) + "\n" + &named(&sides, style)
                    })
                    .collect::<Vec<_>>()
                    .join("\n"),
                Block::Columns { heads, rows, need_heads: true } => {
                    columns(&[std::slice::from_ref(heads), rows].concat(), style.limit())
                }
                Block::Columns { rows, .. } => columns(rows, style.limit()),
                Block::Steps(steps) => step_lines(steps),
                Block::Listing { text, fence } => {
                    indented(&text_page::code(&CodeFile::listing(text, fence), style))
                }
                Block::Examples(page) => examples(page, format, style)?,
            })
        },
    )
}

/// Examples, with what happens in them above and what there is to say of them below; one sentence if
/// there are none.
fn examples(page: &Page<'_>, format: &dyn Format, style: Style) -> Result<String> {
    let refusal = match page.layout() {
        Layout::Nothing(refusal) => Some(refusal),
        Layout::One(piece) => piece.content.as_ref().err(),
        Layout::Several(_) => None,
    };
    if let Some(refusal) = refusal {
        return Ok(style.paragraph("", "", &prose::no_example(refusal)));
    }
    let mut shown = String::new();
    if let Some(line) = page.scenario {
        shown.push_str(&style.paragraph("", "", line.as_str()));
        shown.push('\n');
    }
    let code =
        if style.colours { text_page::page(page, style)? } else { format.render(page)?.body };
    shown.push_str(&indented(&code));
    for piece in &page.pieces {
        for remark in piece.remarks() {
            let what = prose::remark_sentence(&remark);
            shown.push('\n');
            shown.push_str(&style.paragraph("", "", &format!("{}: {what}", piece.target.title)));
        }
    }
    Ok(shown)
}

/// Code, which keeps its lines, indented.
fn indented(code: &str) -> String {
    let line = |line: &str| if line.is_empty() { "\n".into() } else { format!("    {line}\n") };
    code.lines().map(line).collect()
}

/// Names in one column, with their texts in the next one.
fn named(pairs: &[(String, String)], style: Style) -> String {
    let widest = pairs.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
    let rest = " ".repeat(widest + 4);
    pairs
        .iter()
        .map(|(name, text)| style.paragraph(&format!("  {name:widest$}  "), &rest, text))
        .collect()
}
