use std::path::PathBuf;

use crate::error::Result;
use crate::snippet::Generator;

/// Whether an overlay may have changed the built-in examples.
pub(super) fn has_own_examples(generator: &Generator) -> Result<bool> {
    let inside =
        |path: &PathBuf| path.iter().any(|part| part == "data" || part == "snippet-templates");
    Ok(generator.sources()?.iter().any(inside))
}
