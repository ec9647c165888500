use std::collections::BTreeMap;

use serde::Deserialize;

/// How a target's examples are proven: what must be there and how an example is started.
///
/// Commands are argument lists, never a shell's text. `{runtime}` stands for the target's
/// `runtime/` folder, `{cache}` for the folder that the set-up filled, `{workspace}` for the folder
/// that the example is saved in, `{file}` and `{port}` for the example's name and port.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Verification {
    /// The day on which the versions in `runtime/` were chosen.
    pub pinned: Option<String>,
    /// The programs that the machine must have.
    #[serde(default)]
    pub requires: Vec<Requirement>,
    /// Commands that install the pinned runtime into the cache folder, once.
    #[serde(default)]
    pub setup: Vec<Vec<String>>,
    /// Folders that go before the others in the search path of programs.
    #[serde(default)]
    pub path: Vec<String>,
    /// Variables of the environment.
    #[serde(default)]
    pub env: BTreeMap<String, String>,
    /// Symbolic links to make in each workspace: name to place.
    #[serde(default)]
    pub link: BTreeMap<String, String>,
    /// Files to copy into each workspace: name to source.
    #[serde(default)]
    pub copy: BTreeMap<String, String>,
    /// A command that compiles many workspaces at once; their folders are appended.
    pub compile: Option<Vec<String>>,
    /// The command that starts an example, where the stated one takes too long.
    pub start: Option<Vec<String>>,
}

/// A program that the machine must have.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    /// Its name in the search path.
    pub program: String,
    /// The arguments that make it print its version.
    pub version: Vec<String>,
    /// What to install to have it.
    pub package: String,
}
