use serde::Serialize;

use super::links::Links;

/// A file of the site.
pub(super) struct SiteFile {
    pub(super) path: String,
    pub(super) bytes: Vec<u8>,
    /// Its links, if it is a page.
    pub(super) links: Option<Links>,
}

impl SiteFile {
    /// A page.
    pub(super) fn page(path: &str, html: String) -> Self {
        let links = Some(Links::of(&html));
        Self { path: path.to_owned(), bytes: html.into_bytes(), links }
    }

    /// Data, on one line.
    pub(super) fn data(path: &str, data: &impl Serialize) -> Self {
        // Plain structs of strings and numbers always serialize.
        let mut text = serde_json::to_string(data).unwrap_or_default();
        text.push('\n');
        Self::file(path, text)
    }

    /// Another file.
    pub(super) fn file(path: &str, bytes: impl Into<Vec<u8>>) -> Self {
        Self { path: path.to_owned(), bytes: bytes.into(), links: None }
    }
}
