//! The participants of a run: servers, and clients that are run against them.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::run::Case;
use super::stated_servers::check_stated_servers;
use crate::catalogue::Status;
use crate::error::{Error, ErrorKind, Result};
use crate::snippet::{Generator, Options};
use crate::suggest::did_you_mean;
use crate::targets::Target;

/// Servers and clients, by name.
pub(super) struct Participants {
    /// The servers that are proven, or that clients are run against.
    pub(super) servers: Vec<Arc<Target>>,
    /// The same, each once, whatever servers its programs run on.
    pub(super) targets: Vec<Arc<Target>>,
    clients: Vec<Arc<Target>>,
    /// Whether the servers are only needed for the clients.
    only_clients: bool,
    /// Whether each program runs on the servers that were asked for, not on its usual one.
    on_named_servers: bool,
}

/// The status of a program, its options, and the name of its hostile input.
type Program<'a> = (&'a Status, Options, Option<String>);

impl Participants {
    /// The targets of these names, or all.
    pub(super) fn new(
        generator: &Generator,
        names: &[String],
        server: Option<&str>,
    ) -> Result<Self> {
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
        let targets = servers;
        let statuses = generator.all_statuses()?;
        for target in &targets {
            check_stated_servers(target, &statuses)?;
        }
        let mut servers = Vec::new();
        for target in &targets {
            servers.extend(settings(target, server.filter(|_| !only_clients)));
        }
        if servers.is_empty() && !targets.is_empty() {
            return Err(unknown_server(&targets, server.unwrap_or_default()));
        }
        let on_named_servers = server.is_some();
        Ok(Self { servers, targets, clients, only_clients, on_named_servers })
    }

    /// The requested targets.
    pub(super) fn asked(&self) -> impl Iterator<Item = &Arc<Target>> {
        let servers = if self.only_clients { &[] } else { self.targets.as_slice() };
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
            let peers: Vec<_> = peers.iter().map(|it| it.id()).collect();
            let takes_part =
                |id| if client.is_some() { peers.contains(&id) } else { id == target.id() };
            for id in self.targets.iter().map(|it| it.id()).filter(|id| takes_part(id)) {
                for (at, (status, options, input)) in self.order(id, client, programs) {
                    let (Some(server), Some(group)) = (self.servers.get(at), groups.get_mut(at))
                    else {
                        continue;
                    };
                    group.push(Case {
                        index: count.next().unwrap_or_default(),
                        target: Arc::clone(server),
                        client: client.cloned(),
                        status,
                        options: options.clone(),
                        input: input.clone(),
                    });
                }
            }
        }
        groups
    }

    /// The programs of one target, each with the position of the server on which it runs: the usual
    /// one of the code, or each that was asked for.
    fn order<'p, 'a>(
        &self,
        id: &str,
        client: Option<&Arc<Target>>,
        programs: &'p [Program<'a>],
    ) -> Vec<(usize, &'p Program<'a>)> {
        let own: Vec<_> = self.servers.iter().enumerate().filter(|(_, it)| it.id() == id).collect();
        if self.on_named_servers && client.is_none() {
            let on = |(at, _): &(usize, &Arc<Target>)| *at;
            return own
                .iter()
                .flat_map(|it| programs.iter().map(move |one| (on(it), one)))
                .collect();
        }
        let mut order = Vec::new();
        for program in programs {
            let code = program.0.code;
            // A server that can't produce the code gives a client nothing to show.
            let usual = own.iter().filter(|(_, server)| {
                let is_asked = client.is_none() || !server.unsupported.contains_key(&code);
                is_asked && server.is_on_default_server(code)
            });
            order.extend(usual.map(|(at, _)| (*at, program)));
        }
        order
    }
}

/// All servers of a target, or the one of that name: the target with how it is proven there.
fn settings(target: &Arc<Target>, server: Option<&str>) -> Vec<Arc<Target>> {
    let Some(verification) = &target.verify else { return vec![Arc::clone(target)] };
    let ids: Vec<Option<&str>> = match server {
        Some(ALL) if !verification.servers.is_empty() => {
            verification.servers.iter().map(|it| Some(it.id.as_str())).collect()
        }
        None | Some(ALL) => {
            let first = verification.default_server().map(|it| it.id.as_str());
            let named = target.codes.values().filter_map(|it| it.server.as_deref());
            let others: BTreeSet<_> = named.filter(|id| Some(*id) != first).collect();
            std::iter::once(None).chain(others.into_iter().map(Some)).collect()
        }
        Some(id) if verification.servers.iter().any(|it| it.id == id) => vec![Some(id)],
        Some(_) => Vec::new(),
    };
    let on = |verify| {
        let mut own = Target::clone(target);
        own.verify = Some(verify);
        Arc::new(own)
    };
    ids.into_iter().filter_map(|id| verification.on(id)).map(on).collect()
}

/// What stands for all servers.
const ALL: &str = "all";

fn unknown_server(targets: &[Arc<Target>], id: &str) -> Error {
    let known: BTreeSet<&str> = targets
        .iter()
        .filter_map(|target| target.verify.as_ref())
        .flat_map(|it| it.servers.iter().map(|server| server.id.as_str()))
        .collect();
    let known: Vec<_> = known.into_iter().collect();
    let hint = did_you_mean(id, known.iter().copied());
    Error::new(ErrorKind::Option, format!("no server `{}`", id.escape_debug())).about(id).with_hint(
        hint.unwrap_or_else(|| format!("the servers are {}, and `all`", known.join(", "))),
    )
}
