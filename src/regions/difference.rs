use similar::TextDiff;

/// The unified diff of two versions of a document, as `patch -p0` takes it.
pub fn difference(name: &str, old: &str, new: &str) -> String {
    TextDiff::from_lines(old, new).unified_diff().context_radius(3).header(name, name).to_string()
}
