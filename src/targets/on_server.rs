//! How a target is proven on one of its servers.

use super::server::ServerSetup;
use super::verification::Verification;

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
                own.front = Some(Box::new(alone(server)));
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

    /// All that makes a difference to running programs, as text.
    #[cfg(all(feature = "verify", unix))]
    pub(crate) fn way_of_running(&self) -> String {
        let Self { root, requires, setup, path, env, link, copy, .. } = self;
        let Self { compile, start, starts_itself, files, front, .. } = self;
        let front = front.as_ref().map(|it| it.way_of_running());
        format!(
            "{root} {requires:?} {setup:?} {path:?} {env:?} {link:?} {copy:?} {compile:?} {start:?} \
             {starts_itself} {files:?} {front:?}"
        )
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

/// What a server needs for itself, without a program of the target.
fn alone(server: &ServerSetup) -> Verification {
    Verification {
        root: server.root,
        requires: server.requires.clone(),
        path: server.path.clone(),
        env: server.env.clone(),
        files: server.files.clone(),
        start: server.start.clone(),
        ..Verification::default()
    }
}
