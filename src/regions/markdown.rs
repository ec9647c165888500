//! Markdown and MDX: only HTML and expressions, as their parser sees them, can be markers.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};

use super::comment::{Found, Place};
use super::html;
use super::indented::{self, Indented};
use super::jsx_comments;

/// The dialect of Markdown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Dialect {
    /// CommonMark with the extensions of site generators.
    Markdown,
    /// MDX: without indented code and HTML, with JSX.
    Mdx,
}

/// Text with this many levels of indentation is treated as code.
const DEPTH: usize = 24;

/// The markers of a document.
pub(super) fn comments(text: &str) -> Found {
    read(text, text, Dialect::Markdown)
}

/// The markers of `text`; `parsed` has the same length and a form that the parser understands.
pub(super) fn read(text: &str, parsed: &str, dialect: Dialect) -> Found {
    // With a byte-order mark the parser would miss a block on the first line.
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut reader = Reader { text, dialect, found: Found::default() };
    let parsed = parsed.get(start..).unwrap_or_default();
    let parsed =
        if dialect == Dialect::Markdown { indented::opened(parsed) } else { parsed.into() };
    let whole = Indented::whole(&parsed, start);
    reader.read(&whole, DEPTH);
    reader.found.comments.sort_by_key(|comment| comment.range.start);
    reader.found
}

struct Reader<'a> {
    text: &'a str,
    dialect: Dialect,
    found: Found,
}

impl Reader<'_> {
    /// Reads a part of the document with its own indentation.
    fn read(&mut self, part: &Indented<'_>, depth: usize) {
        for (event, range) in Parser::new_ext(&part.text, options()).into_offset_iter() {
            match event {
                Event::Start(Tag::HtmlBlock) => self.html(part, &range),
                Event::InlineHtml(_) => {
                    let count = self.found.comments.len();
                    self.scan(part.outside(&range));
                    if self.dialect == Dialect::Markdown {
                        self.found.place_after(count, Place::Paragraph);
                    }
                }
                Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => {
                    match self.content(part, &range) {
                        Some(inside) if depth > 0 => self.read(&inside, depth - 1),
                        _ => self.found.verbatim.push(part.outside(&range)),
                    }
                }
                Event::Start(Tag::CodeBlock(_) | Tag::MetadataBlock(_)) | Event::Code(_) => {
                    self.found.verbatim.push(part.outside(&range));
                }
                _ => {}
            }
        }
    }

    /// A block of HTML. One that begins with a comment ends with its line; any other goes on to an empty
    /// line, unless it says that it holds Markdown.
    fn html(&mut self, part: &Indented<'_>, range: &Range<usize>) {
        let count = self.found.comments.len();
        self.scan(part.outside(range));
        let block = part.text.get(range.clone()).unwrap_or_default().trim_start();
        let head = block.split('>').next().unwrap_or_default();
        if self.dialect == Dialect::Markdown
            && !block.starts_with("<!--")
            && !head.contains(" markdown")
        {
            self.found.place_after(count, Place::Html);
        }
    }

    /// Indented text that is not code: MDX has no indented code, and admonitions and tabs of
    /// Python-Markdown indent their content.
    fn content(&self, part: &Indented<'_>, range: &Range<usize>) -> Option<Indented<'static>> {
        match self.dialect {
            Dialect::Mdx => Some(part.inside(range, None)),
            Dialect::Markdown => {
                let depth = indented::content_depth(&part.text, range.start)?;
                Some(part.inside(range, Some(depth)))
            }
        }
    }

    fn scan(&mut self, range: Range<usize>) {
        match self.dialect {
            Dialect::Markdown => html::scan(self.text, range, &mut self.found),
            Dialect::Mdx => jsx_comments::scan(self.text, range, &mut self.found),
        }
    }
}

/// Extensions of CommonMark in site generators that change where blocks start and end.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
}
