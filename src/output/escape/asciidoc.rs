use crate::output::entity;

/// The text without any markup: characters that could be markup are written as references.
pub(in crate::output) fn escaped(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(one) = rest.chars().next() {
        rest = rest.get(one.len_utf8()..).unwrap_or_default();
        let next = rest.chars().next();
        let alone = next.is_none_or(|next| next == ' ' || next.is_alphanumeric());
        let plain = match one {
            ' ' | ',' | ')' => true,
            '(' => !["C)", "R)", "TM)"].iter().any(|sign| rest.starts_with(sign)),
            '.' | '-' | '/' | ':' => alone && !written.is_empty(),
            one => one.is_alphanumeric() || !one.is_ascii(),
        };
        match one {
            _ if one.is_control() => written.push(' '),
            _ if plain => written.push(one),
            _ => written.push_str(&entity::reference(one)),
        }
    }
    written
}
