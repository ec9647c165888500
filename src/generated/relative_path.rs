use std::fmt;
use std::path::{Path, PathBuf};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::reserved_names::{MANIFEST, TEMPORARY};

/// The place of a file in the folder: a relative path with slashes that can't point outside the
/// folder.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema)]
#[serde(try_from = "String")]
#[schemars(inline)]
pub(super) struct RelativePath(String);

impl RelativePath {
    /// The path below the folder `root`.
    pub(super) fn under(&self, root: &Path) -> PathBuf {
        root.join(&self.0)
    }

    /// The folders above it, the outermost first, without `root` itself.
    pub(super) fn folders(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.0.match_indices('/').filter_map(|(end, _)| self.0.get(..end))
    }
}

impl TryFrom<String> for RelativePath {
    type Error = String;

    fn try_from(path: String) -> Result<Self, String> {
        let plain = |part: &str| {
            !part.is_empty()
                && part != "."
                && part != ".."
                && !part.contains(|one: char| one.is_control() || "\\:".contains(one))
        };
        let reserved = path == MANIFEST || path.starts_with(TEMPORARY);
        if path.split('/').all(plain) && !reserved {
            return Ok(Self(path));
        }
        Err(format!("`{}` can't be the path of a generated file", path.escape_debug()))
    }
}

impl fmt::Display for RelativePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_outside_the_folder_and_reserved_names_are_refused() {
        for path in [
            "",
            "/",
            "/etc/passwd",
            "..",
            "../x",
            "a/../b",
            "a/..",
            "./a",
            "a//b",
            "a/",
            "a\\..\\b",
            "C:x",
            "a\nb",
            MANIFEST,
            TEMPORARY,
        ] {
            assert!(RelativePath::try_from(path.to_owned()).is_err(), "{path:?}");
        }
    }

    #[test]
    fn a_path_lists_the_folders_above_it() {
        let folders = |path: &str| -> Vec<String> {
            let place = RelativePath::try_from(path.to_owned());
            place.iter().flat_map(RelativePath::folders).map(str::to_owned).collect()
        };
        assert_eq!(folders("a/b/c.txt"), ["a", "a/b"]);
        assert_eq!(folders("..a"), [""; 0]);
    }
}
