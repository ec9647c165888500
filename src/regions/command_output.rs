use super::astro;
use super::checksum::checksum;
use super::kind::Kind;

/// The output of a command, ready to be inserted into documents.
#[derive(Clone, Debug)]
pub struct Printed {
    /// Lines that the document must have once before the text.
    pub(super) imports: Vec<String>,
    /// The text without empty lines around it, each line with its end.
    pub(super) body: String,
    /// The body's checksum.
    pub(super) checksum: String,
}

impl Printed {
    /// A text, and the `import` lines that a document must have once however many such texts it
    /// holds. Empty lines at the start and end of the text are dropped.
    pub fn new(imports: &[&str], text: &str) -> Self {
        let lines: Vec<&str> = text.lines().collect();
        let filled = |line: &&str| !line.trim().is_empty();
        let first = lines.iter().position(filled).unwrap_or(0);
        let last = lines.iter().rposition(filled).map_or(0, |last| last + 1);
        let kept = lines.get(first..last).unwrap_or_default();
        let checksum = checksum(kept.iter().copied());
        let mut body = kept.join("\n");
        if !body.is_empty() {
            body.push('\n');
        }
        let imports = imports.iter().map(|&line| line.to_owned()).collect();
        Self { imports, body, checksum }
    }

    /// The same for a document of that kind, if HTML has to be written in another way there.
    pub fn for_kind(&self, kind: &Kind) -> Option<Self> {
        let is_astro = *kind == Kind::Astro;
        is_astro.then(|| Self::new(&[], &astro::without_expressions(&self.body)))
    }

    /// The same with import lines before the text.
    pub(super) fn with_imports(&self, imports: &[&str]) -> Self {
        Self::new(&[], &format!("{}\n\n{}", imports.join("\n"), self.body))
    }
}
