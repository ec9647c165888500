//! `statuscraft site`: the reference as a folder of pages.

use std::process::ExitCode;

use super::args::SiteArguments;
use super::export::told;
use super::output::{Failure, summary};
use crate::site;

pub(super) fn run(arguments: &SiteArguments) -> Result<ExitCode, Failure> {
    let generator = arguments.overlays.generator()?;
    let done = site::write(&generator, &arguments.settings, &arguments.out, arguments.force)?;
    summary(&told(&arguments.out, &done))?;
    Ok(ExitCode::SUCCESS)
}
