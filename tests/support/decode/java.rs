//! The Java Language Specification: 3.3 Unicode escapes, which are translated first, then 3.10.5
//! string literals. `String.join("", …)` joins pieces.

use std::iter::Peekable;
use std::vec::IntoIter;

/// JVM Specification, 4.4.7: the length of a constant in modified UTF-8 has 16 bits.
const LONGEST_CONSTANT: usize = 65_535;

pub fn decode(source: &str) -> Result<String, String> {
    if !source.is_ascii() {
        return Err("the meaning depends on the encoding that the compiler assumes".into());
    }
    let joined = source.strip_prefix("String.join(\"\", ").and_then(|it| it.strip_suffix(')'));
    let mut units = translate(joined.unwrap_or(source))?.into_iter().peekable();
    let mut value = constant(&mut units)?;
    while joined.is_some() && units.peek().is_some() {
        if [units.next(), units.next()] != [unit(','), unit(' ')] {
            return Err("expected another piece".into());
        }
        value.extend(constant(&mut units)?);
    }
    if units.next().is_some() {
        return Err("the literal ends early".into());
    }
    String::from_utf16(&value).map_err(|error| error.to_string())
}

fn unit(one: char) -> Option<u16> {
    u16::try_from(u32::from(one)).ok()
}

/// Unicode escapes become UTF-16 code units before anything else is parsed. A backslash after
/// another one starts no escape.
fn translate(source: &str) -> Result<Vec<u16>, String> {
    let mut units = Vec::new();
    let mut rest = source;
    while let Some(one) = rest.chars().next() {
        if let Some(after) = rest.strip_prefix("\\u") {
            let digits = after.get(..4).ok_or("too few digits")?;
            units.push(u16::from_str_radix(digits, 16).map_err(|error| error.to_string())?);
            rest = &after[4..];
        } else {
            let length = if rest.starts_with("\\\\") { 2 } else { 1 };
            units.extend(rest[..length].encode_utf16());
            rest = &rest[length..];
        }
        if one == '\0' {
            return Err("a raw NUL".into());
        }
    }
    Ok(units)
}

/// One literal, quotes included.
fn constant(units: &mut Peekable<IntoIter<u16>>) -> Result<Vec<u16>, String> {
    if units.next() != unit('"') {
        return Err("expected a quote".into());
    }
    let mut value = Vec::new();
    loop {
        match units.next().ok_or("the literal has no end")? {
            0x22 => break,
            0x5c => value.push(escape(units)?),
            0x0a | 0x0d => return Err("a raw line break".into()),
            other => value.push(other),
        }
    }
    if modified_utf8(&value) > LONGEST_CONSTANT {
        return Err("the constant is too long".into());
    }
    Ok(value)
}

fn escape(units: &mut Peekable<IntoIter<u16>>) -> Result<u16, String> {
    let one = units.next().and_then(|unit| char::from_u32(u32::from(unit))).ok_or("no escape")?;
    Ok(match one {
        '\\' | '"' | '\'' => one as u16,
        'n' => 0x0a,
        'r' => 0x0d,
        't' => 0x09,
        '0'..='7' => {
            let most = if one <= '3' { 3 } else { 2 };
            let mut value = one as u16 - u16::from(b'0');
            for _ in 1..most {
                let Some(digit) = units.peek().filter(|unit| (0x30..0x38).contains(*unit)) else {
                    break;
                };
                value = value * 8 + (digit - 0x30);
                units.next();
            }
            value
        }
        other => return Err(format!("\\{other} is no escape")),
    })
}

fn modified_utf8(units: &[u16]) -> usize {
    units
        .iter()
        .map(|unit| match unit {
            0 | 0x80..=0x7ff => 2,
            1..=0x7f => 1,
            _ => 3,
        })
        .sum()
}
