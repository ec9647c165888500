//! Completion scripts and the manual page, made from the arguments' own definitions.

use std::process::ExitCode;

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Arg, Command};
use clap_complete::Shell;

use super::output::{Failure, print};
use crate::error::Result as Read;
use crate::snippet::Generator;

const SEE_ALSO: &str =
    ".SH \"SEE ALSO\"\n\\fBstatuscraft help \\fICOMMAND\\fR shows the options of a command.\n";

pub(super) fn completions(shell: Shell, command: &mut Command) -> Result<ExitCode, Failure> {
    let mut script = Vec::new();
    let command = &mut with_names(std::mem::take(command))?;
    clap_complete::generate(shell, command, "statuscraft", &mut script);
    print(&String::from_utf8_lossy(&script))?;
    Ok(ExitCode::SUCCESS)
}

pub(super) fn page(command: Command) -> Result<ExitCode, Failure> {
    let status = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    let man = clap_mangen::Man::new(command);
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    man.render_subcommands_section(&mut page)?;
    let page = String::from_utf8_lossy(&page);
    // The commands have no pages of their own.
    let page = page.replace("statuscraft\\-", "statuscraft ").replace("(1)\n", "\n");
    let status = status.trim_start_matches("Exit status: ");
    print(&format!("{page}.SH \"EXIT STATUS\"\n{status}\n{SEE_ALSO}"))?;
    Ok(ExitCode::SUCCESS)
}

/// The arguments with the names of the targets, so that a shell completes them.
fn with_names(command: Command) -> Read<Command> {
    let generator = Generator::new();
    // clap keeps names for as long as the process runs, which ends with the script.
    let targets: Vec<&'static str> =
        generator.targets()?.iter().map(|target| &*String::from(target.id()).leak()).collect();
    Ok(completed(command, &targets))
}

fn completed(command: Command, targets: &[&'static str]) -> Command {
    let names = |argument: Arg| {
        if matches!(argument.get_id().as_str(), "target" | "targets") {
            let names = targets.iter().map(|target| PossibleValue::new(*target));
            argument.value_parser(PossibleValuesParser::new(names))
        } else {
            argument
        }
    };
    command.mut_args(names).mut_subcommands(|command| completed(command, targets))
}
