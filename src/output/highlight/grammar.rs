use std::sync::LazyLock;

use syntect::dumps::from_uncompressed_data;
use syntect::parsing::{SyntaxReference, SyntaxSet};

use crate::output::code::CodeFile;

// Read when the first example is highlighted, and each grammar when it is used.
pub(super) static GRAMMARS: LazyLock<SyntaxSet> = LazyLock::new(|| {
    // A file that can't be read is found by the tests; without grammars nothing is coloured.
    from_uncompressed_data(include_bytes!("../../../data/grammars.packdump")).unwrap_or_default()
});

/// The grammar of an example's language, if there is one.
pub(super) fn of(code: &CodeFile<'_>) -> Option<&'static SyntaxReference> {
    let grammar = GRAMMARS.find_syntax_by_token(code.fence)?;
    // A grammar of templates around code may have one of the code alone beside it.
    let source = (!code.whole)
        .then(|| GRAMMARS.find_syntax_by_name(&format!("{} Source", grammar.name)))
        .flatten();
    Some(source.unwrap_or(grammar))
}
