use memchr::memmem;

use super::comment::WORD;
use super::fault::Fault;
use super::kind::Kind;
use super::marker_pairs;
use super::near_miss::{is_mentioned, near_misses};
use super::readers::comments;
use super::region::Region;
use crate::error::{Error, ErrorKind};
use crate::origin::Origin;

/// How many warnings of a document are reported.
const WARNINGS: usize = 20;

/// A text and the regions in it.
#[derive(Debug)]
pub struct Document<'a> {
    pub(super) name: &'a str,
    pub(super) text: &'a str,
    pub(super) kind: &'a Kind,
    pub(super) regions: Vec<Region>,
    /// Code, as byte ranges.
    pub(super) verbatim: Vec<std::ops::Range<usize>>,
    warnings: Vec<Error>,
}

/// The result of reading the bytes of a file.
#[derive(Debug)]
pub enum Reading<'a> {
    /// There is no region in it. Near misses of markers are reported with their position.
    Plain(Vec<Error>),
    /// It is not UTF-8, and nothing in it looks like a marker.
    Foreign,
    /// It has regions.
    Document(Document<'a>),
}

impl<'a> Document<'a> {
    /// Finds the regions in a document; `name` is its name in errors.
    ///
    /// Files that don't contain the program's name are not parsed.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Document`] with line and column for each marker that is unclosed, nested,
    /// crossing or not alone on its line, and for a document with markers that isn't UTF-8 or can't
    /// be parsed.
    pub fn read(name: &'a str, bytes: &'a [u8], kind: &'a Kind) -> Result<Reading<'a>, Vec<Error>> {
        let marked = memmem::find(bytes, WORD.as_bytes()).is_some();
        let text = match std::str::from_utf8(bytes) {
            Ok(_) if !marked && !is_mentioned(bytes) => return Ok(Reading::Plain(Vec::new())),
            Ok(text) => text,
            Err(_) if !marked && !marked_utf16(bytes) => return Ok(Reading::Foreign),
            Err(error) => return Err(vec![not_utf8(name, bytes, error.valid_up_to())]),
        };
        let report = |faults: Vec<Fault>| -> Vec<Error> {
            faults.into_iter().map(|fault| fault.error(name, text)).collect()
        };
        let mut found = comments(text, kind).map_err(|fault| report(vec![fault]))?;
        let mut near = near_misses(text, kind, &found);
        near.append(&mut found.inert);
        near.sort_by_key(|fault| fault.offset);
        near.truncate(WARNINGS);
        let regions = match marker_pairs::regions(text, kind, &found.comments) {
            Ok(regions) => regions,
            // What is unclosed may be so because of them.
            Err(faults) => return Err(report(faults.into_iter().chain(near).collect())),
        };
        let warnings = report(near);
        if regions.is_empty() {
            return Ok(Reading::Plain(warnings));
        }
        let verbatim = found.verbatim;
        Ok(Reading::Document(Self { name, text, kind, regions, verbatim, warnings }))
    }

    /// The regions, in the order of the document.
    pub fn regions(&self) -> &[Region] {
        &self.regions
    }

    /// What looks like a marker but isn't one, with its place.
    pub fn warnings(&self) -> &[Error] {
        &self.warnings
    }

    /// Takes the warnings out.
    pub fn into_warnings(self) -> Vec<Error> {
        self.warnings
    }

    /// The text of a region's lines.
    pub(super) fn content(&self, region: &Region) -> &'a str {
        self.text.get(region.content.clone()).unwrap_or_default()
    }
}

/// Whether the program's name occurs in UTF-16.
fn marked_utf16(bytes: &[u8]) -> bool {
    let little: Vec<u8> = WORD.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = WORD.encode_utf16().flat_map(u16::to_be_bytes).collect();
    memmem::find(bytes, &little).is_some() || memmem::find(bytes, &big).is_some()
}

fn not_utf8(name: &str, bytes: &[u8], valid: usize) -> Error {
    let before = bytes.get(..valid).unwrap_or_default();
    let lines: Vec<_> = before.split(|byte| *byte == b'\n').collect();
    let column = lines.last().map_or(0, |line| String::from_utf8_lossy(line).chars().count()) + 1;
    Error::new(ErrorKind::Document, format!("`{WORD}` occurs in a document that is not UTF-8"))
        .at(Origin::file(name).at(lines.len(), column))
        .with_hint("save it as UTF-8")
}
