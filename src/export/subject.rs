use std::fmt;

/// What is exported of the selected codes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "cli", derive(clap::ValueEnum))]
pub enum Subject {
    /// The example in each target
    #[default]
    Examples,
    /// What each code means and how to fix it, with its examples
    Explanations,
    /// Each pair of codes that has a written comparison
    Comparisons,
    /// The facts of each code, such as its phrases, class and constants
    Codes,
    /// The recorded exchange of each example
    Transcripts,
}

impl Subject {
    /// Whether it depends on the targets.
    pub(super) fn has_targets(self) -> bool {
        matches!(self, Self::Examples | Self::Explanations | Self::Transcripts)
    }

    /// Whether every format can print it, and not only JSON.
    pub fn is_text(self) -> bool {
        matches!(self, Self::Examples | Self::Explanations | Self::Comparisons)
    }

    /// Whether it has files of its own, such as programs.
    pub fn has_files(self) -> bool {
        matches!(self, Self::Examples | Self::Transcripts)
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Examples => "examples",
            Self::Explanations => "explanations",
            Self::Comparisons => "comparisons",
            Self::Codes => "codes",
            Self::Transcripts => "transcripts",
        })
    }
}
