use super::code::CodeFile;
use super::entity;
use super::escape::markdown::escaped;
use super::fence::fenced;
use super::page::{Layout, Page, Piece};
use super::rendered::Rendered;
use super::{Article, Format, Result, article, markdown};

/// Markdown for Material for MkDocs: content tabs, synchronized by `content.tabs.link`.
#[derive(Debug)]
pub(super) struct Mkdocs;

impl Format for Mkdocs {
    fn name(&self) -> &'static str {
        "mkdocs"
    }

    fn about(&self) -> &'static str {
        "Markdown with content tabs for Material for MkDocs, synchronized by `content.tabs.link`"
    }

    fn extension(&self) -> &'static str {
        "md"
    }

    fn render(&self, page: &Page<'_>) -> Result<Rendered> {
        let body = match page.layout() {
            Layout::Nothing(refusal) => note(&markdown::refusal(refusal)),
            Layout::One(piece) => block(piece),
            Layout::Several(pieces) => pieces.iter().map(tab).collect::<Vec<_>>().join("\n"),
        };
        Ok(Rendered::plain(body))
    }

    fn article(&self, article: &Article<'_>) -> Result<Rendered> {
        article::markdown::write(article, self)
    }
}

/// The title is read as Markdown, between quotes.
fn tab(piece: &Piece) -> String {
    let title = escaped(&piece.target.title).replace('"', &entity::reference('"'));
    format!("=== \"{title}\"\n\n{}", indented(&block(piece)))
}

fn block(piece: &Piece) -> String {
    let numbers = piece.line_numbers.then_some("linenums=\"1\"");
    let code = |file: &CodeFile<'_>, named| fenced(file.text, &file.info(named, numbers));
    markdown::named_block(piece, code, note)
}

fn note(text: &str) -> String {
    format!("!!! note\n\n{}", indented(&format!("{text}\n")))
}

fn indented(text: &str) -> String {
    text.split_inclusive('\n')
        .map(|line| if line == "\n" { line.to_owned() } else { format!("    {line}") })
        .collect()
}
