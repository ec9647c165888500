use super::code::CodeFile;
use super::fence::fenced;
use super::page::Page;
use super::rendered::Rendered;
use super::{Article, Format, Result, article, entity, markdown};

/// Markdown for mdBook, which has no tabs.
#[derive(Debug)]
pub(super) struct Mdbook;

impl Format for Mdbook {
    fn name(&self) -> &'static str {
        "mdbook"
    }

    fn about(&self) -> &'static str {
        "Markdown for mdBook, with `{{#…}}` protected from expansion"
    }

    fn extension(&self) -> &'static str {
        "md"
    }

    fn render(&self, page: &Page<'_>) -> Result<Rendered> {
        Ok(markdown::with_blocks(page, block))
    }

    fn listing(&self, text: &str, fence: &str) -> String {
        block(&CodeFile::listing(text, fence))
    }

    fn article(&self, article: &Article<'_>) -> Result<Rendered> {
        article::markdown::write(article, self)
    }
}

/// A fenced block. But mdBook expands `{{#include …}}` even in fenced blocks, and not every
/// spelling can be escaped, so code that contains it is written as HTML.
fn block(code: &CodeFile<'_>) -> String {
    if !has_directive(code.text) {
        return fenced(code.text, code.fence);
    }
    let language = entity::attribute(code.fence);
    let text = entity::text_and(code.text, &['{', '}']);
    format!("<pre><code class=\"language-{language}\">{text}</code></pre>\n")
}

fn has_directive(text: &str) -> bool {
    text.split("{{").skip(1).any(|rest| rest.trim_start().starts_with('#'))
}
