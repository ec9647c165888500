use super::code::CodeFile;
use super::fence::fenced;
use super::page::{Layout, Page, Piece};
use super::rendered::Rendered;
use super::{Article, Format, Result, article, entity, markdown};

/// MDX for Starlight: `<Tabs>` with the same `syncKey`.
#[derive(Debug)]
pub(super) struct Starlight;

impl Format for Starlight {
    fn name(&self) -> &'static str {
        "starlight"
    }

    fn about(&self) -> &'static str {
        "MDX with Starlight tabs, synchronized by `syncKey`"
    }

    fn extension(&self) -> &'static str {
        "mdx"
    }

    fn render(&self, page: &Page<'_>) -> Result<Rendered> {
        Ok(match page.layout() {
            Layout::Nothing(refusal) => Rendered::plain(note(&markdown::refusal(refusal))),
            Layout::One(piece) => Rendered::plain(block(piece)),
            Layout::Several(pieces) => Rendered {
                imports: &["import { Tabs, TabItem } from '@astrojs/starlight/components';"],
                body: format!(
                    "<Tabs syncKey=\"statuscraft\">\n{}</Tabs>\n",
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
    let title = entity::attribute(&piece.target.title);
    format!("<TabItem label=\"{title}\">\n\n{}\n</TabItem>\n", block(piece))
}

fn block(piece: &Piece) -> String {
    let numbers = piece.line_numbers.then_some("showLineNumbers");
    let code = |file: &CodeFile<'_>, named| fenced(file.text, &file.info(named, numbers));
    markdown::named_block(piece, code, note)
}

fn note(text: &str) -> String {
    format!(":::note\n{text}\n:::\n")
}
