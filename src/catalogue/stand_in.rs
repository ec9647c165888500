//! Servers that readers put behind a gateway to try it: `data/upstreams.yaml`.

use serde::Deserialize;

use super::Catalogue;
use super::exchange::Upstream;
use super::prose::Prose;
use crate::assets;
use crate::error::Result;

const FILE: &str = "data/upstreams.yaml";

/// A server that readers put behind a gateway to see its example respond with the code.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StandIn {
    /// How it behaves.
    upstream: Upstream,
    /// A clause about the server, such as `which has to send a JSON object`.
    pub says: Prose,
    /// The command that starts it, with `{host}` and `{port}`; none if there is nothing to start.
    start: Option<String>,
}

impl StandIn {
    /// The command that starts it at `http://HOST:PORT`. None if there is nothing to start, or if
    /// the address is another machine's.
    pub fn start(&self, address: &str) -> Option<String> {
        let authority = address.strip_prefix("http://")?;
        let (host, port) = authority.rsplit_once(':').unwrap_or((authority, "80"));
        let is_here = host == "localhost" || host.starts_with("127.");
        let start = self.start.as_ref().filter(|_| is_here)?;
        Some(start.replace("{host}", host).replace("{port}", port))
    }
}

impl Catalogue {
    /// The server that stands for one of that behaviour.
    pub(crate) fn stand_in(&self, upstream: Upstream) -> Result<Option<StandIn>> {
        Ok(self.stand_ins()?.into_iter().find(|it| it.upstream == upstream))
    }

    pub(super) fn stand_ins(&self) -> Result<Vec<StandIn>> {
        self.assets.read(FILE)?.map_or_else(|| Ok(Vec::new()), |file| assets::parse(&file))
    }
}
