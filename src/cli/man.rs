//! Completion scripts and the manual page, made from the arguments' own definitions.

use std::process::ExitCode;

use clap::Command;
use clap_complete::Shell;

use super::output::{Failure, print};

pub(super) fn completions(shell: Shell, command: &mut Command) -> Result<ExitCode, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, command, "statuscraft", &mut script);
    print(&String::from_utf8_lossy(&script))?;
    Ok(ExitCode::SUCCESS)
}

pub(super) fn page(command: Command) -> Result<ExitCode, Failure> {
    let mut page = Vec::new();
    clap_mangen::Man::new(command).render(&mut page)?;
    print(&String::from_utf8_lossy(&page))?;
    Ok(ExitCode::SUCCESS)
}
