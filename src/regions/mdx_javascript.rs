//! Where in MDX there is JavaScript: expressions, attributes of tags, and lines that import or export. A
//! marker in it would be a part of a program.

use std::ops::Range;

/// What in a document is JavaScript.
#[derive(Debug, Default)]
pub(super) struct JavaScript {
    /// The parts, but for expressions that are a comment alone.
    pub(super) parts: Vec<Range<usize>>,
    /// Where a comment in braces stands alone between lines that import or export, of which it is a part.
    pub(super) below_modules: Vec<usize>,
    /// Where a comment in braces stands in code that isn't quoted.
    pub(super) in_code: Vec<usize>,
}

impl JavaScript {
    /// Finds it. `is_code` says of a byte whether it is shown as it is.
    ///
    /// Each byte is looked at once or twice: from a brace without an end on, nothing more is found.
    pub(super) fn of(text: &str, is_code: impl Fn(usize) -> bool) -> Self {
        let mut scan = Scan { text, bytes: text.as_bytes(), found: Self::default() };
        scan.document(is_code);
        scan.found
    }
}

/// Whether an expression is nothing but a comment.
fn is_comment(text: &str) -> bool {
    let Some(inside) = text.strip_prefix("{/*") else { return false };
    inside.find("*/").is_some_and(|end| inside.get(end + 2..).is_some_and(|it| it.starts_with('}')))
}

/// Whether a line begins there that imports or exports, and no paragraph above goes on with it.
fn is_module(text: &str, position: usize) -> bool {
    let rest = text.get(position..).unwrap_or_default();
    let before = text.get(..position).unwrap_or_default();
    let is_first = matches!(before, "" | "\u{feff}") || before.ends_with('\n');
    is_first
        && (rest.starts_with("import ") || rest.starts_with("export "))
        && !before.lines().next_back().is_some_and(is_text)
}

/// Whether a line may be text of a paragraph. Headings, tables, tags, expressions and lines that are a fence
/// or a rule are none.
fn is_text(line: &str) -> bool {
    let line = line.trim().trim_start_matches('\u{feff}');
    let is_rule = |first: char| {
        "-*_=+`~".contains(first) && line.chars().all(|one| one == first || one == ' ')
    };
    !line.is_empty()
        && !line.starts_with(['#', '|'])
        && !line.ends_with(['>', '}'])
        && !line.starts_with(is_rule)
}

fn is_empty(bytes: &[u8], start: usize) -> bool {
    let line = bytes.get(start..).unwrap_or_default();
    line.iter().find(|byte| !b" \t\r".contains(byte)).is_none_or(|byte| *byte == b'\n')
}

/// The search for JavaScript in a document.
struct Scan<'a> {
    text: &'a str,
    bytes: &'a [u8],
    found: JavaScript,
}

