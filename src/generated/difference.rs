use std::fmt;

/// What is not as it should be with one file of the folder.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Difference {
    /// The file, relative to the folder, with slashes.
    pub path: String,
    /// What it is.
    pub kind: DifferenceKind,
}

/// The sort of a [`Difference`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum DifferenceKind {
    /// The file is not there.
    Missing,
    /// The file is as it was generated, which is no longer what it should be.
    Stale,
    /// The file was generated and is no longer wanted.
    Unwanted,
    /// The file was generated and somebody changed it since.
    Edited,
    /// A file that was not generated stands where one should be.
    Foreign,
    /// A folder or a link stands where a file should be, or a file or a link where a folder should.
    Obstructed,
    /// The files are right, and the manifest does not tell so.
    Unlisted,
}

impl DifferenceKind {
    /// Whether writing would destroy what somebody else has made.
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
