//! The Ruby documentation on literals: strings in single and in double quotes.

use super::scan::{Scan, ascii, raw, scalar};

pub fn decode(source: &str) -> Result<String, String> {
    if source.starts_with('\'') { single(source) } else { double(source) }
}

/// Only the backslash and the quote can be escaped; any other backslash stands for itself.
fn single(source: &str) -> Result<String, String> {
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

fn double(source: &str) -> Result<String, String> {
    let mut scan = Scan::inside(source, '"')?;
    let mut value = String::new();
    while let Some(one) = scan.next() {
        value.push(match one {
            '\\' => escape(&mut scan)?,
            '"' => return Err("the literal ends early".into()),
            '#' if matches!(scan.peek(), Some('{' | '$' | '@')) => {
                return Err("an expression is interpolated".into());
            }
            one => raw(one)?,
        });
    }
    Ok(value)
}

fn escape(scan: &mut Scan) -> Result<char, String> {
    Ok(match scan.escaped()? {
        one @ ('\\' | '"' | '#') => one,
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'x' => ascii(scan.at_most(2, 16)?)?,
        'u' => scalar(scan.braced()?)?,
        other => return Err(format!("\\{other} is no escape that anyone should write")),
    })
}
