//! `data/grammars.packdump`: syntect's grammars without parts that only cost time.
//!
//! `STATUSCRAFT_GRAMMARS=write cargo test grammars` regenerates it after an update of syntect.

use syntect::dumps::{dump_to_uncompressed_file, from_uncompressed_dump_file};
use syntect::parsing::syntax_definition::{MatchOperation, MatchPattern, Pattern};
use syntect::parsing::{Regex, SyntaxSet, SyntaxSetBuilder};

use crate::support::root;

/// More alternatives than this are a list of names.
const LIST: usize = 8;

#[test]
fn grammars_are_the_reduced_grammars_of_syntect() {
    let file = root().join("data/grammars.packdump");
    let wanted = cheaper(SyntaxSet::load_defaults_newlines());
    if std::env::var_os("STATUSCRAFT_GRAMMARS").is_some_and(|mode| mode == "write") {
        dump_to_uncompressed_file(&wanted, &file).expect("a file");
    }
    let found: SyntaxSet = from_uncompressed_dump_file(&file).expect("grammars");
    let (wanted, found) = (wanted.into_builder(), found.into_builder());
    assert!(wanted.syntaxes().len() > 50);
    for (wanted, found) in wanted.syntaxes().iter().zip(found.syntaxes()) {
        // Not `assert_eq`, which would print several hundred thousand lines.
        let same = wanted == found;
        assert!(same, "{}: `STATUSCRAFT_GRAMMARS=write cargo test grammars` fixes it", wanted.name);
    }
    assert_eq!(wanted.syntaxes().len(), found.syntaxes().len());
}

fn cheaper(set: SyntaxSet) -> SyntaxSet {
    let mut builder = SyntaxSetBuilder::new();
    for syntax in set.into_builder().syntaxes() {
        let mut syntax = syntax.clone();
        for context in syntax.contexts.values_mut() {
            context.patterns.retain(|it| !matches!(it, Pattern::Match(it) if lists_functions(it)));
            for pattern in &mut context.patterns {
                if let Pattern::Match(pattern) = pattern {
                    pattern.regex = Regex::new(short(pattern.regex.regex_str()));
                }
            }
        }
        builder.add(syntax);
    }
    builder.build()
}

/// Whether it is a list of a library's functions in any case, which takes longest to compile.
/// Without the list, a call is still highlighted as a call.
fn lists_functions(pattern: &MatchPattern) -> bool {
    let regex = pattern.regex.regex_str();
    let captured = pattern.captures.iter().flatten().flat_map(|(_, scopes)| scopes);
    let mut scopes = pattern.scope.iter().chain(captured).peekable();
    pattern.operation == MatchOperation::None
        && regex.starts_with("(?i)")
        && regex.matches('|').count() >= LIST
        && scopes.peek().is_some()
        && scopes.all(|scope| scope.build_string().starts_with("support.function"))
}

/// The letters and digits of all scripts are hundreds of ranges. Instead, every non-ASCII character
/// counts as a letter. Where case is ignored, this is checked as far as possible.
fn short(regex: &str) -> String {
    let ignores_case = ["(?i)", "(?xi)", "(?i:"].iter().any(|flag| regex.contains(flag));
    let letters = match ignores_case {
        true => r"A-Za-z\x{80}-\x{ffff}",
        false => r"A-Za-z\x{80}-\x{10ffff}",
    };
    regex.replace(r"\p{L}", letters).replace(r"\p{N}", "0-9")
}
