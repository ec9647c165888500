//! Shared by the decoders: a cursor over a literal's characters.

use std::iter::Peekable;
use std::str::Chars;

pub struct Scan<'a>(Peekable<Chars<'a>>);

impl<'a> Scan<'a> {
    pub fn new(source: &'a str) -> Self {
        Self(source.chars().peekable())
    }

    /// The inside of `source`, which must open and close with the same `quote`.
    pub fn inside(source: &'a str, quote: char) -> Result<Self, String> {
        source
            .strip_prefix(quote)
            .and_then(|rest| rest.strip_suffix(quote))
            .map(|inside| Self(inside.chars().peekable()))
            .ok_or_else(|| format!("not in {quote}: {source}"))
    }

    pub fn next(&mut self) -> Option<char> {
        self.0.next()
    }

    pub fn peek(&mut self) -> Option<char> {
        self.0.peek().copied()
    }

    /// The character after a backslash.
    pub fn escaped(&mut self) -> Result<char, String> {
        self.next().ok_or_else(|| "a backslash before the closing quote".into())
    }

    /// Exactly `count` digits of that base, as a number.
    pub fn digits(&mut self, count: usize, base: u32) -> Result<u32, String> {
        let mut number = 0;
        for _ in 0..count {
            let digit = self.next().and_then(|one| one.to_digit(base)).ok_or("too few digits")?;
            number = number * base + digit;
        }
        Ok(number)
    }

    /// Up to `most` digits of that base, at least one.
    pub fn at_most(&mut self, most: usize, base: u32) -> Result<u32, String> {
        let mut number = self.digits(1, base)?;
        for _ in 1..most {
            let Some(digit) = self.peek().and_then(|one| one.to_digit(base)) else { break };
            number = number * base + digit;
            self.next();
        }
        Ok(number)
    }

    /// Hexadecimal digits in braces.
    pub fn braced(&mut self) -> Result<u32, String> {
        if self.next() != Some('{') {
            return Err("expected `{`".into());
        }
        let number = self.at_most(6, 16)?;
        if self.next() == Some('}') { Ok(number) } else { Err("expected `}`".into()) }
    }
}

/// The character of a number that is not a surrogate.
pub fn scalar(number: u32) -> Result<char, String> {
    char::from_u32(number).ok_or_else(|| format!("U+{number:04X} is no character"))
}

/// A character below 0x80, for escapes that mean a byte from there on.
pub fn ascii(number: u32) -> Result<char, String> {
    if number < 0x80 {
        scalar(number)
    } else {
        Err(format!("\\x{number:x} is a byte, not a character"))
    }
}

/// An unescaped character, which must not be a line break.
pub fn raw(one: char) -> Result<char, String> {
    if matches!(one, '\n' | '\r') { Err("a raw line break".into()) } else { Ok(one) }
}

/// A string between single quotes as PHP and Ruby read it: only the backslash and the quote can be
/// escaped, and any other backslash is literal.
pub fn single_quoted(source: &str) -> Result<String, String> {
    let mut scan = Scan::inside(source, '\'')?;
    let mut value = String::new();
    while let Some(one) = scan.next() {
        match one {
            '\\' if matches!(scan.peek(), Some('\\' | '\'')) => value.push(scan.escaped()?),
            '\'' => return Err("the literal ends early".into()),
            one => value.push(raw(one)?),
        }
    }
    Ok(value)
}
