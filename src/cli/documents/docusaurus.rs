//! Docusaurus, which reads `.md` as MDX unless its configuration says otherwise.

use std::path::{Path, PathBuf};

use memchr::memmem;

use crate::error::{Error, ErrorKind};
use crate::origin::Origin;
use crate::regions::{Kind, Region};
use crate::regular_file;

/// The kind of a document: in Docusaurus a file that ends in `.md` has the markers of MDX if it uses them.
pub(super) fn refined(kind: &Kind, name: &str, bytes: &[u8]) -> Kind {
    let mdx = *kind == Kind::Markdown && has_expression(bytes) && configuration(name).is_some();
    if mdx { Kind::Mdx } else { kind.clone() }
}

/// The warning that Docusaurus, as it is configured, does not accept the document's markers.
pub(super) fn warning(kind: &Kind, name: &str, bytes: &[u8], regions: &[Region]) -> Option<Error> {
    let region = regions.first().filter(|_| *kind == Kind::Markdown && !is_common_mark(bytes))?;
    let configuration = regular_file::read(&configuration(name)?).ok()?;
    if !refuses_comments(&configuration) {
        return None;
    }
    let message = "Docusaurus reads this file as MDX, in which `<!--` is an error";
    let error = Error::new(ErrorKind::Document, message)
        .at(Origin::file(name).at(region.line, region.column));
    Some(error.with_hint("write `{/* statuscraft … */}` and `{/* /statuscraft */}` here"))
}

/// Whether a configuration makes `<!--` an error: comments of HTML are switched off, or all that the next
/// major version switches off is, and `.md` is MDX.
fn refuses_comments(configuration: &[u8]) -> bool {
    let sets = |key, values: &[&str]| sets(configuration, key, values);
    let strict = sets("v4", &["true"]) || sets("mdx1CompatDisabledByDefault", &["true"]);
    let compatibility = memmem::find(configuration, b"mdx1Compat:").and_then(|at| {
        let part = configuration.get(at..)?;
        part.get(..memmem::find(part, b"}")?)
    });
    let off = compatibility.is_some_and(|part| self::sets(part, "comments", &["false"]));
    let on = compatibility.is_some_and(|part| self::sets(part, "comments", &["true"]));
    let common_mark = sets("format", &["'detect'", "\"detect\"", "'md'", "\"md\""]);
    (strict && !on || off) && !common_mark
}

/// Whether a key has one of these values somewhere in JavaScript.
fn sets(script: &[u8], key: &str, values: &[&str]) -> bool {
    memmem::find_iter(script, key.as_bytes()).any(|at| {
        let (before, rest) = script.split_at(at);
        let rest = rest.get(key.len()..).unwrap_or_default().trim_ascii_start();
        let value = rest.strip_prefix(b":").map(<[u8]>::trim_ascii_start);
        let is_word = before.last().is_some_and(|it| it.is_ascii_alphanumeric() || *it == b'_');
        !is_word && value.is_some_and(|it| values.iter().any(|one| it.starts_with(one.as_bytes())))
    })
}

/// Whether the front matter says that a document is no MDX.
fn is_common_mark(bytes: &[u8]) -> bool {
    let front = bytes.strip_prefix(b"---").and_then(|it| it.get(..memmem::find(it, b"\n---")?));
    let lines = front.unwrap_or_default().split(|byte| *byte == b'\n');
    lines.map(<[u8]>::trim_ascii).any(|line| line == b"format: md" || line == b"mdx: {format: md}")
}

/// Whether a marker stands in an expression.
fn has_expression(bytes: &[u8]) -> bool {
    memmem::find_iter(bytes, b"{/*").any(|at| {
        let inside = bytes.get(at + 3..).unwrap_or_default().trim_ascii_start();
        let inside = inside.strip_prefix(b"/").unwrap_or(inside).trim_ascii_start();
        inside.starts_with(b"statuscraft")
    })
}

/// The configuration of Docusaurus in the nearest folder above that has one.
fn configuration(name: &str) -> Option<PathBuf> {
    let file = std::path::absolute(name).unwrap_or_else(|_| Path::new(name).to_owned());
    let endings = ["js", "ts", "mjs", "mts", "cjs", "cts"];
    let names = endings.map(|ending| format!("docusaurus.config.{ending}"));
    let mut files = file.ancestors().skip(1).flat_map(|it| names.iter().map(|name| it.join(name)));
    files.find(|file| file.is_file())
}
