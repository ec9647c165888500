//! Text as YAML 1.2, which parsers of YAML 1.1 read alike.

use std::fmt::Write;

/// The text as a block whose lines have this indentation, or between quotes if no block can hold it;
/// with a line break at its end.
pub(super) fn block_or_quoted(text: &str, indentation: &str) -> String {
    let ends_well = text.ends_with('\n') && !text.ends_with("\n\n");
    // The first line determines the indentation, so nothing must hide it.
    let starts_well = !text.starts_with([' ', '\t', '\n']);
    if !ends_well || !starts_well || !text.chars().all(|one| one == '\n' || is_printable(one)) {
        return quoted(text) + "\n";
    }
    let mut block = "|\n".to_owned();
    for line in text.lines() {
        if !line.is_empty() {
            block.extend([indentation, line]);
        }
        block.push('\n');
    }
    block
}

/// The text between double quotes, on one line.
pub(super) fn quoted(text: &str) -> String {
    let mut written = "\"".to_owned();
    for one in text.chars() {
        match one {
            '"' | '\\' => written.extend(['\\', one]),
            '\n' => written.push_str("\\n"),
            '\t' => written.push_str("\\t"),
            _ if is_printable(one) => written.push(one),
            // Writing into a string can't fail.
            _ if u32::from(one) > 0xffff => {
                let _ = write!(written, "\\U{:08x}", u32::from(one));
            }
            _ => {
                let _ = write!(written, "\\u{:04x}", u32::from(one));
            }
        }
    }
    written + "\""
}

/// A comment line.
pub(super) fn comment(text: &str, indentation: &str) -> String {
    let text: String = text.chars().map(|one| if is_printable(one) { one } else { ' ' }).collect();
    format!("{indentation}# {}\n", text.trim_end())
}

/// Whether a character can stand for itself in every kind of scalar, and ends no line.
fn is_printable(one: char) -> bool {
    match one {
        '\t' => true,
        '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' => false,
        _ => !one.is_control(),
    }
}
