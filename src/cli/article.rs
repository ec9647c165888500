//! `statuscraft explain`, `compare`, `search` and `list`.

use std::io::{self, IsTerminal};
use std::process::ExitCode;

use anstream::{AutoStream, ColorChoice};

use super::output::{Failure, print};
use super::overlays::Overlays;
use crate::output::{Style, default_format, wrapped};
use crate::request::ArticleRequest;

/// Longer lines are hard to read.
const WIDEST: usize = 100;

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
        _ => wrapped(&article, default_format(), style())?,
    };
    print(&text)?;
    Ok(ExitCode::SUCCESS)
}

/// As wide as the terminal, and in colour if it has colours and the user allows them (`NO_COLOR`).
fn style() -> Style {
    let output = io::stdout();
    let colours = AutoStream::choice(&output) != ColorChoice::Never;
    let width = match terminal_size::terminal_size() {
        Some((width, _)) if output.is_terminal() => usize::from(width.0).clamp(30, WIDEST),
        _ => Style::default().width,
    };
    Style { width, colours }
}
