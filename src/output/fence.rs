//! Fenced code blocks of Markdown.

/// The text between fences that are longer than any in it; `info` follows the first one.
pub(super) fn fenced(text: &str, info: &str) -> String {
    let fence = "`".repeat(longest_run(text, '`').max(2) + 1);
    let end = if text.ends_with('\n') { "" } else { "\n" };
    format!("{fence}{}\n{text}{end}{fence}\n", info.replace('`', "").trim_end())
}

/// The longest run of `wanted`.
pub(super) fn longest_run(text: &str, wanted: char) -> usize {
    text.split(|one| one != wanted).map(|run| run.chars().count()).max().unwrap_or(0)
}
