use super::page::Page;
use super::rendered::Rendered;
use super::style::Style;
use super::{Article, Format, Result, article, text_page};

/// Only the code; with several targets, a comment above each.
#[derive(Debug)]
pub(super) struct Text;

impl Format for Text {
    fn name(&self) -> &'static str {
        "text"
    }

    fn about(&self) -> &'static str {
        "Plain text: only the code, with a comment above each example if there are several"
    }

    fn extension(&self) -> &'static str {
        "txt"
    }

    fn render(&self, page: &Page<'_>) -> Result<Rendered> {
        Ok(Rendered::plain(text_page::page(page, Style::default())?))
    }

    fn pages(&self, pages: &[Page<'_>]) -> Result<Rendered> {
        Ok(Rendered::plain(text_page::pages(pages, Style::default())?))
    }

    fn article(&self, article: &Article<'_>) -> Result<Rendered> {
        Ok(Rendered::plain(article::wrapped(article, self, Style::default())?))
    }
}
