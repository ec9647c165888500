//! What can be typed: clap's definitions and nothing else.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum, ValueHint};

use crate::request::Request;

/// Correct example handlers for every HTTP status code, in every framework
#[derive(Debug, Parser)]
#[command(name = "statuscraft", version)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
#[command(arg_required_else_help = true)]
#[command(after_help = "Exit status: 0 done, 1 a check failed, 2 bad usage or bad data.")]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Option<Command>,
    #[command(flatten)]
    pub(super) request: Option<Request>,
    #[command(flatten)]
    pub(super) layers: Layers,
}

#[derive(Debug, Args)]
pub(super) struct Layers {
    /// A folder whose data/ and snippet-templates/ hide the built-in files; can be repeated
    #[arg(long, value_name = "DIR", env = "STATUSCRAFT_OVERLAY", value_delimiter = SEPARATOR, value_hint = ValueHint::DirPath)]
    pub(super) overlay: Vec<PathBuf>,
}

/// Folders in the environment variable are separated as in PATH.
const SEPARATOR: char = if cfg!(windows) { ';' } else { ':' };

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// List the status codes or the targets
    List(ListArguments),
    /// Check the files of an overlay folder
    Lint(LintArguments),
    /// Print the JSON Schema of what is printed as JSON
    Schema {
        /// Of which objects
        #[arg(value_enum)]
        of: SchemaName,
    },
    /// Print the stylesheet for examples in HTML
    Stylesheet,
    /// Run the examples in their frameworks and check every byte that they answer
    #[cfg(unix)]
    Verify(VerifyArguments),
    /// Print a completion script for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    Man,
}

#[derive(Debug, Args)]
pub(super) struct ListArguments {
    /// What to list
    #[arg(value_enum, default_value_t)]
    pub(super) what: Listed,
    /// How to print it
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: ListFormat,
    #[command(flatten)]
    pub(super) layers: Layers,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(super) enum Listed {
    /// The status codes
    #[default]
    Statuses,
    /// The frameworks
    Targets,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(super) enum ListFormat {
    /// Plain columns
    #[default]
    Text,
    /// One JSON array
    Json,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum SchemaName {
    /// Those of `--format json` and `--format ndjson`
    Snippet,
}

#[derive(Debug, Args)]
pub(super) struct LintArguments {
    /// The overlay folder
    #[arg(value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(super) folder: PathBuf,
}

#[cfg(unix)]
#[derive(Debug, Args)]
pub(super) struct VerifyArguments {
    /// Status codes: numbers or phrases; none for all of them
    #[arg(value_name = "CODE", conflicts_with = "hostile")]
    pub(super) codes: Vec<String>,
    /// A target, such as flask or go; can be repeated [default: all of them]
    #[arg(long = "target", short, value_name = "TARGET")]
    pub(super) targets: Vec<String>,
    /// How many programs run at the same time [default: the number of cores]
    #[arg(long, short, value_name = "N")]
    pub(super) jobs: Option<std::num::NonZeroUsize>,
    /// How to print the report
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: ReportFormat,
    /// Fail if a target's toolchain is missing
    #[arg(long)]
    pub(super) require_all: bool,
    /// Prove anew what earlier runs have proven
    #[arg(long)]
    pub(super) fresh: bool,
    /// Send hostile messages, paths and names through each framework instead of proving the codes
    #[arg(long)]
    pub(super) hostile: bool,
    /// Run the examples in this folder and leave them there
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(super) keep: Option<PathBuf>,
    #[command(flatten)]
    pub(super) layers: Layers,
}

#[cfg(unix)]
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(super) enum ReportFormat {
    /// A table, what failed, and the count
    #[default]
    Text,
    /// One JSON object
    Json,
    /// The XML of `JUnit`
    Junit,
    /// A document with a table, the same on every machine
    Markdown,
    /// One page
    Html,
}
