use serde::Deserialize;

use super::comment::CommentSyntax;
use super::literal::StringSyntax;
use super::syntax_check::SyntaxCheck;
use super::word_list::has_word;

/// A programming language: how it writes strings and comments, from `data/languages/`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Language {
    /// The name that readers know.
    pub title: String,
    /// Other names that users type for the language, or for what runs it.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// The name after the opening fence of a Markdown code block.
    pub fence: String,
    /// The extension of its files, without a dot.
    pub extension: String,
    /// How many columns its formatter indents by; 0 stands for a tab.
    pub indent: u8,
    /// The maximum line width of its formatter; 0 if it has none.
    pub wrap: u16,
    /// How it writes a string literal.
    pub(crate) string: StringSyntax,
    /// How it writes a string in a place where it reads no variables, if that is different.
    pub(crate) verbatim: Option<StringSyntax>,
    /// How it writes a comment.
    pub(crate) comment: CommentSyntax,
    /// Words that can't be the name of a function, separated by spaces. They are one text, because
    /// a list of hundreds would cost each snippet more than everything else. In lower case if the
    /// language ignores case.
    pub reserved: String,
    /// The command that checks the syntax of its files.
    pub syntax: Option<SyntaxCheck>,
    /// Whether names that differ only in case are the same.
    #[serde(default)]
    pub ignores_case: bool,
}

impl Language {
    /// The text as a string literal: an expression whose value is exactly `text`, unless the
    /// language [refuses](Self::refuses) one of its characters.
    pub fn literal(&self, text: &str) -> String {
        self.string.write(text)
    }

    /// The first character of the text that no string of the language can contain, and why.
    pub fn refuses(&self, text: &str) -> Option<(char, &str)> {
        self.string.refuses(text)
    }

    /// The text as a literal for a place where the language reads no variables, or its first
    /// character that can't stand there, and why.
    pub(crate) fn verbatim(&self, text: &str) -> Result<String, (char, &str)> {
        let syntax = self.verbatim.as_ref().unwrap_or(&self.string);
        match syntax.refuses(text) {
            Some(refused) => Err(refused),
            None => Ok(syntax.write(text)),
        }
    }

    /// Whether its files are text in which strings stand as they are, without quotes.
    pub(crate) fn is_text(&self) -> bool {
        self.string.is_text()
    }

    /// Whether its literals may stand between two of this character.
    #[cfg(feature = "cli")]
    pub(crate) fn quotes_with(&self, one: char) -> bool {
        self.string.quotes_with(one)
    }

    /// Whether the text begins with the sign of a comment.
    #[cfg(feature = "cli")]
    pub(crate) fn begins_comment(&self, text: &str) -> bool {
        text.starts_with(self.comment.prefix())
    }

    /// Whether the word is reserved.
    pub fn reserves(&self, name: &str) -> bool {
        if self.ignores_case {
            return has_word(&self.reserved, &name.to_ascii_lowercase());
        }
        has_word(&self.reserved, name)
    }

    /// The text as comment lines, without a line break at the end. Nothing in the text can end the
    /// comment; a character that could is replaced.
    pub fn comment(&self, text: &str) -> String {
        self.comment.write(text)
    }
}
