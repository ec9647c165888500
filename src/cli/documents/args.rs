use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum, ValueHint};

use crate::cli::overlays::Overlays;

#[derive(Debug, Args)]
#[command(after_help = super::args::HELP)]
pub(in crate::cli) struct UpdateArguments {
    #[command(flatten)]
    pub(super) documents: DocumentArguments,
    /// Also overwrite regions that were edited by hand; with `FILE:LINE` only the region that begins there
    #[arg(long)]
    pub(super) force: bool,
    /// Keep running, and update whenever a document, an overlay or the configuration changes
    #[arg(long)]
    pub(super) watch: bool,
}

#[derive(Debug, Args)]
#[command(after_help = super::args::HELP)]
pub(in crate::cli) struct CheckArguments {
    #[command(flatten)]
    pub(super) documents: DocumentArguments,
    /// Format of the report
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: ReportFormat,
}

#[derive(Debug, Args)]
#[command(after_help = BOOK)]
pub(in crate::cli) struct MdbookArguments {
    #[command(subcommand)]
    pub(super) question: Option<Question>,
    #[command(flatten)]
    pub(super) overlays: Overlays,
}

/// What mdBook asks first.
#[derive(Debug, Subcommand)]
pub(super) enum Question {
    /// Exit with 0: every renderer is supported
    Supports {
        /// The renderer's name
        renderer: String,
    },
}

const BOOK: &str = "\
In book.toml:

  [preprocessor.statuscraft]
  command = \"statuscraft mdbook\"

Regions in chapters have the same markers as for `statuscraft update`. The book shows what their
commands print, in the format mdbook unless they name another one. The chapter files don't change.";

#[derive(Debug, Args)]
pub(super) struct DocumentArguments {
    /// Documents, folders of documents, or `FILE:LINE` for the region that begins in that line; - reads standard input and writes standard output (`-- -:LINE` for one region)
    #[arg(value_name = "PATH", required = true, value_hint = ValueHint::AnyPath)]
    pub(super) paths: Vec<PathBuf>,
    /// Comment syntax of other files, such as '%' or '(* *)'; tex=% for one file extension,
    /// md=mdx for a known kind; can be repeated
    #[arg(long, value_name = "[ENDING=]MARKER", allow_hyphen_values = true)]
    pub(super) marker: Vec<String>,
    /// File name of the document on standard input, which determines its kind
    #[arg(long, value_name = "PATH", value_hint = ValueHint::FilePath)]
    pub(super) stdin_filename: Option<PathBuf>,
    #[command(flatten)]
    pub(super) overlays: Overlays,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum ReportFormat {
    /// Unified diffs, in color on a terminal
    #[default]
    Text,
    /// One JSON object
    Json,
    /// Annotations of GitHub Actions
    Github,
    /// SARIF 2.1.0, for code scanning
    Sarif,
}

/// How a region is written.
pub(super) const HELP: &str = "\
A region is the text between two comments, each alone on its line, in the document's own syntax:

  <!-- statuscraft 429 --form handler -->
  <!-- /statuscraft -->

The first comment has the words of a command. Without --format, the region fits the document:
a fenced block in Markdown and MDX ({/* … */}), a source block in AsciiDoc (// …) and
reStructuredText (.. …), highlighted code in HTML. A statuscraft.yaml in the document's folder or
above sets overlays, targets, form, format and markers.

Exit status: 0 done, 1 a region is stale or was edited by hand, 2 bad usage or bad data.";
