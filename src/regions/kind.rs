use std::path::Path;

use crate::error::{Error, ErrorKind, Result};

/// A kind of document, which determines the syntax of comments and the parser.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// Markdown: `<!-- … -->`.
    Markdown,
    /// Markdown with JSX: `{/* … */}`.
    Mdx,
    /// HTML: `<!-- … -->`.
    Html,
    /// Components of Astro: HTML in which braces are JavaScript, below a script.
    Astro,
    /// AsciiDoc: `// …`.
    Asciidoc,
    /// reStructuredText: `.. …`.
    Rst,
    /// Any other text whose comments fill a line each.
    Other(Syntax),
}

/// The comment syntax of an [other](Kind::Other) kind of document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Syntax {
    /// What opens a comment.
    pub open: String,
    /// What closes it; empty if the end of the line does.
    pub close: String,
}

/// Each kind's name and file extensions.
const KINDS: [(&str, Kind, &[&str]); 6] = [
    ("markdown", Kind::Markdown, &["md", "markdown", "mdown", "mkd", "qmd", "rmd", "svx"]),
    ("mdx", Kind::Mdx, &["mdx"]),
    ("html", Kind::Html, &["html", "htm", "xhtml"]),
    ("astro", Kind::Astro, &["astro"]),
    ("asciidoc", Kind::Asciidoc, &["adoc", "asciidoc", "asc"]),
    ("rst", Kind::Rst, &["rst", "rest"]),
];

/// The name of kinds without a name of their own.
const OTHER: &str = "other";

impl Kind {
    /// The kind of document for that file extension, in any case.
    pub fn of(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?;
        let known = |endings: &[&str]| endings.iter().any(|it| it.eq_ignore_ascii_case(ending));
        KINDS.iter().find(|(_, _, endings)| known(endings)).map(|(_, kind, _)| kind.clone())
    }

    /// A kind by its name, such as `mdx`, or by the start and end of its comments, such as `%` or
    /// `(* *)`.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Option`] if it is neither a name nor one or two words of punctuation.
    pub fn parse(text: &str) -> Result<Self> {
        if let Some((_, kind, _)) = KINDS.iter().find(|(name, _, _)| *name == text) {
            return Ok(kind.clone());
        }
        let words: Vec<_> = text.split_whitespace().collect();
        let (open, close) = match words.as_slice() {
            [open] => (*open, ""),
            [open, close] => (*open, *close),
            _ => return Err(unusable(text)),
        };
        match (open, close) {
            ("<!--", "-->") => Ok(Self::Html),
            ("{/*", "*/}") => Ok(Self::Mdx),
            // A word could also occur in prose.
            _ if open.chars().chain(close.chars()).all(char::is_alphanumeric) => {
                Err(unusable(text))
            }
            _ => Ok(Self::Other(Syntax { open: open.to_owned(), close: close.to_owned() })),
        }
    }

    /// The kind's name in lower case; `other` for kinds without a name.
    pub fn name(&self) -> &'static str {
        KINDS.iter().find(|(_, kind, _)| kind == self).map_or(OTHER, |(name, _, _)| *name)
    }

    /// What opens and what closes a comment.
    pub(super) fn comment(&self) -> (&str, &str) {
        match self {
            Self::Markdown | Self::Html | Self::Astro => ("<!--", "-->"),
            Self::Mdx => ("{/*", "*/}"),
            Self::Asciidoc => ("//", ""),
            Self::Rst => ("..", ""),
            Self::Other(syntax) => (&syntax.open, &syntax.close),
        }
    }

    /// The names of all kinds.
    pub(super) fn names() -> impl Iterator<Item = &'static str> {
        KINDS.iter().map(|(name, _, _)| *name).chain([OTHER])
    }

    /// Whether a block directly after a comment would become part of the comment, or cause a
    /// warning.
    pub(super) fn needs_room(&self) -> bool {
        *self == Self::Rst
    }

    /// Whether a marker right below that text would be taken into its last paragraph or list, as
    /// formatters do with expressions of MDX.
    pub(super) fn needs_room_after(&self, text: &str) -> bool {
        let last = text.lines().next_back().unwrap_or_default().trim_start();
        let is_block = ["```", "~~~", "<"].iter().any(|end| last.starts_with(end));
        *self == Self::Mdx && !last.is_empty() && !is_block
    }
}

fn unusable(text: &str) -> Error {
    let names: Vec<_> = KINDS.iter().map(|(name, _, _)| *name).collect();
    Error::new(ErrorKind::Option, format!("`{}` is not a comment syntax", text.escape_debug()))
        .with_hint(format!(
            "expected the start of a comment and, if it has one, its end, such as `%` or `(* *)`; or one of {}",
            names.join(", ")
        ))
}
