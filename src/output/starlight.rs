use super::code::{CodeFile, files, with_remarks};
use super::fence::fenced;
use super::page::{Layout, Page, Piece};
use super::rendered::Rendered;
use super::{Article, Format, Result, article, entity, markdown};
use crate::snippet::Form;

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
    match &piece.content {
        Ok(snippet) => {
            let named = snippet.form == Form::Program || !snippet.files.is_empty();
            let numbers = piece.line_numbers.then_some("showLineNumbers");
            let info = |it: &CodeFile<'_>| it.info(named, numbers);
            let code = files(snippet, |_| String::new(), |it| fenced(it.text, &info(it)));
            with_remarks(piece, code, "\n", |it| note(&markdown::remark(it)))
        }
        Err(refusal) => note(&markdown::refusal(refusal)),
    }
}

fn note(text: &str) -> String {
    format!(":::note\n{text}\n:::\n")
}
