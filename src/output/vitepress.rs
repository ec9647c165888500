use super::escape::markdown::{code_span, escaped};
use super::fence::fenced;
use super::page::{Layout, Page, Piece};
use super::rendered::Rendered;
use super::{Article, Format, Result, article, entity, prose};
use crate::snippet::Refusal;

/// Markdown for VitePress: a code group.
#[derive(Debug)]
pub(super) struct Vitepress;

impl Format for Vitepress {
    fn name(&self) -> &'static str {
        "vitepress"
    }

    fn about(&self) -> &'static str {
        "Markdown with VitePress code groups"
    }

    fn extension(&self) -> &'static str {
        "md"
    }

    fn render(&self, page: &Page<'_>) -> Result<Rendered> {
        let body = match page.layout() {
            Layout::Nothing(refusal) => note(refusal),
            Layout::One(piece) => match &piece.content {
                Ok(snippet) => fenced(snippet, &snippet.fence),
                Err(refusal) => note(refusal),
            },
            Layout::Several(pieces) => group(pieces),
        };
        Ok(Rendered::plain(body))
    }

    fn article(&self, article: &Article<'_>) -> Result<Rendered> {
        article::markdown::write(article, self)
    }
}

/// A code group can hold only fenced blocks, so notes follow it.
fn group(pieces: &[Piece]) -> String {
    let mut tabs = Vec::new();
    let mut parts = Vec::new();
    for piece in pieces {
        match &piece.content {
            Ok(snippet) => {
                let label = label(&piece.target.title);
                tabs.push(fenced(snippet, &format!("{} [{label}]", snippet.fence)));
            }
            Err(refusal) => parts.push(note(refusal)),
        }
    }
    if !tabs.is_empty() {
        parts.insert(0, format!("::: code-group\n\n{}\n:::\n", tabs.join("\n")));
    }
    parts.join("\n")
}

/// A title as the label of a tab, which becomes HTML in a Vue template.
fn label(title: &str) -> String {
    entity::text_and(title, &['[', ']', '{', '}', '`', '\\'])
}

fn note(refusal: &Refusal) -> String {
    let text = prose::write(&prose::sentences(refusal), words, code);
    format!("::: info\n{text}\n:::\n")
}

/// Vue reads two braces as an expression, even in inline code, however they are escaped in
/// Markdown.
fn words(text: &str) -> String {
    escaped(text).replace("\\{\\{", "<span v-pre>{{</span>")
}

fn code(text: &str) -> String {
    if text.contains("{{") {
        return format!("<code v-pre>{}</code>", escaped(text));
    }
    code_span(text)
}
