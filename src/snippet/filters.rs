//! The filters of templates.

use std::sync::Arc;

use minijinja::value::Value;
use minijinja::{Environment, filters, functions, tests};

use super::identifier::{Case, identifier};
use super::limits;
use super::no_literal::no_literal;
use crate::targets::{Language, Target};

/// Filters that would print text unescaped, and so could break out of a literal.
const UNSAFE: [&str; 4] = ["safe", "escape", "e", "tojson"];

/// An environment for templates of overlays: with what the engine offers, but for what would print text
/// unescaped, or what fuel does not bound.
pub(super) fn for_overlays() -> Environment<'static> {
    let mut environment = Environment::new();
    for name in UNSAFE.into_iter().chain(limits::FILTERS) {
        environment.remove_filter(name);
    }
    for name in limits::FUNCTIONS {
        environment.remove_global(name);
    }
    environment
}

/// An environment for the built-in templates: with what they use. To set up all that the engine offers
/// takes 80,000 instructions more.
pub(super) fn for_built_in() -> Environment<'static> {
    let mut environment = Environment::empty();
    environment.add_filter("default", filters::default);
    environment.add_filter("int", filters::int);
    environment.add_filter("items", filters::items);
    environment.add_filter("length", filters::length);
    environment.add_filter("list", filters::list);
    environment.add_filter("lower", filters::lower);
    environment.add_filter("map", filters::map);
    environment.add_filter("replace", filters::replace);
    environment.add_filter("split", filters::split);
    environment.add_filter("trim", filters::trim);
    environment.add_test("none", tests::is_none);
    environment.add_function("range", functions::range);
    environment
}

/// Adds the filters of this project.
pub(super) fn install(
    environment: &mut Environment<'static>,
    language: &Arc<Language>,
    target: &Arc<Target>,
) {
    for (name, case) in Case::ALL {
        let (language, target) = (Arc::clone(language), Arc::clone(target));
        environment.add_filter(name, move |text: &str| {
            Value::from_safe_string(identifier(text, case, &language, &target))
        });
    }
    let comment = Arc::clone(language);
    environment
        .add_filter("comment", move |text: &str| Value::from_safe_string(comment.comment(text)));
    let verbatim = Arc::clone(language);
    environment.add_filter("verbatim", move |text: &str| {
        verbatim.verbatim(text).map(Value::from_safe_string).map_err(no_literal)
    });
    environment.add_filter("indent", indent);
    environment.add_filter("html", markup);
    environment.add_filter("xml", |text: &str| markup(&representable(text)));
    environment.add_filter("lines", |text: &str| text.split('\n').count());
}

/// How far code may be indented.
const WIDEST: usize = 120;

/// Code with its lines but the first indented by that many columns; text stays text.
fn indent(text: &Value, columns: usize) -> Value {
    let columns = columns.min(WIDEST);
    let indented = text.to_string().replace('\n', &format!("\n{}", " ".repeat(columns)));
    let indented = indented.replace(&format!("\n{}\n", " ".repeat(columns)), "\n\n");
    if text.is_safe() { Value::from_safe_string(indented) } else { Value::from(indented) }
}

/// The text without characters that XML can't contain, not even as references: they become the
/// replacement character (XML 1.0, section 2.2).
fn representable(text: &str) -> String {
    let fits = |one: char| !matches!(one, '\0'..='\x08' | '\x0b' | '\x0c' | '\x0e'..='\x1f' | '\u{fffe}' | '\u{ffff}');
    text.chars().map(|one| if fits(one) { one } else { char::REPLACEMENT_CHARACTER }).collect()
}

/// Text as content or attribute value in HTML or XML. The carriage return is written as a
/// reference, because parsers would read it as a line feed (XML 1.0, section 2.11).
fn markup(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for one in text.chars() {
        match one {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\r' => escaped.push_str("&#13;"),
            _ => escaped.push(one),
        }
    }
    escaped
}
