//! Examples as text: only the code, and comments above it where there are several.

use super::code::CodeFile;
use super::page::{Layout, Page, Piece};
use super::style::Style;
use super::{Result, highlight, prose};
use crate::catalogue::Status;
use crate::snippet::Snippet;

/// The examples of some codes as text. Of several codes, the comment above each example names its code,
/// and a code without examples is one comment.
///
/// # Errors
///
/// [`ErrorKind::Unsupported`](crate::error::ErrorKind::Unsupported) if there is only one, and no example of
/// it.
pub fn pages(pages: &[Page<'_>], style: Style) -> Result<String> {
    if let [one] = pages {
        return page(one, style);
    }
    let sections = pages.iter().flat_map(|page| sections(page, Some(page.status), style));
    Ok(sections.collect::<Vec<_>>().join("\n"))
}

pub(super) fn page(page: &Page<'_>, style: Style) -> Result<String> {
    match page.layout() {
        Layout::Nothing(refusal) => Err(refusal.error()),
        Layout::One(piece) => match &piece.content {
            Err(refusal) => Err(refusal.error()),
            Ok(snippet) => Ok(program(snippet, style)),
        },
        Layout::Several(_) => Ok(sections(page, None, style).join("\n")),
    }
}

fn sections(page: &Page<'_>, status: Option<&Status>, style: Style) -> Vec<String> {
    let first = page.pieces.first().map(|piece| (piece, piece.content.as_ref().err()));
    match (first, status) {
        // No target can have an example, and the reason is said once.
        (Some((piece, Some(refusal))), Some(status)) if refusal.title.is_none() => {
            let code = format!("{} {}", status.code, status.phrase);
            let comment = format!("{code}\n{}", prose::no_example(refusal));
            vec![comment_lines(piece, &comment, style)]
        }
        _ => page.pieces.iter().map(|piece| section(piece, status, style)).collect(),
    }
}

fn section(piece: &Piece, status: Option<&Status>, style: Style) -> String {
    match &piece.content {
        Ok(snippet) => {
            let code = status.map(|it| format!("{} {}, ", it.code, it.phrase)).unwrap_or_default();
            let heading = match snippet.files.as_slice() {
                [] => format!("{code}{}: {}", piece.target.title, snippet.file),
                _ => format!("{code}{}", piece.target.title),
            };
            comment_lines(piece, &heading, style) + "\n" + &program(snippet, style)
        }
        Err(refusal) => {
            let comment = match &refusal.instead {
                Some(instead) => format!("{refusal}.\nInstead: {instead}."),
                None => format!("{refusal}."),
            };
            comment_lines(piece, &comment, style)
        }
    }
}

/// A comment in the language of the example. Its first line is a heading.
fn comment_lines(piece: &Piece, text: &str, style: Style) -> String {
    let comment = piece.language.comment(text);
    let lines = comment.lines().enumerate();
    let line = |(at, line): (usize, &str)| match at {
        0 => style.bold(line) + "\n",
        _ => line.to_owned() + "\n",
    };
    lines.map(line).collect()
}

/// The text; if the program has several files, each under its name.
fn program(snippet: &Snippet, style: Style) -> String {
    let files = CodeFile::of(snippet);
    if let [only] = files.as_slice() {
        return code(only, style);
    }
    let named = |file: &CodeFile<'_>| {
        style.bold(&format!("==> {} <==", file.path)) + "\n" + &code(file, style)
    };
    files.iter().map(named).collect::<Vec<_>>().join("\n")
}

/// Code, highlighted where colours are shown.
pub(super) fn code(file: &CodeFile<'_>, style: Style) -> String {
    if style.colours { highlight::coloured(file) } else { file.text.to_owned() }
}
