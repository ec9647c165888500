//! The arguments: clap's definitions and nothing else.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueHint};

use super::behaviour::BehaviourArguments;
use super::documents::{CheckArguments, MdbookArguments, UpdateArguments};
use super::export_args::ExportArguments;
use super::lint::LintArguments;
use super::new::NewCommand;
use super::overlays::Overlays;
use super::schema::SchemaName;
use super::terminal::Terminal;
use crate::request::{Compare, Explain, List, Request, Search};
use crate::site::Settings;

/// Example handlers for every HTTP status code, run and checked in their frameworks
#[derive(Debug, Parser)]
#[command(name = "statuscraft", version)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
#[command(arg_required_else_help = true)]
#[command(after_help = "Exit status: 0 done, 1 a check failed, 2 bad usage or bad data.")]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Option<Command>,
    #[command(flatten)]
    pub(super) examples: ExampleArguments,
}

/// What is given if no command is.
#[derive(Debug, Default, Args)]
pub(super) struct ExampleArguments {
    #[command(flatten)]
    pub(super) request: Option<Request>,
    #[command(flatten)]
    pub(super) destination: Destination,
    #[command(flatten)]
    pub(super) overlays: Overlays,
    #[command(flatten)]
    pub(super) terminal: Terminal,
}

/// Where examples go, if not to standard output.
#[derive(Debug, Default, Args)]
pub(super) struct Destination {
    /// Write the program's files into this folder, or its only file to this path. If there are several programs, each gets its own folder
    #[arg(long, short, value_name = "PATH", value_hint = ValueHint::AnyPath, requires = "code")]
    pub(super) out: Option<PathBuf>,
    /// Instead of the example, print how to save, install, start and try it
    #[arg(long, requires = "code", conflicts_with = "out")]
    pub(super) how: bool,
    /// Overwrite files that have different content
    #[arg(long, requires = "out")]
    pub(super) force: bool,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Explain a status code: meaning, causes, fixes, examples, questions
    Explain(WithOverlays<Explain>),
    /// Compare two status codes
    Compare(WithOverlays<Compare>),
    /// Search the status codes
    Search(WithOverlays<Search>),
    /// Update the regions of documents in place
    Update(UpdateArguments),
    /// Compare the regions of documents with what their commands print; change nothing
    Check(CheckArguments),
    /// List codes, targets, recipes, formats, or the options of an example
    List(WithOverlays<List>),
    /// Show how frameworks behave in HTTP's edge cases, on each server
    #[command(visible_alias = "behavior")]
    Behaviour(BehaviourArguments),
    /// Check the files of an overlay folder
    Lint(LintArguments),
    /// Write a folder to begin a contribution with
    #[command(subcommand)]
    New(NewCommand),
    /// Print many examples or facts as data, or write them into a folder
    Export(ExportArguments),
    /// Write the reference as a static site
    Site(SiteArguments),
    /// Answer JSON requests from standard input, one per line, in order
    #[command(after_help = BATCH)]
    Batch {
        #[command(flatten)]
        overlays: Overlays,
    },
    /// Serve assistants over the Model Context Protocol (MCP) on standard input and output
    Mcp {
        #[command(flatten)]
        overlays: Overlays,
    },
    /// Update the regions of a book while mdBook builds it
    Mdbook(MdbookArguments),
    /// Print the JSON Schema of an output or of a file
    Schema {
        /// Which schema
        #[arg(value_enum)]
        of: SchemaName,
    },
    /// Print the stylesheet for examples in HTML
    Stylesheet,
    /// Run the examples in their frameworks and check every byte of their responses
    #[cfg(all(feature = "verify", unix))]
    #[command(override_usage = VERIFY)]
    Verify(VerifyArguments),
    /// Print a completion script for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    Man,
}

/// `--hostile` takes no codes.
#[cfg(all(feature = "verify", unix))]
const VERIFY: &str =
    "statuscraft verify [OPTIONS] [CODE]...\n       statuscraft verify --hostile [OPTIONS]";

const BATCH: &str = r#"A request has the same names as the command line; only `code` is required:
  {"code": 404, "target": "NAME", "form": "handler", "message": "TEXT"}
`target` and `lang` can be arrays. The other commands are requested by name:
  {"explain": 404}
  {"compare": [401, 403]}
  {"search": "rate limit"}
  {"list": "codes", "class": "4xx"}
