//! A running example.

use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

use super::group::{Group, Launch, Launcher, PAUSE};

/// How long a program may take to listen.
const START: Duration = Duration::from_mins(2);
const CONNECT: Duration = Duration::from_secs(1);
/// Another address of this machine, which a program that listens only on 127.0.0.1 doesn't use.
const NEIGHBOUR: Ipv4Addr = Ipv4Addr::new(127, 0, 0, 2);

/// A program that listens.
pub(in crate::verify) struct Server<'a> {
    group: Group<'a>,
    /// Its address.
    pub(in crate::verify) address: SocketAddr,
}

impl<'a> Server<'a> {
    /// Starts a program and waits until it listens, or returns why it doesn't.
    pub(in crate::verify) fn start(
        launcher: &'a Launcher,
        launch: &Launch<'_>,
        port: u16,
    ) -> io::Result<Result<Self, String>> {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        let mut group = launcher.start(launch)?;
        let end = Instant::now() + START;
        loop {
            if let Some(status) = group.ended()? {
                return Ok(Err(format!("it ended before it listened on {address}: {status}")));
            }
            if TcpStream::connect_timeout(&address, CONNECT).is_ok() {
                return Ok(Ok(Self { group, address }));
            }
            if Instant::now() >= end {
                let seconds = START.as_secs();
                return Ok(Err(format!("it did not listen on {address} within {seconds} seconds")));
            }
            thread::sleep(PAUSE);
        }
    }

    /// How it ended, if it ends within that time.
    pub(in crate::verify) fn ended(&mut self, limit: Duration) -> io::Result<Option<String>> {
        Ok(self.group.wait(limit)?.map(|status| status.to_string()))
    }

    /// The process group.
    pub(in crate::verify) fn group(&self) -> Option<u32> {
        self.group.id()
    }

    /// Whether it can be reached on more than the loopback address.
    pub(in crate::verify) fn is_open(&self) -> bool {
        let neighbour = SocketAddr::new(IpAddr::V4(NEIGHBOUR), self.address.port());
        TcpStream::connect_timeout(&neighbour, CONNECT).is_ok()
    }
}
