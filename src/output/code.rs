//! The files of an example, as a page shows them.

use super::page::{Piece, Remark};
use crate::snippet::{Form, Snippet};

/// A text that is shown as code.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CodeFile<'a> {
    /// Its name inside the program's folder.
    pub(crate) path: &'a str,
    /// The name after the opening fence of a Markdown code block.
    pub(crate) fence: &'a str,
    /// The text, which ends with a line break.
    pub(crate) text: &'a str,
    /// Whether it is a whole file and not a part of one.
    pub(crate) whole: bool,
}

impl<'a> CodeFile<'a> {
    /// What an example shows: its text, and then the further files of its program.
    pub(crate) fn of(snippet: &'a Snippet) -> Vec<Self> {
        let further = snippet.files.iter().map(|file| Self {
            path: &file.path,
            fence: &file.fence,
            text: &file.text,
            whole: true,
        });
        std::iter::once(Self::first(snippet)).chain(further).collect()
    }

    /// The text of an example.
    pub(crate) fn first(snippet: &'a Snippet) -> Self {
        Self {
            path: &snippet.file,
            fence: &snippet.fence,
            text: &snippet.text,
            whole: snippet.form == Form::Program,
        }
    }

    /// Lines that belong to no example.
    pub(super) fn listing(text: &'a str, fence: &'a str) -> Self {
        Self { path: "", fence, text, whole: false }
    }

    /// Its name, if every site generator reads such a name alike.
    pub(super) fn plain_path(&self) -> Option<&'a str> {
        let plain = |one: char| one.is_alphanumeric() || " ._-/+@".contains(one);
        self.path.chars().all(plain).then_some(self.path)
    }

    /// The words after a fence for generators that know `title="…"`; `numbers` are those for numbered
    /// lines.
    pub(super) fn info(&self, named: bool, numbers: Option<&str>) -> String {
        let title = self.plain_path().filter(|_| named).map(|path| format!("title=\"{path}\""));
        let words = [Some(self.fence), title.as_deref(), numbers];
        words.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

/// The files of an example, each written by `code`. Where there are several, `label` writes the name
/// that stands above each of them, with what separates the two.
pub(super) fn files(
    snippet: &Snippet,
    label: impl Fn(&str) -> String,
    code: impl Fn(&CodeFile<'_>) -> String,
) -> String {
    match CodeFile::of(snippet).as_slice() {
        [one] => code(one),
        several => {
            several.iter().map(|file| label(file.path) + &code(file)).collect::<Vec<_>>().join("\n")
        }
    }
}

/// The code of an example, and below it what there is to say of it.
pub(super) fn with_remarks(
    piece: &Piece,
    code: String,
    separator: &str,
    note: impl Fn(&Remark<'_>) -> String,
) -> String {
    let notes = piece.remarks().map(|remark| note(&remark));
    std::iter::once(code).chain(notes).collect::<Vec<_>>().join(separator)
}

/// The name of an example's file for a label of all of it: if it is whole, the only one, and a plain
/// name.
pub(super) fn only_file(snippet: &Snippet) -> Option<&str> {
    let first = CodeFile::first(snippet);
    first.plain_path().filter(|_| first.whole && snippet.files.is_empty())
}
