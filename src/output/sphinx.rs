use super::code::{CodeFile, files, with_remarks};
use super::escape::rst::escaped;
use super::page::{Layout, Page, Piece};
use super::rendered::Rendered;
use super::{Article, Format, Result, article, rst};
use crate::snippet::Form;

/// reStructuredText for Sphinx: tabs of sphinx-design with the same group.
#[derive(Debug)]
pub(super) struct Sphinx;

impl Format for Sphinx {
    fn name(&self) -> &'static str {
        "sphinx"
    }

    fn about(&self) -> &'static str {
        "reStructuredText for Sphinx with tabs of sphinx-design, synchronized by `sync-group`"
    }

    fn extension(&self) -> &'static str {
        "rst"
    }

    fn render(&self, page: &Page<'_>) -> Result<Rendered> {
        let body = match page.layout() {
            Layout::Nothing(refusal) => rst::note(&rst::refusal(refusal)),
            Layout::One(piece) => block(piece),
            Layout::Several(pieces) => {
                let tabs = pieces.iter().map(tab).collect::<Vec<_>>().join("\n");
                format!(".. tab-set::\n   :sync-group: statuscraft\n\n{}", rst::indented(&tabs))
            }
        };
        Ok(Rendered::plain(body))
    }

    fn listing(&self, text: &str, fence: &str) -> String {
        code_block(&CodeFile::listing(text, fence), Vec::new())
    }

    fn article(&self, article: &Article<'_>) -> Result<Rendered> {
        article::rst::write(article, self)
    }
}

fn tab(piece: &Piece) -> String {
    let title = escaped(piece.target.title.trim());
    let key = piece.target.id();
    format!(".. tab-item:: {title}\n   :sync: {key}\n\n{}", rst::indented(&block(piece)))
}

fn block(piece: &Piece) -> String {
    match &piece.content {
        Ok(snippet) => {
            let named = snippet.form == Form::Program || !snippet.files.is_empty();
            let code = files(
                snippet,
                |_| String::new(),
                |file| {
                    let name = file.plain_path().filter(|_| named);
                    let mut options: Vec<_> = name
                        .map(|name| format!(":caption: {}", escaped(name)))
                        .into_iter()
                        .collect();
                    options.extend(piece.line_numbers.then(|| ":linenos:".to_owned()));
                    code_block(file, options)
                },
            );
            with_remarks(piece, code, "\n", |it| rst::note(&rst::remark(it)))
        }
        Err(refusal) => rst::note(&rst::refusal(refusal)),
    }
}

/// With `:force:`, a lexer that doesn't know everything in a file gives no warning, which can end a build.
fn code_block(file: &CodeFile<'_>, mut options: Vec<String>) -> String {
    options.push(":force:".to_owned());
    rst::code_block(file, &options)
}
