//! MDX: comments are expressions that hold nothing but a comment of JavaScript.

use markdown::mdast::Node;
use markdown::message::{Message, Place};
use markdown::unist::Position;
use markdown::{Constructs, MdxSignal, ParseOptions, to_mdast};

use super::comment::Found;
use super::fault::Fault;

/// The markers of a document, or what keeps it from being MDX.
pub(super) fn comments(text: &str) -> Result<Found, Fault> {
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let body = text.get(start..).unwrap_or_default();
    let tree = to_mdast(body, &options()).map_err(|message| fault(&message, start))?;
    let mut found = Found::default();
    walk(&tree, text, start, &mut found);
    Ok(found)
}

fn options() -> ParseOptions {
    ParseOptions {
        constructs: Constructs {
            frontmatter: true,
            gfm_footnote_definition: true,
            gfm_label_start_footnote: true,
            gfm_table: true,
            ..Constructs::mdx()
        },
        mdx_expression_parse: Some(Box::new(|value, _| signal(value))),
        mdx_esm_parse: Some(Box::new(signal)),
        ..ParseOptions::mdx()
    }
}

fn walk(node: &Node, text: &str, start: usize, found: &mut Found) {
    let range = |position: &Option<Position>| {
        position.as_ref().map(|it| it.start.offset + start..it.end.offset + start)
    };
    match node {
        Node::MdxFlowExpression(it) => comment(text, range(&it.position), found),
        Node::MdxTextExpression(it) => comment(text, range(&it.position), found),
        Node::Code(it) => found.verbatim.extend(range(&it.position)),
        Node::InlineCode(it) => found.verbatim.extend(range(&it.position)),
        Node::Yaml(it) => found.verbatim.extend(range(&it.position)),
        _ => {}
    }
    for child in node.children().into_iter().flatten() {
        walk(child, text, start, found);
    }
}

fn comment(text: &str, range: Option<std::ops::Range<usize>>, found: &mut Found) {
    let Some(range) = range else { return };
    let expression = text.get(range.clone()).unwrap_or_default();
    let inside = expression
        .strip_prefix('{')
        .and_then(|it| it.strip_suffix('}'))
        .map(str::trim)
        .and_then(|it| it.strip_prefix("/*"))
        .and_then(|it| it.strip_suffix("*/"))
        .filter(|it| !it.contains("*/"));
    if let Some(at) = inside.and_then(|inside| Some(expression.find("/*")? + 2..).zip(Some(inside)))
    {
        let begin = range.start + at.0.start;
        found.comment(text, range, begin..begin + at.1.len());
    }
}

/// Whether JavaScript can end here: its brackets, strings and comments are closed.
fn signal(code: &str) -> MdxSignal {
    let mut depth = 0_i32;
    let mut rest = code;
    while let Some(one) = rest.chars().next() {
        let length = match one {
            '/' if rest.starts_with("/*") => rest.find("*/").map(|at| at + 2),
            '/' if rest.starts_with("//") => Some(rest.find('\n').unwrap_or(rest.len())),
            '"' | '\'' | '`' => string_length(rest, one),
            '{' | '(' | '[' => {
                depth += 1;
                Some(1)
            }
            '}' | ')' | ']' => {
                depth -= 1;
                Some(1)
            }
            _ => Some(one.len_utf8()),
        };
        match length {
            Some(length) => rest = rest.get(length..).unwrap_or_default(),
            None => return unfinished(),
        }
    }
    if depth > 0 { unfinished() } else { MdxSignal::Ok }
}

fn unfinished() -> MdxSignal {
    let text = "this JavaScript is not closed".to_owned();
    MdxSignal::Eof(text, Box::new("statuscraft".into()), Box::new("unclosed".into()))
}

/// How long a string is with its quotes. An apostrophe without a partner on its line is none: the
/// text of an element.
fn string_length(text: &str, quote: char) -> Option<usize> {
    let mut escaped = false;
    for (at, one) in text.char_indices().skip(1) {
        match one {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '\n' if quote != '`' => return Some(1),
            _ if one == quote => return Some(at + 1),
            _ => {}
        }
    }
    if quote == '`' { None } else { Some(1) }
}

fn fault(message: &Message, start: usize) -> Fault {
    let offset = message.place.as_deref().map_or(0, |place| match place {
        Place::Point(point) => point.offset,
        Place::Position(position) => position.start.offset,
    });
    let reason = message.reason.trim_end_matches('.');
    let mut letters = reason.chars();
    let reason: String = letters
        .next()
        .map(|first| first.to_lowercase().chain(letters).collect())
        .unwrap_or_default();
    Fault::new(offset + start, format!("not MDX: {reason}"), "markers of MDX are `{/* … */}`")
}
