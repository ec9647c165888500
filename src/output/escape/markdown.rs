use crate::output::entity;
use crate::output::fence::longest_run;

/// The text without any markup in CommonMark, Python-Markdown and MDX.
pub(in crate::output) fn escaped(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(one) = rest.next() {
        let starts_line = written.is_empty();
        match one {
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' => written.extend(['\\', one]),
            // Not all of them understand a backslash before these.
            '<' | '>' | '&' | '~' | '|' | '#' | '$' | '^' | '=' => {
                written.push_str(&entity::reference(one));
            }
            // `:name` is a directive or an emoji for some of them, `::: name` a container.
            ':' if rest.peek().is_some_and(|next| !next.is_whitespace() && *next != '/') => {
                written.push_str(&entity::reference(one));
            }
            '+' | '-' | ':' | '!' if starts_line => written.push_str(&entity::reference(one)),
            // `1.` and `1)` begin a list.
            '.' | ')' if !starts_line && written.bytes().all(|byte| byte.is_ascii_digit()) => {
                written.push_str(&entity::reference(one));
            }
            _ if one.is_control() => written.push(' '),
            _ => written.push(one),
        }
    }
    written
}

/// Code inside a line.
pub(in crate::output) fn code_span(code: &str) -> String {
    let fence = "`".repeat(longest_run(code, '`') + 1);
    let padding = if code.starts_with(['`', ' ']) || code.ends_with(['`', ' ']) { " " } else { "" };
    format!("{fence}{padding}{code}{padding}{fence}")
}
