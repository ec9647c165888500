//! The arguments of `export`.

use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Args, ValueHint};

use super::overlays::Overlays;
use crate::export::{Selection, Subject};
use crate::output::formats;
use crate::snippet::Form;

#[derive(Debug, Args)]
pub(super) struct ExportArguments {
    /// What to print or write
    #[arg(long, value_enum, default_value_t)]
    pub(super) what: Subject,
    #[command(flatten)]
    pub(super) selection: Selection,
    #[command(flatten)]
    pub(super) options: ExampleOptions,
    /// Output format [default: ndjson; with --out files, or markdown or json if there are none]
    #[arg(long, value_parser = export_formats())]
    pub(super) format: Option<String>,
    /// Write into this folder, with a manifest of the generated files
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(super) out: Option<PathBuf>,
    /// Write nothing; list the files that are out of date and exit with 1 if there are any
    #[arg(long, requires = "out", conflicts_with_all = ["force", "depfile"])]
    pub(super) check: bool,
    /// Overwrite generated files that were edited by hand
    #[arg(long, requires = "out")]
    pub(super) force: bool,
    /// Write a dependency file for make or ninja
    #[arg(long, value_name = "FILE", requires = "out", value_hint = ValueHint::FilePath)]
    pub(super) depfile: Option<PathBuf>,
    /// Keep running, and update the folder whenever an overlay changes
    #[arg(long, requires = "out", conflicts_with = "check")]
    pub(super) watch: bool,
    #[command(flatten)]
    pub(super) overlays: Overlays,
}

/// The options of all exported examples.
#[derive(Debug, Args)]
pub(super) struct ExampleOptions {
    /// Complete files, or only the handlers [default: program]
    #[arg(long, value_enum)]
    pub(super) form: Option<Form>,
    /// Print the strict version, which passes every edge case, of the examples that have one
    #[arg(long)]
    pub(super) strict: bool,
    /// The shape of error responses, such as json or problem [default: json]
    #[arg(long, value_name = "NAME")]
    pub(super) body: Option<String>,
    /// The path of the resource, as in a URI, with the variables of each code's own [default: the code's own]
    #[arg(long, allow_hyphen_values = true)]
    pub(super) path: Option<String>,
    /// The text in the response; any Unicode is allowed [default: each code's phrase]
    #[arg(long, allow_hyphen_values = true)]
    pub(super) message: Option<String>,
    /// The name of the handler, where handlers have one, in any spelling [default: what the example does]
    #[arg(long, allow_hyphen_values = true)]
    pub(super) name: Option<String>,
    /// Number the lines of code, in formats of site generators that can
    #[arg(long)]
    pub(super) line_numbers: bool,
}

/// The name of the layout with one file per example. It is not an output format.
pub(super) const FILES: &str = "files";

fn export_formats() -> PossibleValuesParser {
    let files = PossibleValue::new(FILES)
        .help("The files of each example, or each transcript in a file of its own, with --out");
    let formats = formats().iter().map(|it| PossibleValue::new(it.name()).help(it.about()));
    std::iter::once(files).chain(formats).collect::<Vec<_>>().into()
}
