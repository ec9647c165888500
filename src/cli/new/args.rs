//! The arguments of `new`.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueHint};

use crate::cli::overlays::Overlays;

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum NewCommand {
    /// Write the folder of a new target, whose programs are at first those of another target
    Target(NewTargetArguments),
}

#[derive(Debug, Args)]
pub(in crate::cli) struct NewTargetArguments {
    /// The target's name: small letters, digits and `-`
    #[arg(value_name = "NAME")]
    pub(in crate::cli) name: String,
    /// The target from which files are copied: choose one in the same language
    #[arg(long, value_name = "TARGET")]
    pub(in crate::cli) like: String,
    /// The overlay folder into which `snippet-templates/NAME/` is written
    #[arg(long, value_name = "DIR", default_value = ".", value_hint = ValueHint::DirPath)]
    pub(in crate::cli) out: PathBuf,
    #[command(flatten)]
    pub(in crate::cli) overlays: Overlays,
}
