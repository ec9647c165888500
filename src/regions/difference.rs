use std::time::Duration;

use similar::TextDiff;

const LONGEST: Duration = Duration::from_secs(2);

/// The unified diff of two versions of a document, as `patch -p0` takes it.
pub fn difference(name: &str, old: &str, new: &str) -> String {
    // What takes longer becomes a diff that is right and not the shortest one.
    let difference = TextDiff::configure().timeout(LONGEST).diff_lines(old, new);
    difference.unified_diff().context_radius(3).header(name, name).to_string()
}
