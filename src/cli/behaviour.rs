//! `statuscraft behaviour`: what the frameworks do in HTTP's edge cases.

use std::process::ExitCode;

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use super::article;
use super::output::{Failure, print};
use super::overlays::Overlays;
use crate::output::{self, Format, formats};
use crate::pages::behaviour::{Matrix, csv};

#[derive(Debug, Args)]
pub(super) struct BehaviourArguments {
    /// The behaviour to show in detail, such as `head-with-range` [default: all of them in short]
    behaviour: Option<String>,
    /// Only these targets, on each of their servers
    #[arg(long, short, value_name = "TARGET")]
    target: Vec<String>,
    /// Output format [default: text]
    #[arg(long, value_parser = format_parser())]
    format: Option<TableFormat>,
    #[command(flatten)]
    overlays: Overlays,
}

/// A format of articles, or CSV, which only a table has.
#[derive(Clone, Copy, Debug)]
enum TableFormat {
    Csv,
    Article(&'static dyn Format),
}

const CSV: &str = "csv";

fn format_parser() -> impl TypedValueParser<Value = TableFormat> {
    let csv = PossibleValue::new(CSV).help("comma-separated values: a line for each cell");
    let names = formats().iter().map(|it| PossibleValue::new(it.name()).help(it.about()));
    PossibleValuesParser::new(names.chain([csv])).try_map(|name| match name.as_str() {
        CSV => Ok(TableFormat::Csv),
        name => output::format(name).map(TableFormat::Article),
    })
}

pub(super) fn run(arguments: &BehaviourArguments) -> Result<ExitCode, Failure> {
    let generator = arguments.overlays.generator()?;
    let matrix = Matrix::new(&generator, arguments.behaviour.as_deref(), &arguments.target)?;
    let text = match arguments.format {
        Some(TableFormat::Csv) => csv(&matrix),
        Some(TableFormat::Article(format)) => article::text(&matrix.article(2), Some(format))?,
        None => article::text(&matrix.article(2), None)?,
    };
    print(&text)?;
    Ok(ExitCode::SUCCESS)
}
