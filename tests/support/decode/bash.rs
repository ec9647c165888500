//! The Bash manual, 3.1.2 Quoting: a word of unquoted characters and of pieces in `'…'`, in `$'…'`
//! and after a backslash.

use super::scan::{Scan, ascii, raw, scalar};

pub fn decode(source: &str) -> Result<String, String> {
    let mut scan = Scan::new(source);
    let mut value = String::new();
    if source.is_empty() {
        return Err("no word at all".into());
    }
    while let Some(one) = scan.next() {
        match one {
            '\'' => quoted(&mut scan, &mut value)?,
            '$' if scan.next() == Some('\'') => escaped(&mut scan, &mut value)?,
            '\\' => value.push(raw(scan.escaped()?)?),
            one if one.is_ascii_alphanumeric() || "%+,-./:@_".contains(one) => value.push(one),
            one => return Err(format!("{one:?} means something to the shell")),
        }
    }
    Ok(value)
}

/// Up to the next single quote, no character is special.
fn quoted(scan: &mut Scan, value: &mut String) -> Result<(), String> {
    loop {
        match scan.next().ok_or("the quote is open")? {
            '\'' => return Ok(()),
            one => value.push(raw(one)?),
        }
    }
}

fn escaped(scan: &mut Scan, value: &mut String) -> Result<(), String> {
    loop {
        value.push(match scan.next().ok_or("the quote is open")? {
            '\'' => return Ok(()),
            '\\' => match escape(scan)? {
                '\0' => return Err("a NUL ends the word".into()),
                one => one,
            },
            one => raw(one)?,
        });
    }
}

/// 3.1.2.4, ANSI-C Quoting.
fn escape(scan: &mut Scan) -> Result<char, String> {
    Ok(match scan.escaped()? {
        one @ ('\\' | '\'' | '"' | '?') => one,
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'x' => ascii(scan.at_most(2, 16)?)?,
        'u' => scalar(scan.at_most(4, 16)?)?,
        'U' => scalar(scan.at_most(8, 16)?)?,
        other => return Err(format!("\\{other} stays as it is, backslash and all")),
    })
}
