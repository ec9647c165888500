//! Pairs of opening and closing markers.

use std::ops::Range;

use super::comment::{Comment, Place, is_closing};
use super::fault::{Fault, place};
use super::kind::Kind;
use super::line_prefix;
use super::marker::Marker;
use super::region::Region;

/// How many faults of a document are reported.
const FAULTS: usize = 50;

/// An opening marker without its closing marker so far.
struct Opened {
    command: String,
    words: Range<usize>,
    start: usize,
    line: Range<usize>,
    prefix: String,
    place: Place,
}

/// The regions between the markers, or all errors in the markers.
pub(super) fn regions(
    text: &str,
    kind: &Kind,
    comments: &[Comment],
) -> Result<Vec<Region>, Vec<Fault>> {
    let newlines: Vec<usize> = memchr::memchr_iter(b'\n', text.as_bytes()).collect();
    let mut regions = Vec::new();
    let mut faults = Vec::new();
    let mut opened: Option<Opened> = None;
    // An opening marker that can't be one has been told, and what closes it is no further fault.
    let mut refused = false;
    for comment in comments {
        let (line, prefix) = match alone(text, kind, comment) {
            Ok(it) => it,
            Err(fault) => {
                faults.push(fault);
                refused = !closes(text, comment) && opened.is_none();
                continue;
            }
        };
        let start = comment.range.start;
        match (Marker::read(text, comment, &prefix), opened.take()) {
            // Only a closing marker can be malformed. It still closes the open region.
            (Err(fault), _) => faults.push(fault),
            (Ok(Marker::Open { command, words }), None) => {
                let place = comment.place;
                opened = Some(Opened { command, words, start, line, prefix, place });
            }
            (Ok(Marker::Open { .. }), Some(outer)) => {
                faults.push(nested(text, start, &outer));
                opened = Some(outer);
            }
            (Ok(Marker::Close { .. }), None) if refused => refused = false,
            (Ok(Marker::Close { .. }), None) => faults.push(Fault::new(
                start,
                "no region is open here",
                "open a region with a comment of `statuscraft` and the words of a command",
            )),
            (Ok(Marker::Close { checksum, place }), Some(open)) => {
                if prefix != open.prefix {
                    faults.push(crossing(text, start, &open));
                    continue;
                }
                let line_of = |offset| newlines.partition_point(|at| *at < offset) + 1;
                let lines = (line_of(open.start), line_of(line.start));
                regions.push(region(text, open, lines, line.start, checksum, place));
            }
        }
    }
    if let Some(open) = opened {
        faults.push(Fault::new(
            open.start,
            "the region is never closed",
            "close it with a comment `/statuscraft`, outside code and at the same indentation",
        ));
    }
    // A reader fixes the first ones first, and each has its lines counted.
    faults.truncate(FAULTS);
    if faults.is_empty() { Ok(regions) } else { Err(faults) }
}

/// Whether a marker is one that closes.
fn closes(text: &str, comment: &Comment) -> bool {
    text.get(comment.text.clone()).is_some_and(is_closing)
}

/// The lines of a marker and the prefix of the lines after it, if the marker is alone.
fn alone(text: &str, kind: &Kind, comment: &Comment) -> Result<(Range<usize>, String), Fault> {
    let head = text.get(..comment.range.start).unwrap_or_default();
    let start = head.rfind('\n').map_or(0, |end| end + 1);
    let tail = text.get(comment.range.end..).unwrap_or_default();
    let rest = tail.find('\n').map_or(tail.len(), |end| end + 1);
    let quotes = matches!(kind, Kind::Markdown | Kind::Mdx);
    let lists = quotes || *kind == Kind::Rst;
    let before = head.get(start..).unwrap_or_default();
    let prefix = line_prefix::continuation(before, quotes)
        .filter(|_| lists || before.trim_matches(['\u{feff}', ' ', '\t']).is_empty())
        .filter(|_| tail.get(..rest).unwrap_or_default().trim().is_empty());
    let misplaced = comment
        .place
        .fault()
        .filter(|_| !closes(text, comment) || comment.place == Place::Paragraph);
    if let (Some(_), Some((message, cure))) = (&prefix, misplaced) {
        return Err(Fault::new(comment.range.start, message, cure));
    }
    match prefix {
        // HTML needs no indentation, and in some elements it would be visible.
        Some(_) if matches!(kind, Kind::Html | Kind::Astro) => {
            Ok((start..comment.range.end + rest, String::new()))
        }
        Some(prefix) => Ok((start..comment.range.end + rest, prefix)),
        None => Err(Fault::new(
            comment.range.start,
            "a marker must be alone on its line",
            "to show a marker as text, put it into code",
        )),
    }
}

fn region(
    text: &str,
    open: Opened,
    (line, end_line): (usize, usize),
    end: usize,
    checksum: Option<String>,
    checksum_place: Range<usize>,
) -> Region {
    let head = text.get(..open.start).unwrap_or_default();
    let head = head.get(head.rfind('\n').map_or(0, |end| end + 1)..).unwrap_or_default();
    let column = head.trim_start_matches('\u{feff}').chars().count() + 1;
    let crlf = text.get(open.line.clone()).is_some_and(|it| it.ends_with("\r\n"));
    Region {
        command: open.command,
        line,
        column,
        end_line,
        words: open.words,
        content: open.line.end..end,
        checksum,
        checksum_place,
        prefix: open.prefix,
        place: open.place,
        line_end: if crlf { "\r\n" } else { "\n" },
    }
}

fn nested(text: &str, start: usize, outer: &Opened) -> Fault {
    let (line, column) = place(text, outer.start);
    Fault::new(
        start,
        format!("the region of {line}:{column} is still open here"),
        "regions can't be nested; close the first one with a comment `/statuscraft`",
    )
}

fn crossing(text: &str, start: usize, open: &Opened) -> Fault {
    let (line, column) = place(text, open.start);
    Fault::new(
        start,
        format!("the region of {line}:{column} is opened at another indentation, list or quote"),
        "put both markers of a region at the same indentation, in the same list or quote",
    )
}
