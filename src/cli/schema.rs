//! `statuscraft schema`: JSON Schemas of what is printed and read.

use std::process::ExitCode;

use clap::ValueEnum;

use super::documents::check_schema;
use super::output::{Failure, print};
use crate::batch;
use crate::generated::manifest_schema;
use crate::output;
use crate::pages;
use crate::regions::Settings;

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum SchemaName {
    /// An example: the object of `--format json`, an element of the array that several make, or a line of ndjson
    Snippet,
    /// The output of `--how` as JSON
    How,
    /// The output of `explain` as JSON
    Explanation,
    /// The output of `compare` as JSON
    Comparison,
    /// The output of `search` as JSON
    Search,
    /// The output of `list` as JSON
    List,
    /// The output of `behaviour` as JSON
    Behaviour,
    /// The facts of a code: a line of `export --what codes`, or an element of its array with `--format json`
    Codes,
    /// A recorded exchange: a line of `export --what transcripts`, or an element of its array
    Transcripts,
    /// A line that `batch` reads
    BatchRequest,
    /// A line that `batch` prints
    BatchResponse,
    /// The output of `check --format json`
    Check,
    /// The output of `verify --format json`
    #[cfg(unix)]
    Verify,
    /// The file `statuscraft.lock.json` in a folder of generated files
    Manifest,
    /// The file `statuscraft.yaml`
    Config,
}

/// The report of `verify`. It is written out, because any change to the source of the proofs makes
/// earlier proofs invalid.
#[cfg(unix)]
const VERIFY: &str = include_str!("verify-report.schema.json");

pub(super) fn run(of: SchemaName) -> Result<ExitCode, Failure> {
    let schema = match of {
        SchemaName::Snippet => output::schema(),
        SchemaName::How => pages::how_schema(),
        SchemaName::Explanation => pages::explanation_schema(),
        SchemaName::Comparison => pages::comparison_schema(),
        SchemaName::Search => pages::search_schema(),
        SchemaName::List => pages::list_schema(),
        SchemaName::Behaviour => pages::behaviour::behaviour_schema(),
        SchemaName::Codes => pages::code_schema(),
        SchemaName::Transcripts => pages::transcript_schema(),
        SchemaName::BatchRequest => batch::request_schema(),
        SchemaName::BatchResponse => batch::response_schema(),
        SchemaName::Check => check_schema(),
        #[cfg(unix)]
        SchemaName::Verify => {
            print(VERIFY)?;
            return Ok(ExitCode::SUCCESS);
        }
        SchemaName::Manifest => manifest_schema(),
        SchemaName::Config => Settings::schema(),
    };
    print(&format!("{schema:#}\n"))?;
    Ok(ExitCode::SUCCESS)
}
