//! `statuscraft mcp`: a server for assistants.

use std::process::ExitCode;

use super::output::Failure;
use super::overlays::Overlays;

#[cfg(feature = "mcp")]
pub(super) fn run(overlays: &Overlays) -> Result<ExitCode, Failure> {
    crate::mcp::serve(overlays.generator()?)?;
    Ok(ExitCode::SUCCESS)
}

#[cfg(not(feature = "mcp"))]
pub(super) fn run(_: &Overlays) -> Result<ExitCode, Failure> {
    use crate::error::{Error, ErrorKind};

    let message = "this program was built without the server for assistants";
    let hint = "build it with `cargo install --path . --features mcp`";
    Err(Error::new(ErrorKind::Usage, message).with_hint(hint).into())
}
