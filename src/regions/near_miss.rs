//! Comments that nearly are markers: their author meant one, and nothing would happen.

use std::ops::Range;

use super::comment::{Comment, Found, WORD, is_marker};
use super::fault::Fault;
use super::kind::Kind;

/// The program's name without its first letter, in the spellings that people write.
const SPELLINGS: [&[u8]; 3] = [b"tatuscraft", b"tatusCraft", b"TATUSCRAFT"];

/// What opens a comment in some kind of document.
const OPENERS: [&str; 8] = ["<!-", "{/*", "{ /*", "//", "/*", "..", "[//]: # (", "[comment]: # ("];

/// What may follow the name in something that was meant as a marker.
const FOLLOWING: [char; 4] = [':', '=', ',', '('];

/// Whether the program's name is there in any spelling.
pub(super) fn is_mentioned(bytes: &[u8]) -> bool {
    SPELLINGS.iter().any(|spelling| memchr::memmem::find(bytes, spelling).is_some())
}

/// The comments of a document that look like markers and are none, with the cure.
pub(super) fn near_misses(text: &str, kind: &Kind, found: &Found) -> Vec<Fault> {
    let mut places: Vec<usize> = SPELLINGS
        .iter()
        .flat_map(|spelling| memchr::memmem::find_iter(text.as_bytes(), spelling))
        .filter_map(|at| at.checked_sub(1))
        .collect();
    places.sort_unstable();
    let mut shown: Vec<_> = found.verbatim.iter().chain(&found.script).collect();
    shown.sort_by_key(|part| part.start);
    let (mut comments, mut verbatim) =
        (found.comments.iter().peekable(), shown.into_iter().peekable());
    let mut faults = Vec::new();
    for place in places {
        let within = |range: &Range<usize>| range.contains(&place);
        while comments.next_if(|it| it.range.end <= place).is_some() {}
        while verbatim.next_if(|it| it.end <= place).is_some() {}
        let is_read = comments.peek().is_some_and(|Comment { range, .. }| within(range));
        if is_read || verbatim.peek().is_some_and(|it| within(it)) {
            continue;
        }
        faults.extend(opener(text, place, kind).map(|start| near_miss(start, kind)));
    }
    faults
}

/// Where the comment begins whose first word is the program's name, if it isn't a proper marker that
/// the document shows as text.
fn opener(text: &str, place: usize, kind: &Kind) -> Option<usize> {
    let rest = text.get(place..)?;
    let name = rest.get(..WORD.len()).filter(|name| name.eq_ignore_ascii_case(WORD))?;
    let after = rest.get(name.len()..)?;
    if !after.chars().next().is_none_or(|one| one.is_whitespace() || FOLLOWING.contains(&one)) {
        return None;
    }
    let start = text.get(..place)?.rfind('\n').map_or(0, |end| end + 1);
    let before = text.get(start..place)?.trim_end();
    let before = before.strip_suffix('/').filter(|it| !it.ends_with('/')).unwrap_or(before);
    // Any number of hyphens, and of asterisks: `<!---`, `{/**`.
    let before = before.trim_end().trim_end_matches('-').trim_end_matches('!');
    let own = match kind {
        Kind::Other(syntax) => Some(syntax.open.as_str()),
        _ => None,
    };
    let dashed = before.strip_suffix('<').map(|outer| ("<!-", outer.len()));
    let (opened, at) = match dashed {
        Some(it) => it,
        None => own.into_iter().chain(OPENERS).find_map(|opener| {
            let outer = before.trim_end_matches('*');
            let opener = opener.trim_end_matches('*');
            outer.strip_suffix(opener).map(|outer| (opener, outer.len()))
        })?,
    };
    let exact = name == WORD && is_marker(rest) && is_own(kind, text.get(start + at..place)?);
    (!exact && is_likely(kind, opened)).then_some(start + at)
}

/// Whether a comment that opens so is written as the kind's markers are.
fn is_own(kind: &Kind, opened: &str) -> bool {
    // Two dots of reStructuredText only mean something before a space.
    if *kind == Kind::Rst && !opened.contains([' ', '\t']) {
        return false;
    }
    let opened = opened.trim_end();
    let opened = opened.strip_suffix('/').filter(|it| !it.ends_with('/')).unwrap_or(opened);
    opened.trim_end() == kind.comment().0
}

/// Lines that begin with two slashes or two dots are prose or code in many kinds of documents.
fn is_likely(kind: &Kind, opened: &str) -> bool {
    match opened {
        "//" | "/" => *kind == Kind::Asciidoc,
        ".." => *kind == Kind::Rst,
        _ => true,
    }
}

fn near_miss(start: usize, kind: &Kind) -> Fault {
    let (open, close) = kind.comment();
    let close = if close.is_empty() { String::new() } else { format!(" {close}") };
    Fault::new(
        start,
        "this looks like a marker but isn't one",
        format!(
            "markers are `{open} {WORD} 404{close}` and `{open} /{WORD}{close}` here, with nothing between the name and the words but a space"
        ),
    )
}
