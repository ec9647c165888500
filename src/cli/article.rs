//! `statuscraft explain`, `compare`, `search` and `list`.

use std::process::ExitCode;

use super::output::{Failure, print};
use super::overlays::Overlays;
use super::terminal;
use crate::output::{default_format, wrapped};
use crate::request::ArticleRequest;

pub(super) fn run(
    reading: &ArticleRequest,
    overlays: &Overlays,
) -> std::result::Result<ExitCode, Failure> {
    let generator = overlays.generator()?;
    let article = reading.article(&generator)?;
    let text = match reading.format() {
        Some(format) if format.name() != default_format().name() => {
            format.article(&article)?.to_string()
        }
        _ => wrapped(&article, default_format(), terminal::style())?,
    };
    print(&text)?;
    Ok(ExitCode::SUCCESS)
}
