use std::net::SocketAddr;
use std::path::Path;

use super::limits::Limits;
use super::upstream::MockUpstream;
use super::wire::Endpoint;
use crate::catalogue::{Body, Request, Status};
use crate::snippet::ResourcePath;

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
    /// The process group in which it runs, if it does on this machine.
    pub group: Option<u32>,
    /// Its limits.
    pub limits: Limits,
}

impl RunningExample<'_> {
    /// Where a request finds it.
    pub(super) fn endpoint(&self, request: &Request) -> Endpoint {
        Endpoint { authority: self.address.to_string(), path: self.path.at(&request.at) }
    }

    /// What stands in a request's first line.
    pub(super) fn target(&self, request: &Request) -> String {
        self.path.target(request)
    }
}
