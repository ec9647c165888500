use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::Path;

use super::leaks::Leaks;
use super::limits::Limits;
use super::upstream::MockUpstream;
use super::wire::Endpoint;
use crate::catalogue::{Body, Request, Response, Status};
use crate::snippet::ResourcePath;
use crate::targets::Deviation;

/// A running example, and the data that it was created from.
#[derive(Clone, Copy, Debug)]
pub struct RunningExample<'a> {
    /// Where it listens: a loopback address.
    pub address: SocketAddr,
    /// The code's entry in the catalogue.
    pub status: &'a Status,
    /// The path of its resource.
    pub path: &'a ResourcePath<'a>,
    /// The message in its response.
    pub message: &'a str,
    /// The shape of its errors.
    pub body: &'a Body,
    /// The server behind it, if it is a gateway.
    pub upstream: &'a MockUpstream,
    /// The folder in which it runs; no response may reveal this path.
    pub workspace: Option<&'a Path>,
    /// What no response may show.
    pub leaks: &'a Leaks,
    /// The process group in which it runs, if it does on this machine.
    pub group: Option<u32>,
    /// What its target says of where it does otherwise than it should.
    pub deviations: &'a [&'a Deviation],
    /// What its target says that comes instead, where it does not work on this server.
    pub not_here: Option<&'a Response>,
    /// Whether a reverse proxy stands in front of it, so that it does not see its clients.
    pub is_behind_proxy: bool,
    /// How long it may take.
    pub limits: Limits,
}

impl RunningExample<'_> {
    /// Where a request finds it.
    pub(super) fn endpoint(&self, request: &Request) -> Endpoint {
        let authority = if request.absolute { self.upstream.address() } else { self.address };
        let path = match &request.path {
            Some(path) => path.clone(),
            None => self.path.at(&request.at),
        };
        Endpoint { authority: authority.to_string(), path, captured: BTreeMap::new() }
    }

    /// What stands in a request's first line.
    pub(super) fn target(&self, request: &Request) -> String {
        let target = self.path.target(request);
        let target = match &request.path {
            Some(path) => {
                path.clone() + target.strip_prefix(&self.path.at(&request.at)).unwrap_or_default()
            }
            None => target,
        };
        if request.absolute {
            format!("http://{}{target}", self.upstream.address())
        } else {
            target
        }
    }
}
