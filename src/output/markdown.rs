use super::code::{CodeFile, files, only_file, with_remarks};
use super::escape::markdown::{code_span, escaped};
use super::fence::fenced;
use super::page::{Layout, Page, Piece, Remark};
use super::rendered::Rendered;
use super::{Article, Format, Result, article, prose};
use crate::snippet::{Form, Refusal};

/// Markdown that every reader understands: fenced blocks under bold labels.
#[derive(Debug)]
pub(super) struct Markdown;

impl Format for Markdown {
    fn name(&self) -> &'static str {
        "markdown"
    }

    fn about(&self) -> &'static str {
        "Fenced code blocks, with a label for each target if there are several"
    }

    fn extension(&self) -> &'static str {
        "md"
    }

    fn render(&self, page: &Page<'_>) -> Result<Rendered> {
        Ok(with_blocks(page, |code| fenced(code.text, code.fence)))
    }

    fn article(&self, article: &Article<'_>) -> Result<Rendered> {
        article::markdown::write(article, self)
    }
}

/// The page with each file of an example written by `block`.
pub(super) fn with_blocks(page: &Page<'_>, block: impl Fn(&CodeFile<'_>) -> String) -> Rendered {
    let content = |piece: &Piece| match &piece.content {
        Ok(snippet) => {
            let code = files(snippet, file_label, &block);
            with_remarks(piece, code, "\n", |it| quoted(&remark(it)))
        }
        Err(refusal) => quoted(&self::refusal(refusal)),
    };
    let body = match page.layout() {
        Layout::Nothing(refusal) => quoted(&self::refusal(refusal)),
        Layout::One(piece) => content(piece),
        Layout::Several(pieces) => pieces
            .iter()
            .map(|piece| format!("{}\n\n{}", heading(piece), content(piece)))
            .collect::<Vec<_>>()
            .join("\n"),
    };
    Rendered::plain(body)
}

/// The target's title in bold, and the file's name.
fn heading(piece: &Piece) -> String {
    let title = format!("**{}**", escaped(piece.target.title.trim()));
    match piece.content.as_ref().ok().and_then(only_file) {
        Some(file) => format!("{title}, {}:", code_span(file)),
        None => title,
    }
}

/// The name above one of several files.
pub(super) fn file_label(path: &str) -> String {
    format!("{}:\n\n", code_span(path))
}

fn quoted(text: &str) -> String {
    format!("> **Note:** {text}\n")
}

/// An example for generators that show the name of a file at its code, with its notes below it, or the
/// reason why there is none. `code` writes a file, with its name if the second argument says so.
pub(super) fn named_block(
    piece: &Piece,
    code: impl Fn(&CodeFile<'_>, bool) -> String,
    note: impl Fn(&str) -> String,
) -> String {
    match &piece.content {
        Ok(snippet) => {
            let named = snippet.form == Form::Program || !snippet.files.is_empty();
            let code = files(snippet, |_| String::new(), |file| code(file, named));
            with_remarks(piece, code, "\n", |it| note(&remark(it)))
        }
        Err(refusal) => note(&self::refusal(refusal)),
    }
}

/// The sentences of a refusal in one line of Markdown.
pub(super) fn refusal(refusal: &Refusal) -> String {
    prose::write(&prose::sentences(refusal), escaped, code_span)
}

/// A remark in one line of Markdown.
pub(super) fn remark(remark: &Remark<'_>) -> String {
    prose::remark(remark, escaped, code_span, link)
}

/// A link.
pub(super) fn link(text: &str, url: &str) -> String {
    // A bracket would end the address, and a space can't be in one.
    format!("[{}]({})", escaped(text), url.replace('(', "%28").replace(')', "%29"))
}
