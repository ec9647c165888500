//! `statuscraft batch`: requests as JSON lines in, answers as JSON lines out.

use std::io::{self, Write};
use std::process::ExitCode;

use super::output::{Failure, report};
use super::overlays::Overlays;
use crate::batch;
use crate::error::{Error, ErrorKind};

pub(super) fn run(overlays: &Overlays) -> Result<ExitCode, Failure> {
    let generator = overlays.generator()?;
    let mut output = io::stdout();
    let tally = batch::answer(&generator, io::stdin(), |lines| -> Result<(), Failure> {
        output.write_all(lines)?;
        Ok(output.flush()?)
    })?;
    if tally.failed == 0 {
        return Ok(ExitCode::SUCCESS);
    }
    let message = format!("{} of {} requests failed", tally.failed, tally.requests);
    report(&Error::new(ErrorKind::Usage, message).with_hint("see the `error` lines in the output"));
    Ok(ExitCode::from(1))
}
