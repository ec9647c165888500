/// A block of a template as a separate text: without the indentation that its lines share, without
/// empty lines around it, with one line break at the end.
///
/// Literals contain no line breaks, so no string changes.
pub(super) fn dedent(block: &str) -> String {
    let lines: Vec<_> = block.lines().map(str::trim_end).collect();
    let filled = |line: &&str| !line.is_empty();
    let first = lines.iter().position(&filled).unwrap_or(0);
    let last = lines.iter().rposition(&filled).map_or(0, |last| last + 1);
    let body = lines.get(first..last).unwrap_or_default();
    let indentation = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
    let shared =
        body.iter().copied().filter(|line| filled(line)).map(indentation).min().unwrap_or(0);
    let mut text = String::with_capacity(block.len());
    for line in body {
        text.push_str(line.get(shared..).unwrap_or_default());
        text.push('\n');
    }
    text
}
