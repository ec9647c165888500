use serde::Deserialize;

/// A program that must be installed on the machine.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    /// Its name in the search path.
    pub program: String,
    /// The arguments that make it print its version.
    pub version: Vec<String>,
    /// The package that contains it.
    pub package: String,
}
