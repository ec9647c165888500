//! What a template of an overlay may not do, because fuel does not bound it: values that hold each other
//! many times over, and expressions so deep that reading them exhausts the stack.

use minijinja::machinery::{Span, Token, tokenize};
use minijinja::syntax::SyntaxConfig;

/// How many bytes a template may have, hundreds of times what one has.
const BYTES: usize = 256 << 10;

/// How many words and signs a tag may have.
const TOKENS: usize = 256;

/// How many `elif` there may be: each is an `if` inside of the one before.
const BRANCHES: usize = 256;

/// Filters of the engine that make lists of lists, or print them.
pub(super) const FILTERS: [&str; 10] = [
    "batch",
    "chain",
    "dictsort",
    "groupby",
    "pprint",
    "slice",
    "sum",
    "urlencode",
    "zip",
    "lipsum",
];

/// Functions of the engine that do so, or that keep values from one turn of a loop to the next.
pub(super) const FUNCTIONS: [&str; 3] = ["debug", "dict", "namespace"];

/// Words before which a bracket opens a list; behind any other it chooses an item.
const OPERATORS: [&str; 9] = ["and", "or", "not", "if", "elif", "else", "is", "in", "return"];

/// What is wrong with a template, and the line and the column of it.
#[derive(Debug)]
pub(super) struct Excess {
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) message: String,
}

