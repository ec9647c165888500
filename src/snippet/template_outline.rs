//! What a template's text shows without rendering it: its parent, its blocks, the templates that it
//! uses, and variables that are printed as what they are not.

use minijinja::machinery::{Span, Token, tokenize};
use minijinja::syntax::SyntaxConfig;

use super::identifier::Case;

/// Words that are followed by the name of another template.
const USES: [&str; 4] = ["extends", "include", "import", "from"];

/// The variable that is made for names.
const NAME: &str = "name";

/// Variables with texts that are never names.
const TEXTS: [&str; 5] = ["message", "path", "base", "route", "pattern"];

/// A template without its text.
#[derive(Debug, Default)]
pub(super) struct Outline {
    /// The name of the parent, if the template has one and its name is constant.
    pub(super) parent: Option<String>,
    /// Whether some template is chosen while rendering, so that its name isn't known here.
    pub(super) chooses: bool,
    /// The names of the templates that it uses.
    pub(super) uses: Vec<String>,
    /// The blocks that it has.
    pub(super) blocks: Vec<Block>,
    /// What is printed as something that it is not.
    pub(super) mistaken: Vec<Mistaken>,
}

/// A block of a template.
#[derive(Debug)]
pub(super) struct Block {
    pub(super) name: String,
    /// Whether it stands inside of no other block.
    pub(super) is_outermost: bool,
    /// Its line and column.
    pub(super) place: (usize, usize),
}

/// A variable that is printed as something that it is not.
#[derive(Debug)]
pub(super) struct Mistaken {
    pub(super) message: String,
    pub(super) hint: &'static str,
    pub(super) place: (usize, usize),
}

impl Outline {
    /// The outline of a text. What can't be read ends it: rendering says what is wrong.
    pub(super) fn of(source: &str, syntax: SyntaxConfig) -> Self {
        let mut outline = Self::default();
        let mut tag: Vec<(Token<'_>, Span)> = Vec::new();
        let mut depth = 0_usize;
        for token in tokenize(source, false, syntax) {
            let Ok((token, span)) = token else { break };
            match token {
                Token::TemplateData(_) => {}
                Token::VariableStart | Token::BlockStart => tag.clear(),
                Token::VariableEnd => outline.variable(source, &tag),
                Token::BlockEnd => outline.tag(source, &tag, &mut depth),
                token => tag.push((token, span)),
            }
        }
        outline
    }

    fn tag(&mut self, source: &str, tag: &[(Token<'_>, Span)], depth: &mut usize) {
        let Some((Token::Ident(word), _)) = tag.first() else { return };
        let argument = tag.get(1);
        match (*word, argument) {
            ("block", Some((Token::Ident(name), span))) => {
                let place = place(source, *span);
                let is_outermost = *depth == 0;
                self.blocks.push(Block { name: (*name).to_owned(), is_outermost, place });
                *depth += 1;
            }
            ("endblock", _) => *depth = depth.saturating_sub(1),
            (word, argument) if USES.contains(&word) => {
                let is_alone = word != "extends" || tag.len() == 2;
                match argument.and_then(|(token, _)| constant(token)).filter(|_| is_alone) {
                    Some(name) => {
                        if word == "extends" {
                            self.parent = Some(name.to_owned());
                        }
                        self.uses.push(name.to_owned());
                    }
                    None => self.chooses = true,
                }
            }
            _ => {}
        }
    }

    fn variable(&mut self, source: &str, tag: &[(Token<'_>, Span)]) {
        let Some((Token::Ident(first), span)) = tag.first() else { return };
        let place = place(source, *span);
        match tag.get(1..).unwrap_or_default() {
            [] if *first == NAME => self.mistaken.push(Mistaken {
                message: format!("`{first}` is printed as a text"),
                hint: "a filter makes a name of it, such as `{{ name | snake }}`",
                place,
            }),
            [(Token::Pipe, _), (Token::Ident(filter), _)]
                if TEXTS.contains(first) && Case::ALL.iter().any(|(name, _)| name == filter) =>
            {
                self.mistaken.push(Mistaken {
                    message: format!("`{first}` is printed as a name"),
                    hint: "`name` is the variable for names",
                    place,
                });
            }
            _ => {}
        }
    }
}

fn constant<'a>(token: &'a Token<'_>) -> Option<&'a str> {
    match token {
        Token::Str(text) => Some(text),
        Token::String(text) => Some(text),
        _ => None,
    }
}

/// The line and the column of a place, both counted from 1.
fn place(source: &str, span: Span) -> (usize, usize) {
    let before = source.get(..span.start_offset as usize).unwrap_or_default();
    let column = before.chars().rev().take_while(|one| *one != '\n').count() + 1;
    (before.matches('\n').count() + 1, column)
}

#[cfg(test)]
mod tests {
    use super::super::environment::syntax;
    use super::*;

    #[test]
    fn blocks_parents_and_uses_are_found() {
        let source = "{% extends \"a.j2\" %}\n{% from 'b.j2' import m %}{% raw %}{% block no %}{% endraw %}\n\
                      {% block one %}\n  {% block two %}{% endblock %}\n{% endblock %}{% block three -%}";
        let outline = Outline::of(source, syntax());
        assert_eq!(outline.parent.as_deref(), Some("a.j2"));
        assert_eq!(outline.uses, ["a.j2", "b.j2"]);
        assert!(!outline.chooses);
        let blocks: Vec<_> =
            outline.blocks.iter().map(|it| (it.name.as_str(), it.is_outermost, it.place)).collect();
        assert_eq!(
            blocks,
            [("one", true, (3, 10)), ("two", false, (4, 12)), ("three", true, (5, 24))]
        );
        for source in ["{% extends x %}", "{% extends \"a\" if x else \"b\" %}", "{% include x %}"]
        {
            let outline = Outline::of(source, syntax());
            assert!(outline.chooses && outline.parent.is_none(), "{source}");
        }
    }

    #[test]
    fn variables_that_are_printed_as_what_they_are_not_are_found() {
        for (source, message) in [
            ("{{ name }}", "`name` is printed as a text"),
            ("{{ message | snake }}", "`message` is printed as a name"),
            ("{{- path|camel -}}", "`path` is printed as a name"),
        ] {
            let outline = Outline::of(source, syntax());
            let [mistaken] = &outline.mistaken[..] else { panic!("{source}: {outline:?}") };
            assert_eq!(mistaken.message, message);
        }
        for source in [
            "{{ name | snake }}",
            "{{ phrase | pascal }}",
            "{{ message }}",
            "{{ x ~ name }}",
            "name",
        ] {
            assert!(Outline::of(source, syntax()).mistaken.is_empty(), "{source}");
        }
    }
}
