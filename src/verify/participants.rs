//! The participants of a run: servers, and clients that are run against them.

use std::sync::Arc;

use super::run::Case;
use crate::catalogue::Status;
use crate::error::Result;
use crate::snippet::{Generator, Options};
use crate::targets::Target;

/// Servers and clients, by name.
pub(super) struct Participants {
    /// The servers that are proven, or that clients are run against.
    pub(super) servers: Vec<Arc<Target>>,
    clients: Vec<Arc<Target>>,
    /// Whether the servers are only needed for the clients.
    only_clients: bool,
}

/// The status of a program, its options, and the name of its hostile input.
type Program<'a> = (&'a Status, Options, Option<String>);

impl Participants {
    /// The targets of these names, or all.
    pub(super) fn new(generator: &Generator, names: &[String]) -> Result<Self> {
        let all = generator.target_ids()?;
        let ids = if names.is_empty() { all.as_slice() } else { names };
        let find = |id: &String| generator.verifiable_target(id);
        let mut targets = ids.iter().map(find).collect::<Result<Vec<_>>>()?;
        targets.sort_by(|one, other| one.id().cmp(other.id()));
        targets.dedup_by(|one, other| one.id() == other.id());
        let (clients, mut servers): (Vec<_>, Vec<_>) =
            targets.into_iter().partition(|target| target.is_client());
        let only_clients = servers.is_empty();
        if only_clients {
            servers = all.iter().map(find).collect::<Result<_>>()?;
            servers.retain(|target| !target.is_client());
        }
        Ok(Self { servers, clients, only_clients })
    }

    /// The requested targets.
    pub(super) fn asked(&self) -> impl Iterator<Item = &Arc<Target>> {
        let servers = if self.only_clients { &[] } else { self.servers.as_slice() };
        servers.iter().chain(&self.clients)
    }

    /// The cases of these programs for each server: its own, and those of each client if the server
    /// is one of `peers`. They are numbered by target, in the order of the report.
    pub(super) fn cases<'a>(
        &self,
        programs: &[Program<'a>],
        peers: &[Arc<Target>],
    ) -> Vec<Vec<Case<'a>>> {
        let mut groups: Vec<Vec<Case<'a>>> = self.servers.iter().map(|_| Vec::new()).collect();
        let mut count = 0..;
        for target in self.asked() {
            let client = target.is_client().then_some(target);
            for (server, group) in self.servers.iter().zip(&mut groups) {
                let takes_part = match client {
                    Some(_) => peers.iter().any(|peer| peer.id() == server.id()),
                    None => server.id() == target.id(),
                };
                if !takes_part {
                    continue;
                }
                // A server that can't produce the code gives a client nothing to show.
                let asked = programs.iter().filter(|(status, ..)| {
                    client.is_none() || !server.unsupported.contains_key(&status.code)
                });
                group.extend(asked.map(|(status, options, input)| Case {
                    index: count.next().unwrap_or_default(),
                    target: Arc::clone(server),
                    client: client.cloned(),
                    status,
                    options: options.clone(),
                    input: input.clone(),
                }));
            }
        }
        groups
    }
}
