//! The tables of embedded files.

use std::fmt::Write as _;
use std::ops::Range;
use std::path::Path;
use std::{fs, io};

use super::documents::documents;

/// Texts or bytes, one after the other.
#[derive(Default)]
struct Joined(Vec<u8>);

impl Joined {
    /// Appends bytes, and returns where they are.
    fn add(&mut self, bytes: &[u8]) -> Range<usize> {
        let start = self.0.len();
        self.0.extend_from_slice(bytes);
        start..self.0.len()
    }
}

/// Writes the tables `FILES` and `WHOLE`, and what their entries point into: the names, texts and
/// parsed documents of text files; the names and bytes of files that are embedded as they are. Without
/// `yaml`, the texts of YAML files are empty: their documents are all that is read.
pub(super) fn write(
    root: &Path,
    out: &Path,
    text: &[String],
    whole: &[String],
    yaml: bool,
) -> io::Result<()> {
    let [mut names, mut texts, mut parsed, mut bytes] = [const { Joined(Vec::new()) }; 4];
    let mut files = String::new();
    for name in text {
        let mut text = fs::read_to_string(root.join(name)).map_err(|error| fault(name, &error))?;
        let is_yaml = Path::new(name).extension().is_some_and(|ending| ending == "yaml");
        let read = is_yaml.then(|| documents(&text).map_err(|error| fault(name, &error)));
        let documents = read.transpose()?.unwrap_or_default();
        if is_yaml && !yaml {
            text.clear();
        }
        let (text, documents) = (texts.add(text.as_bytes()), parsed.add(&documents));
        entry(&mut files, &[names.add(name.as_bytes()), text, documents]);
    }
    let mut others = String::new();
    for name in whole {
        let content = bytes.add(&fs::read(root.join(name))?);
        entry(&mut others, &[names.add(name.as_bytes()), content]);
    }
    for (file, joined) in [("names", names), ("texts", texts), ("parsed", parsed), ("bytes", bytes)]
    {
        fs::write(out.join(file), joined.0)?;
    }
    let (count, other_count) = (text.len(), whole.len());
    let tables = format!(
        "#[allow(clippy::unreadable_literal)]\n\
         static FILES: [[Place; 3]; {count}] = [{files}];\n\
         #[allow(clippy::unreadable_literal)]\n\
         static WHOLE: [[Place; 2]; {other_count}] = [{others}];\n"
    );
    fs::write(out.join("embedded.rs"), tables)
}

fn entry(table: &mut String, places: &[Range<usize>]) {
    let places: Vec<_> = places.iter().map(|it| format!("({}, {})", it.start, it.end)).collect();
    // Writing to a string can't fail.
    let _ = writeln!(table, "[{}],", places.join(", "));
}

fn fault(name: &str, error: &dyn std::fmt::Display) -> io::Error {
    io::Error::other(format!("{name}: {error}"))
}
