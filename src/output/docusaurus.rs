use super::code::CodeFile;
use super::fence::fenced;
use super::page::{Layout, Page, Piece};
use super::rendered::Rendered;
use super::{Article, Format, Result, article, entity, markdown};

/// MDX for Docusaurus: `<Tabs>` with the same `groupId`.
#[derive(Debug)]
pub(super) struct Docusaurus;

impl Format for Docusaurus {
    fn name(&self) -> &'static str {
        "docusaurus"
    }

    fn about(&self) -> &'static str {
        "MDX with Docusaurus tabs, synchronized by `groupId`"
    }

    fn extension(&self) -> &'static str {
        "mdx"
    }

    fn render(&self, page: &Page<'_>) -> Result<Rendered> {
        Ok(match page.layout() {
            Layout::Nothing(refusal) => Rendered::plain(note(&markdown::refusal(refusal))),
            Layout::One(piece) => Rendered::plain(block(piece)),
            Layout::Several(pieces) => Rendered {
                imports: &[
                    "import Tabs from '@theme/Tabs';",
                    "import TabItem from '@theme/TabItem';",
                ],
                body: format!(
                    "<Tabs groupId=\"statuscraft\">\n{}</Tabs>\n",
                    pieces.iter().map(tab).collect::<String>()
                ),
            },
        })
    }

    fn article(&self, article: &Article<'_>) -> Result<Rendered> {
        article::markdown::write(article, self)
    }
}

fn tab(piece: &Piece) -> String {
    format!(
        "<TabItem value=\"{}\" label=\"{}\">\n\n{}\n</TabItem>\n",
        piece.target.id(),
        entity::attribute(&piece.target.title),
        block(piece)
    )
}

fn block(piece: &Piece) -> String {
    let numbers = piece.line_numbers.then_some("showLineNumbers");
    let code = |file: &CodeFile<'_>, named| fenced(file.text, &file.info(named, numbers));
    markdown::named_block(piece, code, note)
}

fn note(text: &str) -> String {
    format!(":::note\n\n{text}\n\n:::\n")
}
