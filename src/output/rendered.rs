use std::fmt;

/// The output of a format.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rendered {
    /// Lines that the document must have once before the body, however many bodies it holds: the
    /// `import` lines of components. MDX rejects repeated ones.
    pub imports: &'static [&'static str],
    /// The text, which ends with one line break.
    pub body: String,
}

impl Rendered {
    /// A text without imports.
    pub(super) fn plain(body: String) -> Self {
        Self { imports: &[], body }
    }
}

/// The complete text of a document that holds nothing else: imports, an empty line, the body.
impl fmt::Display for Rendered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for import in self.imports {
            writeln!(f, "{import}")?;
        }
        if !self.imports.is_empty() {
            writeln!(f)?;
        }
        f.write_str(&self.body)
    }
}
