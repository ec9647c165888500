use std::path::Path;

use crate::error::Result;
use crate::regions::Kind;

/// Which kind of document a file is, by its extension.
#[derive(Clone, Debug, Default)]
pub(super) struct Kinds {
    /// Extensions with a configured kind.
    endings: Vec<(String, Kind)>,
    /// The kind of all files with unknown extensions.
    others: Option<Kind>,
}

impl Kinds {
    /// Reads the values of `--marker`: `ENDING=MARKER`, or a marker alone.
    pub(super) fn new(markers: &[String]) -> Result<Self> {
        let mut kinds = Self::default();
        for marker in markers {
            match marker.split_once('=') {
                Some((ending, marker)) if is_ending(ending) => kinds.add(ending, marker)?,
                _ => kinds.others = Some(Kind::parse(marker)?),
            }
        }
        Ok(kinds)
    }

    /// Sets the kind of an extension, unless it has one already.
    pub(super) fn add(&mut self, ending: &str, marker: &str) -> Result<()> {
        let kind = Kind::parse(marker)?;
        self.endings.push((ending.trim_start_matches('.').to_lowercase(), kind));
        Ok(())
    }

    /// The kind of a file, if it is a document.
    pub(super) fn of(&self, path: &Path) -> Option<Kind> {
        if self.endings.is_empty() {
            return Kind::of(path).or_else(|| self.others.clone());
        }
        let ending = path.extension().and_then(|it| it.to_str()).unwrap_or_default();
        self.endings
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(ending))
            .map(|(_, kind)| kind.clone())
            .or_else(|| Kind::of(path))
            .or_else(|| self.others.clone())
    }
}

fn is_ending(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|one| one.is_alphanumeric() || one == '.')
}

/// The kind of a document in Docusaurus, which reads `.md` as MDX: so it is where markers are those of MDX.
pub(super) fn refined(kind: &Kind, name: &str, bytes: &[u8]) -> Kind {
    let mdx = *kind == Kind::Markdown && has_expression(bytes) && is_docusaurus(Path::new(name));
    if mdx { Kind::Mdx } else { kind.clone() }
}

/// Whether a marker stands in an expression.
fn has_expression(bytes: &[u8]) -> bool {
    memchr::memmem::find_iter(bytes, b"{/*").any(|at| {
        let inside = bytes.get(at + 3..).unwrap_or_default().trim_ascii_start();
        let inside = inside.strip_prefix(b"/").unwrap_or(inside).trim_ascii_start();
        inside.starts_with(b"statuscraft")
    })
}

/// Whether the configuration of Docusaurus is in a folder above.
fn is_docusaurus(file: &Path) -> bool {
    let file = std::path::absolute(file).unwrap_or_else(|_| file.to_owned());
    let endings = ["js", "ts", "mjs", "mts", "cjs", "cts"];
    let names = endings.map(|ending| format!("docusaurus.config.{ending}"));
    file.ancestors().skip(1).any(|folder| names.iter().any(|name| folder.join(name).is_file()))
}
