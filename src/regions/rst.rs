//! reStructuredText: comments at any indentation, outside literal blocks.

use super::comment::{Found, Place, is_marker};
use super::lines::{line_comment, lines};

/// Directives whose content is shown as it is, or is read by something else.
const VERBATIM: [&str; 27] = [
    "code",
    "code-block",
    "code-cell",
    "csv-table",
    "digraph",
    "doctest",
    "graph",
    "graphviz",
    "highlight",
    "ipython",
    "jupyter-execute",
    "literalinclude",
    "math",
    "mermaid",
    "parsed-literal",
    "plantuml",
    "productionlist",
    "program-output",
    "prompt",
    "raw",
    "role",
    "sourcecode",
    "testcleanup",
    "testcode",
    "testoutput",
    "testsetup",
    "uml",
];

/// What the content of a directive is usually indented by.
const CONTENT: usize = 3;

/// What the line above is, as far as a comment below it is concerned.
#[derive(Clone, Copy)]
enum Above {
    /// Nothing that a comment could become a part of.
    Nothing,
    /// Text in that column, which goes on until an empty line.
    Text(usize),
    /// A directive in that column, whose text or options go on below it.
    Directive(usize),
}

/// The markers of a document.
pub(super) fn comments(text: &str) -> Found {
    let mut found = Found::default();
    let mut literal: Option<usize> = None;
    let mut above = Above::Nothing;
    for range in lines(text) {
        let line = text.get(range.clone()).unwrap_or_default().trim_start_matches('\u{feff}');
        if line.trim().is_empty() {
            above = Above::Nothing;
            continue;
        }
        if literal.is_some_and(|outer| width(line, 0) > outer) {
            found.verbatim.push(range);
            continue;
        }
        let (bullets, column) = content(line, above);
        let bare = line.get(bullets..).unwrap_or_default().trim_end();
        literal = opens_literal(bare).map(|more| column + more);
        if is_explicit(bare) {
            let count = found.comments.len();
            line_comment(text, range.end - line.len() + bullets..range.end, "..", "", &mut found);
            if is_continued(above, column) {
                found.place_after(count, Place::Paragraph);
            }
        }
        above = what(bare, column, above);
    }
    found
}

/// Whether a line in that column would be a part of what stands above it.
fn is_continued(above: Above, column: usize) -> bool {
    match above {
        Above::Nothing => false,
        Above::Text(text) => text == column,
        Above::Directive(directive) => directive < column,
    }
}

/// What a line is for the one below it.
fn what(bare: &str, column: usize, above: Above) -> Above {
    if is_explicit(bare) {
        let text = bare.split_once("::").is_some_and(|(_, text)| !text.trim().is_empty());
        return if text && !is_marker(bare.get(2..).unwrap_or_default()) {
            Above::Directive(column)
        } else {
            Above::Nothing
        };
    }
    // Options of a directive, or of a field list at the margin.
    if let Above::Directive(directive) = above
        && directive < column
    {
        return above;
    }
    let first = bare.chars().next().unwrap_or(' ');
    let is_line = first.is_ascii_punctuation()
        && bare.chars().all(|one| one == first || one == ' ' || "+-=|".contains(one));
    let is_field = bare.starts_with(':') && column == 0;
    if is_line || is_field || bare.starts_with("| ") { Above::Nothing } else { Above::Text(column) }
}

/// How many columns the spaces and tabs at the start of a text reach from a column; a tab reaches the
/// next multiple of eight.
fn width(text: &str, from: usize) -> usize {
    let mut column = from;
    for one in text.chars() {
        match one {
            ' ' => column += 1,
            '\t' => column = (column / 8 + 1) * 8,
            _ => break,
        }
    }
    column
}

/// How many bytes precede the content of a line, behind the bullets and numbers of its list items, and in
/// which column the content begins.
fn content(line: &str, above: Above) -> (usize, usize) {
    let blank = |text: &str| text.len() - text.trim_start_matches([' ', '\t']).len();
    let (mut position, mut column) = (blank(line), width(line, 0));
    // Below text in the same column it is text that looks like a list.
    while !is_continued(above, column) {
        let rest = line.get(position..).unwrap_or_default();
        let Some(item) = item(rest) else { break };
        let behind = rest.get(item..).unwrap_or_default();
        column = width(behind, column + rest.get(..item).unwrap_or_default().chars().count());
        position += item + blank(behind);
    }
    (position, column)
}

/// How long the bullet or the number of a list item is at the start of a text, if a space follows.
fn item(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    let length = if "*+-\u{2022}\u{2023}\u{2043}".contains(first) {
        first.len_utf8()
    } else {
        let open = usize::from(first == '(');
        let number = text.get(open..)?;
        let letters = number.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let number = number.get(..letters.max(usize::from(number.starts_with('#'))))?;
        let is_number = number.bytes().all(|it| it.is_ascii_digit()) && !number.is_empty();
        let is_roman = number.bytes().all(|it| b"ivxlcdmIVXLCDM".contains(&it));
        (is_number || is_roman && !number.is_empty() || number.len() == 1).then_some(())?;
        let end = text.get(open + number.len()..)?;
        (end.starts_with(')') || end.starts_with('.') && open == 0).then_some(())?;
        open + number.len() + 1
    };
    text.get(length..)?.starts_with([' ', '\t']).then_some(length)
}

/// Whether a line begins with two dots that mean something.
fn is_explicit(bare: &str) -> bool {
    bare.strip_prefix("..").is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']))
}

/// Whether the lines that follow are shown as they are if they are indented more than this one, and how
/// much more.
fn opens_literal(bare: &str) -> Option<usize> {
    let Some(explicit) = bare.strip_prefix("..").filter(|_| is_explicit(bare)) else {
        return bare.ends_with("::").then_some(0);
    };
    let explicit = explicit.trim_start();
    match explicit.split_once("::") {
        Some((name, _)) if VERBATIM.contains(&name.trim()) => Some(0),
        Some((_, text)) => text.trim().ends_with("::").then_some(CONTENT),
        // A comment, unless it is a marker, or a footnote, a target or a substitution.
        None => (!is_marker(explicit) && !explicit.starts_with(['[', '_', '|'])).then_some(0),
    }
}
