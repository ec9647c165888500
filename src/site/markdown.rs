//! A page as Markdown, for assistants and other programs.

use super::address;
use super::site_file::SiteFile;
use crate::error::Result;
use crate::output::{Article, format};

/// The file beside the page of that path.
pub(super) fn beside(page: &str, article: &Article<'_>) -> Result<SiteFile> {
    let text = format("markdown")?.article(article)?.to_string();
    Ok(SiteFile::file(&address::markdown(page), text))
}
