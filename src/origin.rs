use std::fmt;

/// A file, and the place in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    file: String,
    place: Option<(usize, usize)>,
}

impl Origin {
    /// A whole file, by the name that its user knows: the path in an overlay, or the name inside
    /// the binary, such as `data/statuses/404.yaml`.
    pub fn file(file: impl Into<String>) -> Self {
        Self { file: file.into(), place: None }
    }

    /// A line and a column of that file, both counted from 1.
    #[must_use]
    pub fn at(self, line: usize, column: usize) -> Self {
        Self { place: Some((line, column)), ..self }
    }

    /// The file's name.
    pub fn name(&self) -> &str {
        &self.file
    }

    /// The line, counted from 1, if it is known.
    pub fn line(&self) -> Option<usize> {
        self.place.map(|(line, _)| line)
    }

    /// The column, counted from 1, if it is known.
    pub fn column(&self) -> Option<usize> {
        self.place.map(|(_, column)| column)
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.place {
            Some((line, column)) => write!(f, "{}:{line}:{column}", self.file),
            None => f.write_str(&self.file),
        }
    }
}
