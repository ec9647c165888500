//! AsciiDoc: comments start at the margin, outside verbatim blocks.

use std::ops::Range;

use super::comment::{Found, Place};
use super::lines::{line_comment, lines};

/// Styles of blocks and paragraphs whose content is shown as it is.
const VERBATIM: [&str; 10] = [
    "asciimath",
    "comment",
    "latexmath",
    "listing",
    "literal",
    "pass",
    "source",
    "stem",
    "verse",
    "plantuml",
];

/// What ends a block whose content is not read.
enum End<'a> {
    /// A line that is the same as this one.
    Line(&'a str),
    /// An empty line.
    Empty,
}

/// The markers of a document.
pub(super) fn comments(text: &str) -> Found {
    let mut reader = Reader::default();
    for range in lines(text) {
        let line = text.get(range.clone()).unwrap_or_default().trim_end();
        reader.line(text, line.trim_start_matches('\u{feff}'), range);
    }
    // A block without an end reaches to that of the document.
    reader.found.verbatim.extend(reader.block.map(|(_, start)| start..text.len()));
    reader.found
}

#[derive(Default)]
struct Reader<'a> {
    found: Found,
    /// The block that is shown as it is, and where it begins.
    block: Option<(End<'a>, usize)>,
    /// The attributes that the next block or paragraph has been given.
    attributes: &'a str,
    /// The first line of the paragraph.
    paragraph: Option<&'a str>,
    /// What ends the table, and whether a cell of it holds blocks.
    table: Option<(&'a str, bool)>,
    above: &'a str,
}

impl<'a> Reader<'a> {
    fn line(&mut self, text: &str, line: &'a str, range: Range<usize>) {
        if let Some((end, start)) = &self.block {
            if end.is(line) {
                self.found.verbatim.push(*start..range.end);
                self.block = None;
            }
        } else if line.is_empty() {
            self.paragraph = None;
        } else if let Some(end) = delimiter(line, self.is_verbatim()) {
            self.block = Some((End::Line(end), range.start));
            (self.attributes, self.paragraph) = ("", None);
        } else if is_table(line) {
            let closes = self.table.is_some_and(|(end, _)| end == line);
            self.table = (!closes).then(|| (line, has_blocks(self.attributes)));
            (self.attributes, self.paragraph) = ("", None);
        } else if is_container(line) {
            (self.attributes, self.paragraph) = ("", None);
        } else if line.starts_with("[[") && line.ends_with("]]") {
            // A block's name stands among its attributes.
        } else if line.starts_with('[') && line.ends_with(']') {
            self.attributes = line;
            self.paragraph = None;
        } else if is_comment(line) {
            let count = self.found.comments.len();
            line_comment(text, range, "//", "", &mut self.found);
            self.found.place_after(count, self.place());
        } else if self.paragraph.is_none() && !line.starts_with('.') {
            if self.is_verbatim() {
                self.block = Some((End::Empty, range.start));
            }
            self.attributes = "";
            self.paragraph = Some(line);
        }
        if let Some((_, blocks)) = &mut self.table {
            *blocks |= line.contains("a|");
        }
        self.above = line;
    }

    fn is_verbatim(&self) -> bool {
        VERBATIM.contains(&style(self.attributes))
    }

    /// What surrounds a comment here.
    fn place(&self) -> Place {
        match self.table {
            Some((_, false)) => Place::Cell,
            _ if self.above == "+" => Place::Continuation,
            _ if self.paragraph.is_some_and(is_item) => Place::ListItem,
            _ => Place::Block,
        }
    }
}

impl End<'_> {
    fn is(&self, line: &str) -> bool {
        match self {
            Self::Line(delimiter) => line == *delimiter,
            Self::Empty => line.is_empty(),
        }
    }
}

/// Whether a line begins an item of a list: `* x`, `.. x`, `1. x`, `term:: x`.
fn is_item(line: &str) -> bool {
    let Some((first, _)) = line.split_once(' ') else { return line.ends_with("::") };
    let marks = ['*', '-', '.'].iter().any(|mark| first.trim_end_matches(*mark).is_empty());
    let number = first.strip_suffix('.').unwrap_or("x");
    marks
        || number.bytes().all(|it| it.is_ascii_digit())
        || line.contains(":: ")
        || line.ends_with("::")
}

fn is_table(line: &str) -> bool {
    let marks = line.strip_prefix(['|', ',', ':', '!']);
    marks.is_some_and(|rest| rest.len() >= 3 && rest.bytes().all(|it| it == b'='))
}

/// Whether the columns of a table are said to hold blocks, as in `[cols="1,2a"]`.
fn has_blocks(attributes: &str) -> bool {
    let columns = attributes.split_once("cols=").map_or("", |(_, columns)| columns);
    columns.split(|one: char| !one.is_ascii_alphanumeric()).any(|it| it.ends_with('a'))
}

fn is_comment(line: &str) -> bool {
    line.starts_with("//") && !line.starts_with("///")
}

/// What ends the block that a line opens, if its content is not read: listing, literal, passthrough or
/// comment of four characters or more, a fence, or any block that has a style of these.
fn delimiter(line: &str, verbatim: bool) -> Option<&str> {
    if ['-', '.', '+', '/'].into_iter().any(|one| is_repeated(line, one)) {
        return Some(line);
    }
    if let Some(language) = line.strip_prefix("```") {
        return (!language.contains('`')).then_some("```");
    }
    (verbatim && is_container(line)).then_some(line)
}

/// Whether a line opens or closes a block that holds other blocks: open, quote, example, sidebar.
fn is_container(line: &str) -> bool {
    line == "--" || ['_', '=', '*'].into_iter().any(|one| is_repeated(line, one))
}

fn is_repeated(line: &str, one: char) -> bool {
    line.len() >= 4 && line.chars().all(|it| it == one)
}

/// The style that a line of attributes names: `[source,ruby]`, `[verse%unbreakable]`.
fn style(attributes: &str) -> &str {
    let inside = attributes.strip_prefix('[').unwrap_or_default();
    let end = inside.find([',', '%', '#', '.', ']']).unwrap_or(inside.len());
    inside.get(..end).unwrap_or_default().trim()
}
