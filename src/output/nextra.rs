use super::code::CodeFile;
use super::fence::fenced;
use super::page::{Layout, Page, Piece};
use super::rendered::Rendered;
use super::{Article, Format, Result, article, markdown};

/// MDX for Nextra: `<Tabs>` with the same `storageKey`.
#[derive(Debug)]
pub(super) struct Nextra;

impl Format for Nextra {
    fn name(&self) -> &'static str {
        "nextra"
    }

    fn about(&self) -> &'static str {
        "MDX with Nextra tabs, synchronized by `storageKey`"
    }

    fn extension(&self) -> &'static str {
        "mdx"
    }

    fn render(&self, page: &Page<'_>) -> Result<Rendered> {
        Ok(match page.layout() {
            Layout::Nothing(refusal) => Rendered::plain(note(&markdown::refusal(refusal))),
            Layout::One(piece) => Rendered::plain(block(piece)),
            Layout::Several(pieces) => Rendered {
                imports: &["import { Tabs } from 'nextra/components';"],
                body: tabs(pieces),
            },
        })
    }

    fn article(&self, article: &Article<'_>) -> Result<Rendered> {
        article::markdown::write(article, self)
    }
}

/// Nextra remembers the place of the chosen tab, so only groups with the same targets share a key.
fn tabs(pieces: &[Piece]) -> String {
    let titles: Vec<_> = pieces.iter().map(|piece| piece.target.title.as_str()).collect();
    let ids: Vec<_> = pieces.iter().map(|piece| piece.target.id()).collect();
    // Strings always serialize, and JSON is an expression of JavaScript.
    let titles = serde_json::to_string(&titles).unwrap_or_default();
    let key = ids.join("-");
    let tab = |piece: &Piece| format!("<Tabs.Tab>\n\n{}\n</Tabs.Tab>\n", block(piece));
    let tabs: String = pieces.iter().map(tab).collect();
    format!("<Tabs items={{{titles}}} storageKey=\"statuscraft-{key}\">\n{tabs}</Tabs>\n")
}

fn block(piece: &Piece) -> String {
    let code = |file: &CodeFile<'_>, named| {
        let numbers = piece.line_numbers.then_some("showLineNumbers");
        let name = file.plain_path().filter(|_| named);
        let name = name.map(|name| format!("filename=\"{name}\""));
        let info = [Some(file.fence), name.as_deref(), numbers];
        fenced(file.text, &info.into_iter().flatten().collect::<Vec<_>>().join(" "))
    };
    markdown::named_block(piece, code, note)
}

/// A note as GitHub writes it, which the theme for documentation shows as a callout.
fn note(text: &str) -> String {
    format!("> [!NOTE]\n>\n> {text}\n")
}
