//! The servers on which a target's examples are proven.

use std::collections::BTreeMap;

use serde::Deserialize;

#[cfg(all(feature = "verify", unix))]
use super::places::{Absence, Place};
use super::requirement::Requirement;
use crate::catalogue::{Code, Response};

/// A server that runs a target's programs, or stands in front of one that does.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServerSetup {
    /// The name by which users select it.
    pub id: String,
    /// The name that readers know.
    pub title: String,
    /// Whether it is meant for development only.
    #[serde(default)]
    pub development: bool,
    /// Whether it needs the root of a newer Debian suite.
    #[serde(default)]
    pub root: bool,
    /// Further programs that must be installed on the machine.
    #[serde(default)]
    pub requires: Vec<Requirement>,
    /// Further commands of the set-up.
    #[serde(default)]
    pub setup: Vec<Vec<String>>,
    /// Folders that precede those of the target in the search path of programs.
    #[serde(default)]
    pub path: Vec<String>,
    /// Environment variables besides those of the target.
    #[serde(default)]
    pub env: BTreeMap<String, String>,
    /// Files to write into the workspace, placeholders filled in: name to source.
    #[serde(default)]
    pub files: BTreeMap<String, String>,
    /// The command that starts it, if it is not the target's.
    pub start: Option<Vec<String>>,
    /// The command that compiles many workspaces together, if it is not the target's.
    pub compile: Option<Vec<String>>,
    /// The server that runs behind this one, which is a reverse proxy then.
    pub behind: Option<String>,
}

/// Codes whose examples don't work on a server.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NotHere {
    /// The codes.
    pub codes: Vec<Code>,
    /// The server.
    pub server: String,
    /// What happens there, in one sentence.
    pub what: String,
    /// What to use instead.
    #[serde(default)]
    pub instead: String,
    /// What the first request gets that is not answered as it must be; anything, if it is left out.
    pub gets: Option<Response>,
    /// Whether the program starts there at all.
    #[serde(default = "yes")]
    pub starts: bool,
}

#[cfg(all(feature = "verify", unix))]
impl Absence {
    /// What a target says of a server.
    pub(crate) fn new(server: &ServerSetup, not_here: &NotHere) -> Self {
        let ServerSetup { id, title, development, .. } = server;
        let place = Place { id: id.clone(), title: title.clone(), development: *development };
        Self::at(place, &not_here.what, &not_here.instead)
    }
}

fn yes() -> bool {
    true
}
