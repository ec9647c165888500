use super::code::{CodeFile, files, with_remarks};
use super::escape::markdown::{code_span, escaped};
use super::fence::fenced;
use super::page::{Layout, Page, Piece, Remark};
use super::rendered::Rendered;
use super::{Article, Format, Result, article, entity, markdown, prose};
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
            Layout::Nothing(refusal) => note(&self::refusal(refusal)),
            Layout::One(piece) => match &piece.content {
                Ok(snippet) => {
                    let code = files(snippet, markdown::file_label, |it| {
                        fenced(it.text, &info(piece, it))
                    });
                    with_remarks(piece, code, "\n", |it| note(&remark(it)))
                }
                Err(refusal) => note(&self::refusal(refusal)),
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
                for (at, file) in CodeFile::of(snippet).iter().enumerate() {
                    let title = match at {
                        0 => label(&piece.target.title),
                        _ => label(&format!("{}: {}", piece.target.title, file.path)),
                    };
                    tabs.push(fenced(file.text, &format!("{} [{title}]", info(piece, file))));
                }
                let title = words(piece.target.title.trim());
                let about = |it: Remark<'_>| note(&format!("{title}: {}", remark(&it)));
                parts.extend(piece.remarks().map(about));
            }
            Err(refusal) => parts.push(note(&self::refusal(refusal))),
        }
    }
    if !tabs.is_empty() {
        parts.insert(0, format!("::: code-group\n\n{}\n:::\n", tabs.join("\n")));
    }
    parts.join("\n")
}

/// The language, and whether lines are numbered.
fn info(piece: &Piece, file: &CodeFile<'_>) -> String {
    let numbers = if piece.line_numbers { ":line-numbers" } else { "" };
    format!("{}{numbers}", file.fence)
}

/// A title as the label of a tab, which becomes HTML in a Vue template.
fn label(title: &str) -> String {
    entity::text_and(title, &['[', ']', '{', '}', '`', '\\'])
}

fn note(text: &str) -> String {
    format!("::: info\n{text}\n:::\n")
}

fn refusal(refusal: &Refusal) -> String {
    prose::write(&prose::sentences(refusal), words, code)
}

fn remark(remark: &Remark<'_>) -> String {
    prose::remark(remark, words, code, markdown::link)
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