impl Scan<'_> {
    fn document(&mut self, is_code: impl Fn(usize) -> bool) {
        let mut position = 0;
        while let Some(byte) = self.bytes.get(position) {
            let rest = self.rest(position);
            let (end, is_script) = match byte {
                _ if is_code(position) => (None, false),
                b'\\' => (Some(position + 2), false),
                b'{' if is_comment(rest) => {
                    (Some(position + rest.find("*/}").map_or(rest.len(), |end| end + 3)), false)
                }
                b'{' => match self.braces(position) {
                    Some(end) => (Some(end), true),
                    None => break,
                },
                b'<' => (self.tag(position), true),
                b'i' | b'e' if is_module(self.text, position) => {
                    (Some(self.module(position)), true)
                }
                _ => (None, false),
            };
            if let (Some(end), true) = (end, is_script) {
                self.found.parts.push(position..end);
            }
            position = end.unwrap_or(position).max(position + 1);
        }
    }

    fn rest(&self, position: usize) -> &str {
        self.text.get(position..).unwrap_or_default()
    }

    /// Where lines that import or export end: at the first empty line outside of braces and quotes.
    fn module(&mut self, start: usize) -> usize {
        let mut position = start;
        // What has no end is looked for once.
        let mut ends = true;
        while let Some(byte) = self.bytes.get(position) {
            let end = match byte {
                b'{' | b'"' | b'\'' | b'`' if ends => {
                    if *byte == b'{' && self.is_lone_comment(position) {
                        self.found.below_modules.push(position);
                    }
                    let end = self.value(position);
                    ends = end.is_some();
                    end
                }
                b'\n' if is_empty(self.bytes, position + 1) => return position + 1,
                _ => None,
            };
            position = end.unwrap_or(position + 1);
        }
        self.bytes.len()
    }

    /// Whether a comment in braces begins a line there.
    fn is_lone_comment(&self, position: usize) -> bool {
        let before = self.text.get(..position).unwrap_or_default();
        before.trim_end_matches([' ', '\t']).ends_with('\n') && is_comment(self.rest(position))
    }

    /// Where a tag ends, with what its attributes hold; nothing if it is none.
    fn tag(&mut self, start: usize) -> Option<usize> {
        let first = self.bytes.get(start + 1)?;
        (first.is_ascii_alphabetic() || b"/>".contains(first)).then_some(())?;
        let mut position = start + 1;
        loop {
            position = match self.bytes.get(position)? {
                b'>' => return Some(position + 1),
                b'{' => self.braces(position)?,
                // Attributes have no escapes.
                quote @ (b'"' | b'\'') => {
                    let inside = self.bytes.get(position + 1..)?;
                    position + 2 + inside.iter().position(|byte| byte == quote)?
                }
                b'<' => return None,
                _ => position + 1,
            };
        }
    }

    /// Where braces, a string or a template are behind.
    fn value(&mut self, start: usize) -> Option<usize> {
        match *self.bytes.get(start)? {
            b'{' => self.braces(start),
            b'`' => self.nested(start),
            quote => self.quoted(start, quote),
        }
    }

    /// Where the brace that closes the one at `start` is behind.
    fn braces(&mut self, start: usize) -> Option<usize> {
        if is_comment(self.rest(start)) {
            self.found.in_code.push(start);
        }
        self.nested(start)
    }

    /// Where a string in quotes is behind. An apostrophe of text between tags opens none.
    fn quoted(&self, start: usize, quote: u8) -> Option<usize> {
        let mut position = start + 1;
        loop {
            position += match *self.bytes.get(position)? {
                b'\\' => 2,
                b'\n' => return Some(start + 1),
                byte if byte == quote => return Some(position + 1),
                _ => 1,
            };
        }
    }

    /// Where the braces or the template at `start` are behind; each may hold both.
    fn nested(&mut self, start: usize) -> Option<usize> {
        let mut open = vec![*self.bytes.get(start)?];
        let mut position = start + 1;
        while let Some(outer) = open.last() {
            let (byte, next) = (*self.bytes.get(position)?, self.bytes.get(position + 1));
            position = match (outer, byte) {
                (b'`', b'\\') => position + 2,
                (b'`', b'$') if next == Some(&b'{') => {
                    open.push(b'{');
                    position + 2
                }
                (b'`', b'`') | (b'{', b'}') => {
                    open.pop();
                    position + 1
                }
                (b'`', _) => position + 1,
                (_, b'{' | b'`') => {
                    if byte == b'{' && is_comment(self.rest(position)) {
                        self.found.in_code.push(position);
                    }
                    open.push(byte);
                    position + 1
                }
                (_, b'"' | b'\'') => self.quoted(position, byte)?,
                (_, b'/') if next == Some(&b'*') => {
                    position + 4 + memchr::memmem::find(self.bytes.get(position + 2..)?, b"*/")?
                }
                (_, b'/') if next == Some(&b'/') => {
                    position + memchr::memchr(b'\n', self.bytes.get(position..)?)?
                }
                _ => position + 1,
            };
        }
        Some(position)
    }
}
