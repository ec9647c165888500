/// Inline code. Text that can't be a literal is written as plain text.
pub(in crate::output) fn literal(code: &str) -> String {
    if code.contains('`') || code.trim() != code {
        return escaped(code);
    }
    format!("``{code}``")
}

/// The text without any markup.
pub(in crate::output) fn escaped(text: &str) -> String {
    // `1.`, `a)` and the like start a list, and most punctuation at the start of a line is markup.
    let first_word = text.split(' ').next().unwrap_or_default();
    let marks = first_word.ends_with(['.', ')'])
        || text.starts_with(|one: char| one.is_ascii_punctuation());
    let mut written = String::with_capacity(text.len());
    for (at, one) in text.char_indices() {
        match one {
            ' ' => written.push(' '),
            _ if one.is_control() => written.push(' '),
            '\\' | '*' | '`' | '|' | '_' | '<' | '>' | '[' | ']' => written.extend(['\\', one]),
            _ if at == 0 && marks => written.extend(['\\', one]),
            _ => written.push(one),
        }
    }
    written
}
