//! The Python Language Reference, 2.4.1: string and bytes literals.

use super::scan::{Scan, raw, scalar};

pub fn decode(source: &str) -> Result<String, String> {
    let quote = if source.starts_with('\'') { '\'' } else { '"' };
    let mut scan = Scan::inside(source, quote)?;
    let mut value = String::new();
    while let Some(one) = scan.next() {
        value.push(match one {
            '\\' => escape(&mut scan)?,
            '\0' => return Err("a source file can't hold NUL".into()),
            one if one == quote => return Err("the literal ends early".into()),
            one => raw(one)?,
        });
    }
    Ok(value)
}

fn escape(scan: &mut Scan) -> Result<char, String> {
    Ok(match scan.escaped()? {
        one @ ('\\' | '\'' | '"') => one,
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'x' => scalar(scan.digits(2, 16)?)?,
        'u' => scalar(scan.digits(4, 16)?)?,
        'U' => scalar(scan.digits(8, 16)?)?,
        other => return Err(format!("\\{other} is no escape")),
    })
}
