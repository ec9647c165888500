//! Indented parts of a Markdown document.

use std::borrow::Cow;
use std::ops::Range;

/// What opens an admonition or a tab of Python-Markdown. Its content is indented by four spaces.
const OPENERS: [&str; 5] = ["!!! ", "??? ", "???+ ", "=== \"", "=== '"];

/// What stands for them in the text that is parsed: a line that neither is nor continues a paragraph.
/// No opener is shorter.
const BREAK: &str = "___\t";

/// The lines of a part without their indentation, and their positions in the document.
pub(super) struct Indented<'a> {
    pub(super) text: Cow<'a, str>,
    /// For each line, where it starts in this part and in the document.
    starts: Vec<(usize, usize)>,
}

impl<'a> Indented<'a> {
    /// A document from its byte `start` on.
    pub(super) fn whole(text: &'a str, start: usize) -> Self {
        Self { text: Cow::Borrowed(text), starts: vec![(0, start)] }
    }

    /// A part whose lines are indented by `depth`, or like the first one.
    pub(super) fn inside(&self, range: &Range<usize>, depth: Option<usize>) -> Indented<'static> {
        let (first, own) = self.line(range.start);
        let depth = depth.unwrap_or(own).max(1);
        let mut part = Indented { text: Cow::Borrowed(""), starts: Vec::new() };
        let mut position = first;
        let rest = self.text.get(first..range.end.max(first)).unwrap_or_default();
        for line in rest.split_inclusive('\n') {
            let length = line.len() - line.trim_start_matches([' ', '\t', '>']).len();
            let bare = line.get(length.min(depth)..).unwrap_or_default();
            part.starts.push((part.text.len(), self.place(position + length.min(depth))));
            part.text.to_mut().push_str(bare);
            position += line.len();
        }
        part
    }

    /// Where a range of this part is in the document.
    pub(super) fn outside(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.place(range.start);
        start..self.place(range.end).max(start)
    }

    fn place(&self, position: usize) -> usize {
        let line = self.starts.partition_point(|(here, _)| *here <= position);
        let line = self.starts.get(line.saturating_sub(1));
        line.map_or(position, |(here, there)| there + position - here)
    }

    /// Where the line of a position starts, and its indentation.
    fn line(&self, position: usize) -> (usize, usize) {
        let before = self.text.get(..position).unwrap_or_default();
        let start = before.rfind('\n').map_or(0, |end| end + 1);
        let line = self.text.get(start..).unwrap_or_default();
        let bare = line.trim_start_matches([' ', '\t', '>']);
        (start, line.len() - bare.len())
    }
}

/// The same text with breaks, byte for byte as long, where admonitions and tabs are opened: what
/// follows is their content and no part of a paragraph.
pub(super) fn opened(text: &str) -> Cow<'_, str> {
    let bare = |line: &str| line.trim_start_matches([' ', '\t', '>']).len();
    let opens = |line: &&str| {
        let bare = line.get(line.len() - bare(line)..).unwrap_or_default();
        OPENERS.iter().any(|opener| bare.starts_with(opener))
    };
    if !text.lines().any(|line| opens(&line)) {
        return Cow::Borrowed(text);
    }
    let blank = |line: &str| {
        let (kept, rest) = line.split_at_checked(line.len() - bare(line)).unwrap_or((line, ""));
        let end = rest.trim_end_matches(['\r', '\n']).len();
        let (title, end) = rest.split_at_checked(end).unwrap_or((rest, ""));
        let room = " ".repeat(title.len().saturating_sub(BREAK.len()));
        [kept, BREAK, &room, end].concat()
    };
    let lines = text.split_inclusive('\n');
    Cow::Owned(lines.map(|line| if opens(&line) { blank(line) } else { line.to_owned() }).collect())
}

/// The indentation of the content of an admonition or a tab, if the nearest less indented line
/// above a position opens one.
pub(super) fn content_depth(text: &str, position: usize) -> Option<usize> {
    let depth = |line: &str| line.len() - line.trim_start_matches([' ', '\t', '>']).len();
    let before = text.get(..position).unwrap_or_default();
    let (above, own) = before.rsplit_once('\n').unwrap_or(("", before));
    let own = own.len() + depth(text.get(position..).unwrap_or_default());
    let line = above.rsplit('\n').find(|line| !line.trim().is_empty() && depth(line) < own)?;
    let bare = line.trim_start_matches([' ', '\t', '>']);
    bare.starts_with(BREAK).then(|| depth(line) + 4)
}
