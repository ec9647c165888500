//! The Go Programming Language Specification: interpreted string literals.

use super::scan::{Scan, ascii, raw, scalar};

pub fn decode(source: &str) -> Result<String, String> {
    let mut scan = Scan::inside(source, '"')?;
    let mut value = String::new();
    while let Some(one) = scan.next() {
        value.push(match one {
            '\\' => escape(&mut scan)?,
            '"' => return Err("the literal ends early".into()),
            '\0' | '\u{feff}' => return Err("the compiler refuses it in a source file".into()),
            one => raw(one)?,
        });
    }
    Ok(value)
}

fn escape(scan: &mut Scan) -> Result<char, String> {
    Ok(match scan.escaped()? {
        one @ ('\\' | '"') => one,
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'x' => ascii(scan.digits(2, 16)?)?,
        'u' => scalar(scan.digits(4, 16)?)?,
        'U' => scalar(scan.digits(8, 16)?)?,
        other => return Err(format!("\\{other} is no escape")),
    })
}
