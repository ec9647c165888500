//! ECMA-262, 12.9.4: string literals, which are sequences of UTF-16 code units.

use super::scan::{Scan, raw};

pub fn decode(source: &str) -> Result<String, String> {
    let quote = if source.starts_with('\'') { '\'' } else { '"' };
    let mut scan = Scan::inside(source, quote)?;
    let mut units = Vec::new();
    while let Some(one) = scan.next() {
        match one {
            '\\' => units.push(escape(&mut scan)?),
            one if one == quote => return Err("the literal ends early".into()),
            one => units.extend(raw(one)?.encode_utf16(&mut [0; 2]).iter()),
        }
    }
    String::from_utf16(&units).map_err(|error| error.to_string())
}

fn escape(scan: &mut Scan) -> Result<u16, String> {
    let unit = match scan.escaped()? {
        one @ ('\\' | '\'' | '"') => u32::from(one),
        'n' => 0x0a,
        'r' => 0x0d,
        't' => 0x09,
        'x' => scan.digits(2, 16)?,
        'u' => scan.digits(4, 16)?,
        other => return Err(format!("\\{other} is no escape that anyone should write")),
    };
    u16::try_from(unit).map_err(|error| error.to_string())
}
