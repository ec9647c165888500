//! `statuscraft schema`: JSON Schemas of the JSON output.

use std::process::ExitCode;

use super::args::SchemaName;
use super::output::{Failure, print};
use crate::output;
use crate::pages;
use crate::regions::Settings;

pub(super) fn run(of: SchemaName) -> Result<ExitCode, Failure> {
    let schema = match of {
        SchemaName::Snippet => output::schema(),
        SchemaName::Explanation => pages::explanation_schema(),
        SchemaName::Comparison => pages::comparison_schema(),
        SchemaName::Config => Settings::schema(),
    };
    print(&format!("{schema:#}\n"))?;
    Ok(ExitCode::SUCCESS)
}
