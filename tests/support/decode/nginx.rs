//! `ngx_conf_read_token()` in nginx's `src/core/ngx_conf_file.c`: an argument of a directive, bare or
//! in quotes. Variables are expanded later, by the directive. An argument may have 4,096 bytes; a longer
//! one isn't started with.

use super::scan::Scan;

pub fn decode(source: &str) -> Result<String, String> {
    let quote = source.chars().next().filter(|one| "\"'".contains(*one));
    let mut scan = match quote {
        Some(quote) => Scan::inside(source, quote)?,
        None => Scan::new(source),
    };
    if source.is_empty() {
        return Err("no argument at all".into());
    }
    let mut value = String::new();
    while let Some(one) = scan.next() {
        value.push(match one {
            '\\' => escape(&mut scan)?,
            '$' => return Err("a variable begins".into()),
            one if Some(one) == quote => return Err("the argument ends early".into()),
            one if quote.is_none() && " \t\r\n;{#".contains(one) => {
                return Err(format!("{one:?} means something outside of quotes"));
            }
            one => one,
        });
    }
    Ok(value)
}

/// Other characters keep their backslash, which nobody should rely on.
fn escape(scan: &mut Scan) -> Result<char, String> {
    Ok(match scan.escaped()? {
        one @ ('\\' | '"' | '\'') => one,
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        other => return Err(format!("\\{other} stays as it is, backslash and all")),
    })
}
