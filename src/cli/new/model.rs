use std::collections::BTreeMap;

use crate::catalogue::Code;
use crate::targets::Target;

/// What the files of a new target are made of.
pub(super) struct Model<'a> {
    pub(super) target: &'a Target,
    /// The codes that the new target covers; all of them if it is a client.
    pub(super) codes: &'a [Code],
    /// The texts of its templates.
    pub(super) templates: &'a BTreeMap<String, String>,
    /// The programs that they print.
    pub(super) programs: &'a [String],
}
