use super::Check;
#[cfg(test)]
use super::test_case::Case;
use crate::verify::grammar::{ContentRange, parameter};
use crate::verify::rule::Rule;
use crate::verify::wire::FinalResponse;

/// Parts of a representation.
pub(super) const CHECKS: &[Check] = &[
    Check::new(
        Rule::must(
            "partial-range",
            "RFC 9110, 15.3.7.1",
            "206 says in Content-Range which part it holds, and it holds as much",
        ),
        |it, _| {
            let answer = it.answered(&[206])?;
            if multipart(answer) {
                return None;
            }
            let Some(value) = answer.head.fields.get("Content-Range") else {
                return Some("206 has no Content-Range".into());
            };
            // The syntax has a rule of its own.
            let range = ContentRange::new(&value).ok()?;
            // A response to HEAD has no content to measure.
            (it.sent.method != "HEAD").then(|| disagrees(range, &value, answer.content.len()))?
        },
    ),
    Check::new(
        Rule::must(
            "multipart-ranges",
            "RFC 9110, 15.3.7.2",
            "each part of multipart/byteranges has Content-Range, and the response has none",
        ),
        |it, _| {
            let answer = it.answered(&[206])?;
            if !multipart(answer) {
                return None;
            }
            if answer.head.fields.has("Content-Range") {
                return Some("the response has Content-Range beside its parts".into());
            }
            (it.sent.method != "HEAD").then(|| parts(answer).err())?
        },
    ),
    Check::new(
        Rule::must(
            "unsatisfied-range",
            "RFC 9110, 14.4",
            "Content-Range in a 416 holds a length and no range",
        ),
        |it, _| {
            let value = it.answered(&[416])?.head.fields.get("Content-Range")?;
            let range = ContentRange::new(&value).ok()?;
            range.positions.map(|_| format!("416 has `Content-Range: {value}`"))
        },
    ),
];

fn multipart(answer: &FinalResponse) -> bool {
    answer.media_type().as_deref() == Some("multipart/byteranges")
}

fn disagrees(range: ContentRange, value: &str, length: usize) -> Option<String> {
    let Some(wanted) = range.length() else {
        return Some(format!("`Content-Range: {value}` names no part"));
    };
    (wanted != length as u64)
        .then(|| format!("`Content-Range: {value}` is {wanted} bytes, the content {length}"))
}

/// Checks the parts (RFC 2046, section 5.1).
fn parts(answer: &FinalResponse) -> Result<(), String> {
    let kind = answer.head.fields.get("Content-Type").unwrap_or_default();
    let boundary = parameter(&kind, "boundary").ok_or("Content-Type names no boundary")?;
    let delimiter = format!("\r\n--{boundary}");
    // Only the ASCII characters matter here, and every byte counts as one.
    let text: String = answer.content.iter().map(|byte| char::from(*byte)).collect();
    let text = format!("\r\n{text}");
    let mut pieces = text.split(delimiter.as_str()).skip(1).peekable();
    let mut count = 0;
    while let Some(piece) = pieces.next() {
        if pieces.peek().is_none() {
            let closed = piece.starts_with("--");
            return if closed && count > 0 {
                Ok(())
            } else {
                Err("the last part has no end".into())
            };
        }
        part(piece)?;
        count += 1;
    }
    Err("there is no part".into())
}

fn part(piece: &str) -> Result<(), String> {
    let (head, content) = piece.split_once("\r\n\r\n").ok_or("a part has no header section")?;
    let value = head
        .lines()
        .filter_map(|line| line.split_once(':'))
        .find(|(name, _)| name.eq_ignore_ascii_case("Content-Range"))
        .map(|(_, value)| value.trim())
        .ok_or("a part has no Content-Range")?;
    let range = ContentRange::new(value)?;
    disagrees(range, value, content.chars().count()).map_or(Ok(()), Err)
}

#[cfg(test)]
const RANGE: &str = "GET / HTTP/1.1\nRange: bytes=0-1,3-3";

#[cfg(test)]
macro_rules! multipart {
    ($range:literal) => {
        concat!(
            "HTTP/1.1 206 -\nContent-Type: multipart/byteranges; boundary=X\n\n--X\nContent-Range: ",
            $range,
            "\n\nab\n--X\nContent-Range: bytes 3-3/4\n\nd\n--X--\n"
        )
    };
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    Case {
        rule: "partial-range",
        request: RANGE,
        kept: "HTTP/1.1 206 -\nContent-Range: bytes 0-1/4\n\nab",
        broken: "HTTP/1.1 206 -\nContent-Range: bytes 0-1/4\n\nabcd",
    },
    Case {
        rule: "partial-range",
        request: RANGE,
        kept: multipart!("bytes 0-1/4"),
        broken: "HTTP/1.1 206 -\n\nab",
    },
    Case {
        rule: "multipart-ranges",
        request: RANGE,
        kept: multipart!("bytes 0-1/4"),
        broken: multipart!("bytes 0-2/4"),
    },
    Case {
        rule: "unsatisfied-range",
        request: RANGE,
        kept: "HTTP/1.1 416 -\nContent-Range: bytes */4\n\n",
        broken: "HTTP/1.1 416 -\nContent-Range: bytes 0-1/4\n\n",
    },
];
