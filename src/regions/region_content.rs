//! The lines between two markers: the output of a command, with the author's empty lines around it.

use std::borrow::Cow;

use super::checksum::checksum;
use super::kind::Kind;
use super::line_prefix;
use super::region::Region;

/// A region's lines in a document.
pub(super) struct Content<'a> {
    /// Empty lines after the opening marker.
    before: &'a str,
    /// The output of the command.
    core: &'a str,
    /// Empty lines before the closing marker.
    after: &'a str,
}

impl<'a> Content<'a> {
    pub(super) fn of(text: &'a str, region: &Region) -> Self {
        let blank = |line: &&str| line_prefix::is_blank(line, &region.prefix);
        let lead: usize = text.split_inclusive('\n').take_while(blank).map(str::len).sum();
        let (before, rest) = text.split_at_checked(lead).unwrap_or((text, ""));
        let filled =
            rest.split_inclusive('\n').rev().take_while(blank).map(str::len).sum::<usize>();
        let (core, after) = rest.split_at_checked(rest.len() - filled).unwrap_or((rest, ""));
        if core.is_empty() {
            // If there is nothing between the empty lines, they are kept as the space around the
            // future text.
            return Self { before: "", core, after: "" };
        }
        Self { before, core, after }
    }

    /// Whether nothing stands there but empty lines.
    pub(super) fn is_empty(&self) -> bool {
        self.core.is_empty()
    }

    /// The checksum of the current lines.
    pub(super) fn checksum(&self, region: &Region) -> String {
        let line = |line: &'a str| line_prefix::strip(line, &region.prefix);
        checksum(self.core.lines().map(line))
    }

    /// Whether the lines already hold `body`. Only computed for ordinary regions, where it is fast.
    pub(super) fn holds(&self, body: &str, region: &Region, kind: &Kind) -> bool {
        let room = kind.needs_room() || kind.needs_room_after(body);
        let plain = region.prefix.is_empty() && region.line_end == "\n" && !room;
        plain && !body.is_empty() && self.core == body
    }

    /// The lines with `body` instead of the previous output.
    pub(super) fn with(&self, body: &str, region: &Region, kind: &Kind) -> String {
        let empty = format!("{}{}", region.prefix.trim_end(), region.line_end);
        let room = |lines: &'a str, needed: bool| match lines {
            "" if needed => Cow::Owned(empty.clone()),
            lines => Cow::Borrowed(lines),
        };
        let mut text = String::with_capacity(body.len() + self.before.len() + self.after.len());
        text.push_str(&room(self.before, kind.needs_room()));
        for line in body.lines() {
            if line.is_empty() {
                text.push_str(&empty);
            } else {
                text.push_str(&region.prefix);
                text.push_str(line);
                text.push_str(region.line_end);
            }
        }
        text.push_str(&room(self.after, kind.needs_room() || kind.needs_room_after(body)));
        text
    }
}
