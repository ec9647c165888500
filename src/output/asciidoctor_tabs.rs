use super::asciidoc::{self, Asciidoc};
use super::code::only_file;
use super::entity;
use super::escape::asciidoc::escaped;
use super::fence::longest_run;
use super::page::{Layout, Page, Piece};
use super::rendered::Rendered;
use super::{Article, Format, Result, article};

/// AsciiDoc with tabs of Asciidoctor Tabs in the same group.
#[derive(Debug)]
pub(super) struct AsciidoctorTabs;

/// What separates the blocks of a tab.
const CONTINUATION: &str = "+\n";

impl Format for AsciidoctorTabs {
    fn name(&self) -> &'static str {
        "asciidoctor-tabs"
    }

    fn about(&self) -> &'static str {
        "AsciiDoc with tabs of Asciidoctor Tabs, synchronized by `sync-group-id`"
    }

    fn extension(&self) -> &'static str {
        "adoc"
    }

    fn render(&self, page: &Page<'_>) -> Result<Rendered> {
        match page.layout() {
            Layout::Several(pieces) => Ok(Rendered::plain(tabs(pieces))),
            Layout::Nothing(_) | Layout::One(_) => Asciidoc.render(page),
        }
    }

    fn listing(&self, text: &str, fence: &str) -> String {
        Asciidoc.listing(text, fence)
    }

    fn article(&self, article: &Article<'_>) -> Result<Rendered> {
        article::asciidoc::write(article, self)
    }
}

/// A list of terms inside an example block, whose delimiters are longer than any row of equals signs
/// inside it.
fn tabs(pieces: &[Piece]) -> String {
    const SHORTEST: usize = 6;
    let tabs = pieces.iter().map(tab).collect::<Vec<_>>().join("\n");
    let delimiter = "=".repeat((longest_run(&tabs, '=') + 1).max(SHORTEST));
    format!("[tabs%sync,sync-group-id=statuscraft]\n{delimiter}\n{tabs}{delimiter}\n")
}

/// Blocks are attached one by one: an open block around them would end at a line of two hyphens in
/// the code.
fn tab(piece: &Piece) -> String {
    let title = term(piece.target.title.trim());
    let file = piece.content.as_ref().ok().and_then(only_file);
    let name = file.map(|file| format!(".{}\n", escaped(file))).unwrap_or_default();
    format!("{title}::\n{CONTINUATION}{name}{}", asciidoc::blocks(piece, CONTINUATION))
}

/// A title that can't be read as the start of another list or as the end of the term.
fn term(title: &str) -> String {
    let mut text = escaped(title);
    if let Some(first) = text.chars().next().filter(char::is_ascii_digit) {
        text.replace_range(..first.len_utf8(), &entity::reference(first));
    }
    if text.ends_with(':') {
        text.pop();
        text.push_str(&entity::reference(':'));
    }
    text
}
