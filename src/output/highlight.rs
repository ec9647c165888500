//! Highlighting by syntect's grammars: flat spans of a few classes, which a stylesheet colours.

use std::sync::LazyLock;

use syntect::parsing::{ParseState, Scope, ScopeStack, SyntaxReference, SyntaxSet};

use super::entity;
use crate::snippet::{Form, Snippet};

/// Scopes, from the special to the general, and the class that each is shown with; nothing for code
/// inside a string, which looks like code.
const CLASSES: [(&str, Option<&str>); 12] = [
    ("comment", Some("comment")),
    ("constant.character.escape", Some("escape")),
    ("string", Some("string")),
    ("constant", Some("constant")),
    ("keyword", Some("keyword")),
    ("storage", Some("keyword")),
    ("entity.name.function", Some("function")),
    ("support.function", Some("function")),
    ("variable.function", Some("function")),
    ("entity.name", Some("type")),
    ("support", Some("type")),
    ("meta.interpolation", None),
];

// Read when the first example is highlighted, and each grammar when it is used.
static GRAMMARS: LazyLock<SyntaxSet> = LazyLock::new(SyntaxSet::load_defaults_newlines);

static SCOPES: LazyLock<Vec<(Scope, Option<&'static str>)>> = LazyLock::new(|| {
    CLASSES.iter().filter_map(|(name, class)| Some((Scope::new(name).ok()?, *class))).collect()
});

/// The example as HTML without an empty line, so that Markdown does not take its middle for text.
pub(super) fn highlighted(snippet: &Snippet) -> String {
    let mut html = Html::default();
    match grammar(snippet).and_then(|grammar| runs(&snippet.text, grammar)) {
        Some(runs) => runs.iter().for_each(|(text, class)| html.run(text, *class)),
        None => html.run(&snippet.text, None),
    }
    html.end()
}

fn grammar(snippet: &Snippet) -> Option<&'static SyntaxReference> {
    let grammar = GRAMMARS.find_syntax_by_token(&snippet.fence)?;
    // A grammar of templates around code may have one of the code alone beside it.
    let source = (snippet.form == Form::Handler)
        .then(|| GRAMMARS.find_syntax_by_name(&format!("{} Source", grammar.name)))
        .flatten();
    Some(source.unwrap_or(grammar))
}

/// The text in pieces, each with its class; nothing if the grammar is at fault.
fn runs<'a>(
    text: &'a str,
    grammar: &SyntaxReference,
) -> Option<Vec<(&'a str, Option<&'static str>)>> {
    let mut state = ParseState::new(grammar);
    let mut stack = ScopeStack::new();
    let mut runs = Vec::new();
    for line in text.split_inclusive('\n') {
        let mut done = 0;
        for (at, change) in state.parse_line(line, &GRAMMARS).ok()? {
            runs.push((line.get(done..at)?, class(&stack)));
            done = at;
            stack.apply(&change).ok()?;
        }
        runs.push((line.get(done..)?, class(&stack)));
    }
    Some(runs)
}

/// The class of the innermost scope that has one.
fn class(stack: &ScopeStack) -> Option<&'static str> {
    stack
        .scopes
        .iter()
        .rev()
        .find_map(|scope| SCOPES.iter().find(|(prefix, _)| prefix.is_prefix_of(*scope)))
        .and_then(|(_, class)| *class)
}

/// Spans in the making.
#[derive(Default)]
struct Html {
    text: String,
    open: Option<&'static str>,
    /// White space that belongs to no span yet.
    space: String,
    ends_line: bool,
}

impl Html {
    fn run(&mut self, text: &str, class: Option<&'static str>) {
        let visible = text.trim_end();
        if visible.is_empty() {
            self.space.push_str(text);
            return;
        }
        if class != self.open {
            self.close();
        }
        self.flush();
        if let Some(class) = class
            && self.open.is_none()
        {
            self.text.extend(["<span class=\"sc-", class, "\">"]);
            self.open = Some(class);
        }
        self.push(visible);
        self.space.push_str(text.get(visible.len()..).unwrap_or_default());
    }

    fn flush(&mut self) {
        let space = std::mem::take(&mut self.space);
        self.push(&space);
    }

    fn push(&mut self, text: &str) {
        for one in text.chars() {
            if one == '\n' && self.ends_line {
                self.text.push_str("&#10;");
            } else {
                entity::push(&mut self.text, one);
                self.ends_line = one == '\n';
            }
        }
    }

    fn close(&mut self) {
        if self.open.take().is_some() {
            self.text.push_str("</span>");
        }
    }

    fn end(mut self) -> String {
        self.close();
        self.flush();
        self.text
    }
}
