//! Where in MDX there is JavaScript: expressions, attributes of tags, and lines that import or export. A
//! marker in it would be a part of a program.

use std::ops::Range;

/// The parts of a document that are JavaScript, but for expressions that are a comment alone. `is_code` says
/// of a byte whether it is shown as it is.
///
/// Each byte is looked at once or twice: from a brace without an end on, nothing more is found.
pub(super) fn parts(text: &str, is_code: impl Fn(usize) -> bool) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut parts = Vec::new();
    let mut position = 0;
    while let Some(byte) = bytes.get(position) {
        let rest = text.get(position..).unwrap_or_default();
        let length = match byte {
            _ if is_code(position) => None,
            b'\\' => Some((2, false)),
            b'{' if is_comment(rest) => {
                Some((rest.find("*/}").map_or(rest.len(), |end| end + 3), false))
            }
            b'{' => match braces(bytes, position) {
                Some(end) => Some((end - position, true)),
                None => break,
            },
            b'<' => tag(bytes, position).map(|end| (end - position, true)),
            b'i' | b'e' if is_module(text, position) => {
                Some((module(bytes, position) - position, true))
            }
            _ => None,
        };
        let (length, is_script) = length.unwrap_or((1, false));
        if is_script {
            parts.push(position..position + length);
        }
        position += length.max(1);
    }
    parts
}

/// Whether an expression is nothing but a comment.
fn is_comment(text: &str) -> bool {
    let Some(inside) = text.strip_prefix("{/*") else { return false };
    inside.find("*/").is_some_and(|end| inside.get(end + 2..).is_some_and(|it| it.starts_with('}')))
}

/// Whether a line begins there that imports or exports, below an empty line or another such line.
fn is_module(text: &str, position: usize) -> bool {
    let rest = text.get(position..).unwrap_or_default();
    let before = text.get(..position).unwrap_or_default();
    let is_first = before.is_empty()
        || before.ends_with("\n\n")
        || before.ends_with("\r\n\r\n")
        || before == "\u{feff}";
    is_first && (rest.starts_with("import ") || rest.starts_with("export "))
}

/// Where lines that import or export end: at the first empty line outside of braces and quotes.
fn module(bytes: &[u8], start: usize) -> usize {
    let mut position = start;
    // What has no end is looked for once.
    let mut ends = true;
    while let Some(byte) = bytes.get(position) {
        let end = match byte {
            b'{' | b'"' | b'\'' | b'`' if ends => {
                let end =
                    if *byte == b'{' { braces(bytes, position) } else { string(bytes, position) };
                ends = end.is_some();
                end
            }
            b'\n' if is_empty(bytes, position + 1) => return position + 1,
            _ => None,
        };
        position = end.unwrap_or(position + 1);
    }
    bytes.len()
}

fn is_empty(bytes: &[u8], start: usize) -> bool {
    let line = bytes.get(start..).unwrap_or_default();
    line.iter().find(|byte| !b" \t\r".contains(byte)).is_none_or(|byte| *byte == b'\n')
}

/// Where a tag ends, with what its attributes hold; nothing if it is none.
fn tag(bytes: &[u8], start: usize) -> Option<usize> {
    let first = bytes.get(start + 1)?;
    (first.is_ascii_alphabetic() || b"/>".contains(first)).then_some(())?;
    let mut position = start + 1;
    loop {
        position = match bytes.get(position)? {
            b'>' => return Some(position + 1),
            b'{' => braces(bytes, position)?,
            // Attributes have no escapes.
            quote @ (b'"' | b'\'') => {
                position + 2 + bytes.get(position + 1..)?.iter().position(|byte| byte == quote)?
            }
            b'<' => return None,
            _ => position + 1,
        };
    }
}

/// Where the brace that closes the one at `start` is behind.
fn braces(bytes: &[u8], start: usize) -> Option<usize> {
    nested(bytes, start)
}

/// Where a string or a template is behind.
fn string(bytes: &[u8], start: usize) -> Option<usize> {
    match bytes.get(start)? {
        b'`' => nested(bytes, start),
        quote => quoted(bytes, start, *quote),
    }
}

/// Where a string in quotes is behind. An apostrophe of text between tags opens none.
fn quoted(bytes: &[u8], start: usize, quote: u8) -> Option<usize> {
    let mut position = start + 1;
    loop {
        position += match *bytes.get(position)? {
            b'\\' => 2,
            b'\n' => return Some(start + 1),
            byte if byte == quote => return Some(position + 1),
            _ => 1,
        };
    }
}

/// Where the braces or the template at `start` are behind; each may hold both.
fn nested(bytes: &[u8], start: usize) -> Option<usize> {
    let mut open = vec![*bytes.get(start)?];
    let mut position = start + 1;
    while let Some(outer) = open.last() {
        let (byte, next) = (*bytes.get(position)?, bytes.get(position + 1));
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
                open.push(byte);
                position + 1
            }
            (_, b'"' | b'\'') => quoted(bytes, position, byte)?,
            (_, b'/') if next == Some(&b'*') => {
                position + 4 + memchr::memmem::find(bytes.get(position + 2..)?, b"*/")?
            }
            (_, b'/') if next == Some(&b'/') => {
                position + memchr::memchr(b'\n', bytes.get(position..)?)?
            }
            _ => position + 1,
        };
    }
    Some(position)
}
