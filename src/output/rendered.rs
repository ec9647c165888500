use std::fmt;

/// What a format made of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rendered {
    /// Lines that the document must have once before the body, however many bodies it holds: the
    /// `import` lines of components, which MDX refuses to see twice.
    pub imports: &'static [&'static str],
    /// The text, which ends with one line break.
    pub body: String,
}

impl Rendered {
    /// A text that stands for itself.
    pub(super) fn plain(body: String) -> Self {
        Self { imports: &[], body }
    }
}

/// The whole, for a document that holds nothing else: imports, an empty line, the body.
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