The response is what `--format json` prints, on one line. With an `id` in the request, a text or
an integer, it is {"id": …, "result": …}. A line that can't be processed becomes
{"error": "…", "line": 7}, and the batch continues; the exit status is then 1.
`statuscraft schema batch-request` and `batch-response` print the JSON Schemas."#;

#[derive(Debug, Args)]
pub(super) struct SiteArguments {
    /// Write into this folder, with a manifest of the generated files
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(super) out: PathBuf,
    #[command(flatten)]
    pub(super) settings: Settings,
    /// Overwrite generated files that were edited by hand
    #[arg(long)]
    pub(super) force: bool,
    #[command(flatten)]
    pub(super) overlays: Overlays,
}

/// Arguments, and the overlays that they apply to.
#[derive(Debug, Args)]
pub(super) struct WithOverlays<T: Args> {
    #[command(flatten)]
    pub(super) arguments: T,
    #[command(flatten)]
    pub(super) overlays: Overlays,
}

#[cfg(all(feature = "verify", unix))]
#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub(super) struct VerifyArguments {
    /// Status codes: numbers or phrases [default: all of them]
    #[arg(value_name = "CODE", conflicts_with = "hostile")]
    pub(super) codes: Vec<String>,
    /// Include the codes that IANA does not list
    #[arg(long, conflicts_with_all = ["codes", "hostile"])]
    pub(super) unofficial: bool,
    /// A target, such as flask or go; can be repeated [default: all of them]
    #[arg(long = "target", short, value_name = "TARGET")]
    pub(super) targets: Vec<String>,
    /// Number of programs to run at the same time [default: the number of cores]
    #[arg(long, short, value_name = "N")]
    pub(super) jobs: Option<std::num::NonZeroUsize>,
    /// Format of the report
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: ReportFormat,
    /// Fail if a target's toolchain is missing
    #[arg(long)]
    pub(super) require_all: bool,
    /// Run everything again, even what earlier runs have proven
    #[arg(long)]
    pub(super) fresh: bool,
    /// Send hostile messages, paths and names through each framework instead of proving the codes
    #[arg(long)]
    pub(super) hostile: bool,
    /// Run the programs and commands of overlays even without a terminal
    #[arg(long, env = "STATUSCRAFT_TRUST", value_parser = clap::builder::FalseyValueParser::new())]
    pub(super) trust: bool,
    /// Write the requests and responses into this folder, one file for each example
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(super) record: Option<PathBuf>,
    /// Compare the requests and responses with the files in this folder
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath, conflicts_with = "record")]
    pub(super) check_record: Option<PathBuf>,
    /// A file with proofs of earlier runs, which are not repeated
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(super) lock: Option<PathBuf>,
    /// Repeat a tenth of the proofs in the lock file; the number selects which
    #[arg(long, value_name = "N", requires = "lock")]
    pub(super) rotate: Option<u64>,
    /// Write the proofs of this run into the lock file
    #[arg(long, requires = "lock")]
    pub(super) update_lock: bool,
    /// Prove only one part of the examples, such as 1/4 for the first of four
    #[arg(long, value_name = "K/N", value_parser = shard)]
    pub(super) shard: Option<(usize, usize)>,
    /// The server on which the examples run, such as gunicorn, or all [default: the first of each target]
    #[arg(long, value_name = "NAME")]
    pub(super) server: Option<String>,
    /// Prove the strict examples, which must pass every edge case
    #[arg(long)]
    pub(super) strict: bool,
    /// The shape of error responses, such as json or problem [default: json]
    #[arg(long, value_name = "NAME")]
    pub(super) body: Option<String>,
    /// Run the examples in this folder and leave them there
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(super) keep: Option<PathBuf>,
    #[command(flatten)]
    pub(super) overlays: Overlays,
}

#[cfg(all(feature = "verify", unix))]
fn shard(text: &str) -> std::result::Result<(usize, usize), String> {
    let parts =
        text.split_once('/').and_then(|(part, all)| Some((part.parse().ok()?, all.parse().ok()?)));
    parts
        .filter(|(part, all)| (1..=*all).contains(part))
        .ok_or_else(|| "expected a part and the number of parts, such as 1/4".into())
}

#[cfg(all(feature = "verify", unix))]
#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
pub(super) enum ReportFormat {
    /// A table, the failures and the totals
    #[default]
    Text,
    /// One JSON object
    Json,
    /// `JUnit` XML
    Junit,
    /// A document with a table, the same on every machine
    Markdown,
    /// One page
    Html,
}
