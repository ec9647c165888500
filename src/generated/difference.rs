use std::fmt;

/// A file of the folder that is not up to date.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Difference {
    /// The file, relative to the folder, with slashes.
    pub path: String,
    /// What is wrong with it.
    pub kind: DifferenceKind,
}

/// The kind of a [`Difference`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum DifferenceKind {
    /// The file does not exist.
    Missing,
    /// The file is as it was generated, but its content is out of date.
    Stale,
    /// The file was generated and is no longer needed.
    Unwanted,
    /// The file was generated and has been edited since.
    Edited,
    /// A file that was not generated is in the place of a generated one.
    Foreign,
    /// A folder or a link is in the place of a file, or a file or a link in the place of a folder.
    Obstructed,
    /// The files are right, but the manifest doesn't list them.
    Unlisted,
}

impl DifferenceKind {
    /// Whether writing would destroy something that was not generated.
    pub(super) fn is_conflict(self) -> bool {
        matches!(self, Self::Edited | Self::Foreign | Self::Obstructed)
    }

    fn name(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Stale => "stale",
            Self::Unwanted => "unwanted",
            Self::Edited => "edited",
            Self::Foreign => "foreign",
            Self::Obstructed => "obstructed",
            Self::Unlisted => "unlisted",
        }
    }
}

/// The kind and the path, as in `stale 404.md`.
impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.kind.name(), self.path.escape_debug())
    }
}
