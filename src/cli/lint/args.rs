//! The arguments of `lint`.

use std::path::PathBuf;

use clap::{Args, ValueHint};

use crate::cli::overlays::Overlays;

#[derive(Debug, Args)]
pub(in crate::cli) struct LintArguments {
    /// The overlay folder, over those of `--overlay`
    #[arg(value_name = "DIR", required_unless_present = "overlay", value_hint = ValueHint::DirPath)]
    pub(in crate::cli) folder: Option<PathBuf>,
    /// Check only the templates of this target; can be repeated [default: every file]
    #[arg(long = "target", short, value_name = "TARGET")]
    pub(in crate::cli) targets: Vec<String>,
    /// Run the commands of the overlay's languages, which check syntax, even without a terminal
    #[arg(long, env = "STATUSCRAFT_TRUST", value_parser = clap::builder::FalseyValueParser::new())]
    pub(in crate::cli) trust: bool,
    #[command(flatten)]
    pub(in crate::cli) overlays: Overlays,
}
