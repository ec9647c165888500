//! `statuscraft explain`, `compare`, `search` and `list`.

use std::process::ExitCode;

use super::output::{Failure, print};
use super::overlays::Overlays;
use super::terminal;
use crate::error::Result;
use crate::output::{Article, Format, default_format, wrapped};
use crate::request::ArticleRequest;

pub(super) fn run(
    reading: &ArticleRequest,
    overlays: &Overlays,
) -> std::result::Result<ExitCode, Failure> {
    let generator = overlays.generator()?;
    let article = reading.article(&generator)?;
    print(&text(&article, reading.format())?)?;
    Ok(ExitCode::SUCCESS)
}

/// An article in a format; in the usual one, wrapped for the terminal.
pub(super) fn text(article: &Article<'_>, format: Option<&dyn Format>) -> Result<String> {
    match format {
        Some(format) if format.name() != default_format().name() => {
            Ok(format.article(article)?.to_string())
        }
        _ => wrapped(article, default_format(), terminal::style()),
    }
}
