use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use crate::output::{self, Format, formats};

/// Parses the name of a format. Help and completions list all formats.
pub(super) fn format_parser() -> impl TypedValueParser<Value = &'static dyn Format> {
    let names = formats().iter().map(|it| PossibleValue::new(it.name()).help(it.about()));
    PossibleValuesParser::new(names).try_map(|name| output::format(&name))
}
