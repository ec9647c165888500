use std::net::SocketAddr;
use std::path::Path;

use super::limits::Limits;
use super::upstream::MockUpstream;
use crate::catalogue::Status;

/// An example that runs, and what it was made from.
#[derive(Clone, Copy, Debug)]
pub struct RunningExample<'a> {
    /// Where it listens: a loopback address.
    pub address: SocketAddr,
    /// The entry of the catalogue that it is an example for.
    pub status: &'a Status,
    /// The path of its resource, percent-encoded.
    pub path: &'a str,
    /// The text that its response carries.
    pub message: &'a str,
    /// The server behind it, if it is a gateway.
    pub upstream: &'a MockUpstream,
    /// The folder in which it runs: a path that no response may show.
    pub workspace: Option<&'a Path>,
    /// How long it may take.
    pub limits: Limits,
}
