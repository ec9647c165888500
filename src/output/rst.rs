use super::code::{CodeFile, files, only_file, with_remarks};
use super::escape::rst::{escaped, literal};
use super::page::{Layout, Page, Piece, Remark};
use super::rendered::Rendered;
use super::{Article, Format, Result, article, prose};
use crate::snippet::Refusal;

/// reStructuredText: `code-block` directives, which docutils and Sphinx both understand.
#[derive(Debug)]
pub(super) struct Rst;

impl Format for Rst {
    fn name(&self) -> &'static str {
        "rst"
    }

    fn about(&self) -> &'static str {
        "reStructuredText code blocks, with a label for each target if there are several"
    }

    fn extension(&self) -> &'static str {
        "rst"
    }

    fn render(&self, page: &Page<'_>) -> Result<Rendered> {
        let body = match page.layout() {
            Layout::Nothing(refusal) => note(&self::refusal(refusal)),
            Layout::One(piece) => block(piece),
            Layout::Several(pieces) => pieces
                .iter()
                .map(|piece| format!("{}\n\n{}", heading(piece), block(piece)))
                .collect::<Vec<_>>()
                .join("\n"),
        };
        Ok(Rendered::plain(body))
    }

    fn listing(&self, text: &str, fence: &str) -> String {
        code_block(&CodeFile::listing(text, fence), &[])
    }

    fn article(&self, article: &Article<'_>) -> Result<Rendered> {
        article::rst::write(article, self)
    }
}

fn heading(piece: &Piece) -> String {
    let title = format!("**{}**", escaped(piece.target.title.trim()));
    match piece.content.as_ref().ok().and_then(only_file) {
        Some(file) => format!("{title}, {}:", literal(file)),
        None => title,
    }
}

fn block(piece: &Piece) -> String {
    match &piece.content {
        Ok(snippet) => {
            let code =
                files(snippet, |path| format!("{}:\n\n", literal(path)), |it| code_block(it, &[]));
            with_remarks(piece, code, "\n", |it| note(&remark(it)))
        }
        Err(refusal) => note(&self::refusal(refusal)),
    }
}

/// The code below these options of the directive.
pub(super) fn code_block(file: &CodeFile<'_>, options: &[String]) -> String {
    let options: Vec<_> = options.iter().map(|option| format!("   {option}\n")).collect();
    let options = options.concat();
    format!(".. code-block:: {}\n{options}\n{}", file.fence, indented(file.text))
}

/// The lines as content of a directive.
pub(super) fn indented(text: &str) -> String {
    let lines = text.lines();
    lines
        .map(|line| if line.is_empty() { "\n".to_owned() } else { format!("   {line}\n") })
        .collect()
}

pub(super) fn note(text: &str) -> String {
    let text = text.replace(" \\ `", " `").replace("`\\  ", "` ");
    format!(".. note::\n\n   {}\n", text.trim_start_matches("\\ "))
}

pub(super) fn refusal(refusal: &Refusal) -> String {
    prose::write(&prose::sentences(refusal), escaped, spaced)
}

pub(super) fn remark(remark: &Remark<'_>) -> String {
    prose::remark(remark, escaped, spaced, |text, url| {
        let text = text.replace(['<', '>', '`'], "");
        format!("`{} <{url}>`__", escaped(&text))
    })
}

/// Inline markup needs space around it; a backslash makes some that nobody sees.
fn spaced(code: &str) -> String {
    format!("\\ {}\\ ", literal(code))
}
