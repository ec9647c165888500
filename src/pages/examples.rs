use std::sync::Arc;

use crate::catalogue::Status;
use crate::error::Result;
use crate::output::Page;
use crate::snippet::{Form, Generator, Options};
use crate::targets::Target;

/// The handlers of servers and the programs of clients.
pub(super) struct Examples<'a> {
    pub(super) servers: Page<'a>,
    pub(super) clients: Page<'a>,
}

impl<'a> Examples<'a> {
    /// The examples of the named targets, or of all targets if none is named.
    pub(super) fn new(
        generator: &'a Generator,
        status: &'a Status,
        names: &[String],
    ) -> Result<Self> {
        let targets: Vec<Arc<Target>> = match names {
            [] => generator.targets()?,
            names => generator.distinct_targets(names)?,
        };
        let (clients, servers): (Vec<_>, Vec<_>) =
            targets.into_iter().partition(|target| target.is_client());
        let handlers = Options { form: Form::Handler, ..Options::default() };
        Ok(Self {
            clients: against(generator, status, &servers, clients)?,
            servers: Page::new(generator, status, &servers, &handlers)?,
        })
    }
}

/// Clients connect to the first server that has an example, so its port is in their addresses.
fn against<'a>(
    generator: &'a Generator,
    status: &'a Status,
    servers: &[Arc<Target>],
    clients: Vec<Arc<Target>>,
) -> Result<Page<'a>> {
    let offers = |server: &&Arc<Target>| !server.unsupported.contains_key(&status.code);
    let server = servers.iter().find(offers).or(servers.first()).cloned();
    let targets: Vec<_> = server.into_iter().chain(clients).collect();
    let mut page = Page::new(generator, status, &targets, &Options::default())?;
    page.pieces.retain(|piece| piece.target.is_client());
    // It stands above the servers already.
    page.scenario = None;
    Ok(page)
}
