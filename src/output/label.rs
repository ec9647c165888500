//! Labels of an example.

use crate::snippet::{Form, Snippet};

/// The name of the file in which an example is saved. `None` for handlers, and for names that some
/// site generator would misread.
pub(super) fn file(snippet: &Snippet) -> Option<&str> {
    let plain = |one: char| one.is_alphanumeric() || " ._-/+@".contains(one);
    (snippet.form == Form::Program && snippet.file.chars().all(plain)).then_some(&snippet.file)
}

/// The words after a fence for generators that know `title="…"`.
pub(super) fn titled(snippet: &Snippet) -> String {
    match file(snippet) {
        Some(file) => format!("{} title=\"{file}\"", snippet.fence),
        None => snippet.fence.clone(),
    }
}