/// Refuses a template that could take more than its share of memory, time or stack. What can't be read
/// at all is left to the engine, which says it better.
pub(super) fn check(source: &str, syntax: SyntaxConfig) -> Result<(), Excess> {
    if source.len() > BYTES {
        let message = format!("a template has at most {BYTES} bytes");
        return Err(Excess { line: 1, column: 1, message });
    }
    let mut tag: Vec<(Token<'_>, Span)> = Vec::new();
    let mut branches = 0;
    for token in tokenize(source, false, syntax) {
        let Ok((token, span)) = token else { return Ok(()) };
        match token {
            Token::TemplateData(_) => {}
            Token::VariableStart | Token::BlockStart => tag.clear(),
            Token::VariableEnd | Token::BlockEnd => {
                branches += usize::from(matches!(tag.first(), Some((Token::Ident("elif"), _))));
                if branches > BRANCHES {
                    let message = format!("a template has at most {BRANCHES} `elif`");
                    return Err(excess(source, span, message));
                }
                self::tag(&tag).map_err(|(span, message)| excess(source, span, message))?;
            }
            token => {
                tag.push((token, span));
                if tag.len() > TOKENS {
                    let message = format!("a tag has at most {TOKENS} words and signs");
                    return Err(excess(source, span, message));
                }
            }
        }
    }
    Ok(())
}

fn excess(source: &str, span: Span, message: impl Into<String>) -> Excess {
    let before = source.get(..span.start_offset as usize).unwrap_or_default();
    let column = before.chars().rev().take_while(|one| *one != '\n').count() + 1;
    Excess { line: before.matches('\n').count() + 1, column, message: message.into() }
}

/// Refuses what would multiply lists.
fn tag(tokens: &[(Token<'_>, Span)]) -> Result<(), (Span, &'static str)> {
    let is_set = matches!(tokens.first(), Some((Token::Ident("set"), _)));
    let (mut depth, mut assigned) = (0_usize, false);
    for (at, (token, span)) in tokens.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| tokens.get(at)).map(|(token, _)| token);
        let refused = match token {
            Token::Mul | Token::Pow => Some("a template has no `*`"),
            Token::Plus if !adds_number(tokens.get(at + 1..).unwrap_or_default()) => {
                Some("`+` adds a number that stands behind it; `~` joins texts")
            }
            Token::Comma if depth == 0 && is_set && assigned => Some(CONSTANTS),
            Token::BracketOpen | Token::BraceOpen | Token::ParenOpen
                if is_literal(tokens, at, before) =>
            {
                Some(CONSTANTS)
            }
            _ => None,
        };
        if let Some(message) = refused {
            return Err((*span, message));
        }
        match token {
            Token::BracketOpen | Token::BraceOpen | Token::ParenOpen => depth += 1,
            Token::BracketClose | Token::BraceClose | Token::ParenClose => {
                depth = depth.saturating_sub(1);
            }
            Token::Assign if depth == 0 => assigned = true,
            _ => {}
        }
    }
    Ok(())
}

const CONSTANTS: &str =
    "a list holds constants, unless it stands right behind `in`; keep other values apart";

/// Whether what follows a plus is a whole number and nothing that would make another value of it.
fn adds_number(after: &[(Token<'_>, Span)]) -> bool {
    let plain = !matches!(
        after.get(1),
        Some((Token::Pipe | Token::Dot | Token::BracketOpen | Token::ParenOpen, _))
    );
    matches!(after.first(), Some((Token::Int(_), _))) && plain
}

/// Whether a list, a map or a tuple is written here that holds more than constants.
fn is_literal(tokens: &[(Token<'_>, Span)], at: usize, before: Option<&Token<'_>>) -> bool {
    let (follows_value, follows_in) = match before {
        Some(Token::Ident(word)) => (!OPERATORS.contains(word), *word == "in"),
        Some(
            Token::Str(_)
            | Token::String(_)
            | Token::BracketClose
            | Token::ParenClose
            | Token::BraceClose,
        ) => (true, false),
        _ => (false, false),
    };
    let is_brace = matches!(tokens.get(at), Some((Token::BraceOpen, _)));
    if follows_in || follows_value && !is_brace {
        return false;
    }
    let is_group = matches!(tokens.get(at), Some((Token::ParenOpen, _)));
    let (mut depth, mut constant, mut commas) = (0_usize, true, false);
    for (token, _) in tokens.get(at..).unwrap_or_default() {
        match token {
            Token::BracketOpen | Token::BraceOpen | Token::ParenOpen => depth += 1,
            Token::BracketClose | Token::BraceClose | Token::ParenClose => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    break;
                }
            }
            Token::Comma => commas |= depth == 1,
            Token::Str(_)
            | Token::String(_)
            | Token::Int(_)
            | Token::Float(_)
            | Token::Colon
            | Token::Minus
            | Token::Ident("true" | "false" | "none" | "True" | "False" | "None") => {}
            _ => constant = false,
        }
    }
    // Parentheses around one value only group.
    !constant && (!is_group || commas)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};

    use super::*;

    fn told(source: &str) -> Option<String> {
        check(source, SyntaxConfig::default()).err().map(|excess| excess.message)
    }

    #[test]
    fn what_would_multiply_is_refused() {
        for source in [
            "{% set a = [a, a] %}",
            "{% set a = (a, a) %}",
            "{% set a = a, a %}",
            "{% set a = {'x': a, 'y': a} %}",
            "{{ m([a, a]) }}",
            "{{ m((a, a)) }}",
            "{{ m(1, {1: a}) }}",
            "{% for b in [[a, a]] %}",
            "{% if b in [[a, a], []] %}",
            "{% set a = x if y else [a, a] %}",
            "{% set a = not [a, a] %}",
            "{% with a = [a, a] %}",
            "{{ a * 1000 }}",
            "{{ 'a' * 1000 }}",
            "{{ 2 ** 1000 }}",
            "{{ a + a }}",
            "{{ a + 0|default(a, true) }}",
            "{{ a + (a) }}",
            "{{ [1] + [2] }}",
        ] {
            assert!(told(source).is_some(), "{source}");
        }
        for source in [
            "[a, a] * {a}",
            "{% raw %}{% set a = [a, a] %}{% endraw %}{# {% set a = [a, a] %} #}",
            "{% set a = [1, 'b', -2.5, true, [none]] %}",
            "{% set a, b = c %}",
            "{% set a = {'x': 1} %}",
            "{% set a = ('x') %}{% set b = (a ~ 'x') %}",
            "{% for x in [a, b ~ 'c'] %}",
            "{% for x, y in [['a', 'b'], ['c', 'd']] %}",
            "{% if a not in ['x', b] %}{{ a[b] }}{{ f(a, b)[c] }}{{ 'abc'[i] }}",
            "{{ a + 1 }}{{ a | f(b, c) }}{{ super() }}",
            "{% macro m(a, b=1) %}{% endmacro %}",
        ] {
            assert_eq!(told(source), None, "{source}");
        }
    }

    #[test]
    fn what_is_too_long_is_refused_with_its_place() {
        let long = format!("x\n {{{{ 1{} }}}}", " + 1".repeat(TOKENS));
        let excess = check(&long, SyntaxConfig::default()).expect_err("too long");
        assert_eq!((excess.line, excess.column), (2, 517));
        assert!(told(&"x".repeat(BYTES + 1)).is_some());
        let branches = format!("{{% if a %}}{}{{% endif %}}", "{% elif a %}".repeat(BRANCHES + 1));
        assert!(told(&branches).is_some());
    }

    #[test]
    fn what_is_built_in_keeps_the_limits() {
        let mut folders = vec![PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("snippet-templates")];
        let mut seen = 0;
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).expect("a folder") {
                let path = entry.expect("an entry").path();
                if path.is_dir() && !path.ends_with("runtime") {
                    folders.push(path);
                } else if path.extension() == Some("j2".as_ref()) {
                    seen += 1;
                    keeps(&path);
                }
            }
        }
        assert!(seen > 100, "{seen}");
    }

    fn keeps(path: &Path) {
        let text = fs::read_to_string(path).expect("text");
        if let Err(excess) = check(&text, SyntaxConfig::default()) {
            panic!("{}:{}:{}: {}", path.display(), excess.line, excess.column, excess.message);
        }
    }
}
