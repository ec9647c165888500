//! String literals, written by the rules of a language.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::OnceLock;

use serde::Deserialize;

use super::invisible::is_invisible;

/// How a language writes strings.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StringSyntax {
    /// The quote styles, the usual one first.
    #[serde(default)]
    styles: Vec<Style>,
    /// Stands instead of `styles` for a language without literals, such as plain text or HTML: a
    /// string is written as it is, but for these characters.
    text: Option<BTreeMap<char, String>>,
    /// Which characters are written unescaped.
    #[serde(default)]
    raw: Raw,
    /// How to write strings that are too long for one literal.
    limit: Option<Limit>,
    /// Characters that need no quotes, in a language of words.
    #[serde(default)]
    bare: String,
    /// Characters that no string of the language can contain, and why.
    #[serde(default)]
    refuse: BTreeMap<char, String>,
    /// Why all other characters without a spelling are refused too, in a language without numeric
    /// escapes.
    unwritable: Option<String>,
}

/// Which characters are written unescaped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Raw {
    /// All visible characters.
    #[default]
    Visible,
    /// Printable ASCII characters only.
    Ascii,
}

/// One way to quote.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Style {
    /// What closes the literal, and also opens it unless `open` is set.
    quote: String,
    /// What opens it.
    open: Option<String>,
    /// Characters with a named escape. They are never written unescaped.
    escapes: BTreeMap<char, String>,
    /// Numeric escapes of other characters; the first rule that reaches far enough is used. Without
    /// one, this style can't contain them.
    #[serde(default)]
    numeric: Vec<Numeric>,
    /// The ASCII characters that are written unescaped, one bit each; computed on first use.
    #[serde(skip)]
    plain: OnceLock<u128>,
}

/// A numeric escape.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Numeric {
    /// The last character that this rule covers.
    upto: char,
    /// What stands before the number.
    open: String,
    /// What stands after it.
    #[serde(default)]
    close: String,
    /// The minimum number of digits.
    #[serde(default)]
    digits: usize,
    /// Octal or hexadecimal.
    #[serde(default)]
    base: Base,
    /// The escape writes UTF-16 code units, so some characters need two.
    #[serde(default)]
    utf16: bool,
}

/// The base in which a number is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Base {
    Octal,
    #[default]
    Hex,
}

/// The longest literal, and how several are joined.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Limit {
    /// The length in bytes of UTF-8.
    bytes: usize,
    open: String,
    between: String,
    close: String,
}

impl StringSyntax {
    /// The text as an expression of the language whose value is exactly the text.
    pub(super) fn write(&self, text: &str) -> String {
        if let Some(replaced) = &self.text {
            return replace(text, replaced);
        }
        match &self.limit {
            _ if self.is_bare(text) => text.to_owned(),
            Some(limit) if text.len() > limit.bytes => {
                let pieces: Vec<_> =
                    pieces(text, limit.bytes).iter().map(|piece| self.quote(piece)).collect();
                format!("{}{}{}", limit.open, pieces.join(&limit.between), limit.close)
            }
            _ => self.quote(text),
        }
    }

    fn is_bare(&self, text: &str) -> bool {
        !self.bare.is_empty() && !text.is_empty() && text.chars().all(|one| self.bare.contains(one))
    }

    /// Whether strings are written without quotes.
    pub(super) fn is_text(&self) -> bool {
        self.text.is_some()
    }

    /// Whether a style quotes with this character alone.
    #[cfg(feature = "cli")]
    pub(super) fn quotes_with(&self, one: char) -> bool {
        let is_one = |style: &Style| style.quote.chars().eq([one]);
        self.styles.iter().any(is_one)
    }

    /// The first character that no string can contain, and why.
    pub(super) fn refuses(&self, text: &str) -> Option<(char, &str)> {
        if !self.refuse.is_empty()
            && let Some(refused) =
                text.chars().find_map(|one| Some((one, self.refuse.get(&one)?.as_str())))
        {
            return Some(refused);
        }
        let reason = self.unwritable.as_deref()?;
        let writes = |style: &Style| text.chars().all(|one| style.has(one, self.raw));
        let style = self.styles.first().filter(|_| !self.styles.iter().any(writes))?;
        Some((text.chars().find(|one| !style.has(*one, self.raw))?, reason))
    }

    /// One literal, in the style that needs the fewest escapes; the earlier style wins a tie.
    fn quote(&self, text: &str) -> String {
        let mut best: Option<(usize, String)> = None;
        for style in &self.styles {
            if let Some((escapes, literal)) = style.write(text, self.raw)
                && best.as_ref().is_none_or(|(fewest, _)| escapes < *fewest)
            {
                let done = escapes == 0;
                best = Some((escapes, literal));
                if done {
                    break;
                }
            }
        }
        best.map(|(_, literal)| literal).unwrap_or_default()
    }

