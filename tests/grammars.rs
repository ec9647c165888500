//! `data/grammars.packdump`: syntect's grammars without parts that only cost time, and one for nginx;
//! JavaScript's for TypeScript, too.
//!
//! `STATUSCRAFT_GRAMMARS=write cargo test grammars` regenerates it after an update of syntect.

use syntect::dumps::{dump_to_uncompressed_file, from_uncompressed_dump_file};
use syntect::parsing::syntax_definition::{MatchOperation, MatchPattern, Pattern};
use syntect::parsing::{Regex, Scope, SyntaxDefinition, SyntaxSet, SyntaxSetBuilder};

use crate::support::{root, statuscraft};

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
        if syntax.name == "JavaScript" {
            // syntect has no grammar of TypeScript; this one knows all of it but the types.
            syntax.file_extensions.push("ts".into());
        }
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
    // Behind all others, which refer to each other by their places.
    let plain = builder.syntaxes().iter().find(|it| it.name == "Plain Text").cloned();
    builder.add(nginx(plain.expect("a grammar of plain text")));
    builder.build()
}

/// What a line of nginx's configuration holds, the first that matches, and its scope; what is in
/// parentheses has it, or all.
const NGINX: [(&str, &str); 7] = [
    (r"(?:^|(?<=\s))#.*$", "comment.line"),
    (r#""(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'"#, "string.quoted"),
    (r"^\s*([a-z][a-z_0-9]*)(?=[\s;]|$)", "keyword.other"),
    (r"\$[A-Za-z0-9_]+|\$\{[A-Za-z0-9_]+\}", "variable.other"),
    (r"(?<=\s)@[A-Za-z0-9_]+", "entity.name.label"),
    (r"(?<=\s)(?:on|off)(?=[\s;])", "constant.language"),
    (r"(?<=[\s=])\d+(?:ms|[kKmMgGsmhdwy]|r/[sm])?(?=[\s;])", "constant.numeric"),
];

/// syntect has no grammar of nginx's configuration. It is made from the one of plain text, whose
/// contexts it replaces: none of them leads to another one.
fn nginx(plain: SyntaxDefinition) -> SyntaxDefinition {
    let scope = |name: &str| Scope::new(name).expect("a scope");
    let patterns = NGINX.map(|(regex, name)| {
        let part = regex.starts_with('^');
        let scopes = vec![scope(&format!("{name}.nginx"))];
        let captures = part.then(|| vec![(1, scopes.clone())]);
        let scopes = if part { Vec::new() } else { scopes };
        let operation = MatchOperation::None;
        Pattern::Match(MatchPattern::new(false, regex.into(), scopes, captures, operation, None))
    });
    let mut nginx = plain;
    nginx.name = "nginx".into();
    nginx.file_extensions = vec!["nginx".into()];
    nginx.scope = scope("source.nginx");
    for context in nginx.contexts.values_mut() {
        context.patterns = patterns.to_vec();
    }
    nginx
}

#[test]
fn an_example_in_typescript_is_highlighted() {
    let text = statuscraft(["404", "nextjs", "--format", "html"]).to_string();
    for part in
        [r#"<span class="sc-keyword">return</span>"#, r#"<span class="sc-constant">404</span>"#]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
}

#[test]
fn an_example_of_nginx_is_highlighted() {
    let text = statuscraft(["429", "nginx", "--format", "html"]).to_string();
    for part in [
        r#"<span class="sc-keyword">location</span>"#,
        r#"<span class="sc-keyword">limit_req_status</span>"#,
        r#"<span class="sc-constant">429</span>"#,
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
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
