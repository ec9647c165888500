//! Output formats: examples as plain code, as Markdown, as tabs of site generators, as other
//! markup, and as data.
//!
//! A format is a file in this folder and an entry in [`formats`], which the command line, the
//! documents and the tests read.

mod article;
mod asciidoc;
mod asciidoctor_tabs;
mod code;
mod docusaurus;
pub(crate) mod entity;
mod escape;
mod fence;
mod highlight;
mod html;
mod hugo;
mod json;
mod markdown;
mod mdbook;
mod mkdocs;
mod ndjson;
mod nextra;
mod openapi;
mod page;
mod prose;
mod record;
mod record_parts;
mod rendered;
mod rst;
mod sphinx;
mod starlight;
mod style;
mod text;
mod text_page;
mod vitepress;
mod yaml;

use std::fmt::Debug;

use crate::error::{Error, ErrorKind, Result};
use crate::suggest::did_you_mean;

pub use article::{Article, Block, wrapped};
#[cfg(feature = "site")]
pub(crate) use code::CodeFile;
#[cfg(feature = "site")]
pub(crate) use highlight::{SHORT, highlighted};
pub use html::STYLESHEET;
pub use page::{Page, Piece, Remark};
pub(crate) use prose::remark_sentence;
pub(crate) use record::Record;
pub use record::schema;
pub use rendered::Rendered;
pub use style::Style;
pub use text_page::pages;

/// A way to print examples.
pub trait Format: Debug + Sync {
    /// The name that users type, in lower case.
    fn name(&self) -> &'static str;

    /// A description on one line without a full stop.
    fn about(&self) -> &'static str;

    /// The file extension, without a dot, of a file that holds only this output.
    fn extension(&self) -> &'static str;

    /// Prints the examples of a page, and the reason where there is none.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Unsupported`] from formats that hold only code, if there is none.
    fn render(&self, page: &Page<'_>) -> Result<Rendered>;

    /// Prints the examples of several codes, each code under a heading; those of one code without.
    ///
    /// # Errors
    ///
    /// Those of [`render`](Self::render).
    fn pages(&self, pages: &[Page<'_>]) -> Result<Rendered> {
        if let [page] = pages {
            return self.render(page);
        }
        self.article(&article::of_pages(pages))
    }

    /// Prints lines of another kind, such as HTTP messages or configuration, inside an article.
    /// `fence` is the name of their language after the fence of a Markdown code block.
    fn listing(&self, text: &str, fence: &str) -> String {
        fence::fenced(text, fence)
    }

    /// Prints an article about codes.
    ///
    /// # Errors
    ///
    /// Those of [`render`](Self::render), for the examples in the article.
    fn article(&self, article: &Article<'_>) -> Result<Rendered>;
}

/// All formats, in the order of the help and the documents.
pub fn formats() -> &'static [&'static dyn Format] {
    FORMATS
}

static FORMATS: &[&dyn Format] = &[
    &text::Text,
    &markdown::Markdown,
    &docusaurus::Docusaurus,
    &mkdocs::Mkdocs,
    &vitepress::Vitepress,
    &starlight::Starlight,
    &nextra::Nextra,
    &hugo::Hugo,
    &mdbook::Mdbook,
    &asciidoc::Asciidoc,
    &asciidoctor_tabs::AsciidoctorTabs,
    &rst::Rst,
    &sphinx::Sphinx,
    &html::Html,
    &openapi::Openapi,
    &json::Json,
    &ndjson::Ndjson,
];

/// The default format: only the code.
pub fn default_format() -> &'static dyn Format {
    &text::Text
}

/// The format of that name.
///
/// # Errors
///
/// [`ErrorKind::UnknownFormat`], with the nearest one as a hint.
pub fn format(name: &str) -> Result<&'static dyn Format> {
    if let Some(format) = formats().iter().find(|format| format.name() == name) {
        return Ok(*format);
    }
    let names = || formats().iter().map(|format| format.name());
    let hint = did_you_mean(name, names());
    let error =
        Error::new(ErrorKind::UnknownFormat, format!("no format `{}`", name.escape_debug()));
    Err(error.with_hint(
        hint.unwrap_or_else(|| {
            format!("the formats are {}", names().collect::<Vec<_>>().join(", "))
        }),
    ))
}
