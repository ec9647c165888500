//! The metadata of a page.

use minijinja::Value;
use serde::Serialize;

use super::address;
use super::settings::BaseUrl;

/// A page in the context of templates.
#[derive(Serialize)]
pub(super) struct PageMetadata {
    /// Its path from the root of the site.
    pub(super) path: String,
    /// The relative path to the root: one step up for each folder.
    pub(super) root: String,
    /// Its title.
    pub(super) title: String,
    /// Its description, in a sentence or two.
    pub(super) description: String,
    /// Its address, if the site's address is known.
    pub(super) url: Option<String>,
    /// The path of its data file, relative to the page.
    pub(super) data: Option<String>,
    /// The path of the same page as Markdown, relative to the page.
    pub(super) markdown: Option<String>,
    /// Its structured data: JSON-LD.
    pub(super) json_ld: Option<Value>,
}

impl PageMetadata {
    pub(super) fn new(
        path: &str,
        title: String,
        description: String,
        base: Option<&BaseUrl>,
    ) -> Self {
        Self {
            path: path.to_owned(),
            root: address::root(path),
            title,
            description,
            url: base.map(|base| url(base, path)),
            data: None,
            markdown: None,
            json_ld: None,
        }
    }

    /// The same with a data file and a Markdown file beside it.
    pub(super) fn with_data(mut self) -> Self {
        self.data = last_part(&address::data(&self.path));
        self.markdown = last_part(&address::markdown(&self.path));
        self
    }
}

fn last_part(path: &str) -> Option<String> {
    path.rsplit('/').next().map(str::to_owned)
}

/// The address of a page.
pub(super) fn url(base: &BaseUrl, path: &str) -> String {
    let path = path.strip_suffix("index.html").unwrap_or(path);
    format!("{}{path}", base.as_str())
}
