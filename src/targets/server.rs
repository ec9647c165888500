//! The servers on which a target's examples are proven.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::verification::{Requirement, Verification};
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

fn yes() -> bool {
    true
}

impl Verification {
    /// The server that the stated command starts, if the target names its servers.
    pub fn default_server(&self) -> Option<&ServerSetup> {
        self.servers.first()
    }

    /// How examples are proven on the server of that name, or on the first one. Nothing, if there is
    /// no such server.
    pub fn on(&self, id: Option<&str>) -> Option<Self> {
        let Some(id) = id.or_else(|| self.default_server().map(|it| it.id.as_str())) else {
            return Some(self.clone());
        };
        let server = self.servers.iter().find(|it| it.id == id)?;
        let mut own = match &server.behind {
            Some(backend) => {
                let behind =
                    self.servers.iter().find(|it| it.id == *backend && it.behind.is_none());
                let mut own = self.with(behind?);
                own.front = Some(Box::new(server.alone()));
                own
            }
            None => self.with(server),
        };
        own.is_other = self.default_server().is_some_and(|first| first.id != id);
        own.server = Some(server.clone());
        own.not_here.retain(|it| it.server == id);
        own.servers.clear();
        Some(own)
    }

    /// The same with what a server needs besides.
    fn with(&self, server: &ServerSetup) -> Self {
        let mut own = self.clone();
        own.root |= server.root;
        own.requires.extend(server.requires.iter().cloned());
        own.setup.extend(server.setup.iter().cloned());
        own.path = server.path.iter().chain(&self.path).cloned().collect();
        own.env.extend(server.env.clone());
        own.files.extend(server.files.clone());
        own.starts_itself = server.start.is_some();
        own.start = server.start.clone().or_else(|| own.start.take());
        own.compile = server.compile.clone().or_else(|| own.compile.take());
        own
    }
}

impl ServerSetup {
    /// What it needs for itself, without a program of the target.
    fn alone(&self) -> Verification {
        Verification {
            root: self.root,
            requires: self.requires.clone(),
            path: self.path.clone(),
            env: self.env.clone(),
            files: self.files.clone(),
            start: self.start.clone(),
            ..Verification::default()
        }
    }
}
