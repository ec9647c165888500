use std::collections::BTreeMap;

use serde::Deserialize;

use super::requirement::Requirement;
use super::server::{NotHere, ServerSetup};
#[cfg(any(feature = "site", all(feature = "verify", unix)))]
use crate::catalogue::Code;

/// How a target's examples are proven: what must be installed and how an example is started.
///
/// Commands are argument lists without a shell. `{runtime}` is the target's `runtime/` folder,
/// `{shared}` the files that targets share, `{root}` the root of a newer Debian suite, `{cache}` the
/// folder that the set-up filled, `{workspace}` the folder in which the example is saved, `{file}`
/// and `{port}` the example's name and port, `{backend_port}` the port behind a reverse proxy.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Verification {
    /// The day on which the versions in `runtime/` were chosen.
    pub pinned: Option<String>,
    /// Whether the root of a newer Debian suite is needed, which is made before anything else.
    #[serde(default)]
    pub root: bool,
    /// The programs that must be installed on the machine.
    #[serde(default)]
    pub requires: Vec<Requirement>,
    /// Commands that install the pinned runtime into the cache folder, once.
    #[serde(default)]
    pub setup: Vec<Vec<String>>,
    /// Folders that precede the others in the search path of programs.
    #[serde(default)]
    pub path: Vec<String>,
    /// Commands that remove from the cache folder what earlier runs have left there. They are carried
    /// out before programs run, and make no difference to them.
    #[serde(default)]
    pub tidy: Vec<Vec<String>>,
    /// Environment variables.
    #[serde(default)]
    pub env: BTreeMap<String, String>,
    /// Symbolic links to create in each workspace: name to target.
    #[serde(default)]
    pub link: BTreeMap<String, String>,
    /// Files to copy into each workspace: name to source.
    #[serde(default)]
    pub copy: BTreeMap<String, String>,
    /// A command that compiles many workspaces together; their folders are appended.
    pub compile: Option<Vec<String>>,
    /// The command that starts an example, if the usual one is too slow.
    pub start: Option<Vec<String>>,
    /// The servers on which examples are proven; the first one is what the usual command starts.
    #[serde(default)]
    pub servers: Vec<ServerSetup>,
    /// What does not work on a server.
    #[serde(default)]
    pub not_here: Vec<NotHere>,
    /// The server that was chosen.
    #[serde(skip)]
    pub server: Option<ServerSetup>,
    /// Whether that is another one than the first.
    #[serde(skip)]
    pub is_other: bool,
    /// Whether that server has a command of its own.
    #[serde(skip)]
    pub starts_itself: bool,
    /// Files that are written into each workspace: name to source.
    #[serde(skip)]
    pub files: BTreeMap<String, String>,
    /// What a reverse proxy in front of the server needs.
    #[serde(skip)]
    pub front: Option<Box<Verification>>,
}

#[cfg(any(feature = "site", all(feature = "verify", unix)))]
impl Verification {
    /// Why the example of a code doesn't work on the server of that name; nothing, if it does.
    pub(crate) fn not_here_on(&self, server: &str, code: Code) -> Option<&NotHere> {
        self.not_here.iter().find(|it| it.server == server && it.codes.contains(&code))
    }
}
