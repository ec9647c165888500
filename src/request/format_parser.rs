use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use crate::output::{self, Format, formats};

/// Reads the name of a format; help and completions know all of them.
pub(super) fn format_parser() -> impl TypedValueParser<Value = &'static dyn Format> {
    let names = formats().iter().map(|it| PossibleValue::new(it.name()).help(it.about()));
    PossibleValuesParser::new(names).try_map(|name| output::format(&name))
}
