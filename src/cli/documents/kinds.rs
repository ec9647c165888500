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