    /// What is wrong with these rules, if anything: every string must have a literal.
    pub(super) fn fault(&self) -> Option<String> {
        if self.text.is_some() {
            let alone = self.styles.is_empty() && self.limit.is_none() && self.bare.is_empty();
            return (!alone).then(|| "string: expected `text` or `styles`, not both".into());
        }
        let ends_with_line =
            |style: &Style| ['\n', '\r'].iter().all(|one| style.escapes.contains_key(one));
        if self.styles.iter().any(|style| style.quote.is_empty() && !ends_with_line(style)) {
            return Some("string.styles: a quote is empty, and line breaks have no escape".into());
        }
        let complete = |style: &Style| style.numeric.iter().any(|rule| rule.upto == char::MAX);
        if self.unwritable.is_none() && !self.styles.iter().any(complete) {
            return Some("string.styles: no style has a numeric escape up to `\\U0010FFFF`".into());
        }
        let unescaped = |style: &Style| {
            style.quote.chars().chain(['\\']).find(|one| !style.escapes.contains_key(one))
        };
        if let Some(one) = self.styles.iter().find_map(unescaped) {
            return Some(format!(
                "string.styles: `{one}` would end or change the literal and has no escape"
            ));
        }
        let short = self.limit.as_ref().is_some_and(|limit| limit.bytes < 4);
        short.then(|| "string.limit.bytes: expected at least 4".into())
    }
}

impl Style {
    /// The literal and its number of escapes, or `None` if this style can't contain the text.
    fn write(&self, text: &str, raw: Raw) -> Option<(usize, String)> {
        let mut escapes = 0;
        let mut literal = String::with_capacity(text.len() + 2 * self.quote.len());
        literal.push_str(self.open.as_ref().unwrap_or(&self.quote));
        let plain = *self.plain.get_or_init(|| self.plain(raw));
        let is_plain = |byte: &u8| byte.is_ascii() && plain >> byte & 1 == 1;
        if text.bytes().all(|byte| is_plain(&byte)) {
            literal.push_str(text);
            literal.push_str(&self.quote);
            return Some((0, literal));
        }
        for one in text.chars() {
            if let Some(escape) = self.escapes.get(&one) {
                escapes += 1;
                literal.push_str(escape);
            } else if raw.allows(one) {
                literal.push(one);
            } else {
                escapes += 1;
                self.numeric.iter().find(|rule| one <= rule.upto)?.write(one, &mut literal);
            }
        }
        literal.push_str(&self.quote);
        Some((escapes, literal))
    }
}

impl Style {
    /// Whether it has a spelling of that character.
    fn has(&self, one: char, raw: Raw) -> bool {
        raw.allows(one)
            || self.escapes.contains_key(&one)
            || self.numeric.iter().any(|rule| one <= rule.upto)
    }

    /// A bit for each ASCII character that needs no escape.
    fn plain(&self, raw: Raw) -> u128 {
        let stands = |one: &char| raw.allows(*one) && !self.escapes.contains_key(one);
        ('\0'..='\x7f').filter(stands).fold(0, |bits, one| bits | 1 << u32::from(one))
    }
}

impl Raw {
    fn allows(self, one: char) -> bool {
        match self {
            Self::Visible => !is_invisible(one),
            Self::Ascii => (' '..='~').contains(&one),
        }
    }
}

impl Numeric {
    fn write(&self, one: char, literal: &mut String) {
        if self.utf16 {
            for unit in one.encode_utf16(&mut [0; 2]) {
                self.write_number(u32::from(*unit), literal);
            }
        } else {
            self.write_number(u32::from(one), literal);
        }
    }

    fn write_number(&self, number: u32, literal: &mut String) {
        literal.push_str(&self.open);
        let digits = self.digits;
        // Writing to a string can't fail.
        let _ = match self.base {
            Base::Octal => write!(literal, "{number:0digits$o}"),
            Base::Hex => write!(literal, "{number:0digits$x}"),
        };
        literal.push_str(&self.close);
    }
}

/// The text with some of its characters replaced.
fn replace(text: &str, replaced: &BTreeMap<char, String>) -> String {
    let mut written = String::with_capacity(text.len());
    for one in text.chars() {
        match replaced.get(&one) {
            Some(replacement) => written.push_str(replacement),
            None => written.push(one),
        }
    }
    written
}

/// The text in pieces of at most `bytes` bytes, cut between characters.
fn pieces(text: &str, bytes: usize) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while rest.len() > bytes {
        let (piece, after) = rest.split_at(rest.floor_char_boundary(bytes));
        pieces.push(piece);
        rest = after;
    }
    pieces.push(rest);
    pieces
}
