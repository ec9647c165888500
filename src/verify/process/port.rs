//! Free ports.

use std::collections::BTreeSet;
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::sync::{Mutex, PoisonError};

/// Below the ports that systems assign automatically, so that no outgoing connection takes one.
const FIRST: u16 = 12_000;
const COUNT: u16 = 20_000;

/// Assigns ports on the loopback address, none to two programs at the same time.
#[derive(Debug)]
pub(in crate::verify) struct Ports {
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    next: u16,
    taken: BTreeSet<u16>,
}

/// A port that is reserved as long as this value lives.
#[derive(Debug)]
pub(in crate::verify) struct Port<'a> {
    /// Its number.
    pub(in crate::verify) number: u16,
    ports: &'a Ports,
}

impl Ports {
    /// Each process starts at another number, so that several rarely collide.
    pub(in crate::verify) fn new() -> Self {
        let somewhere = std::process::id().wrapping_mul(7919) % u32::from(COUNT);
        let next = u16::try_from(somewhere).unwrap_or_default();
        Self { state: Mutex::new(State { next, taken: BTreeSet::new() }) }
    }

    /// The next port that is free.
    pub(in crate::verify) fn take(&self) -> io::Result<Port<'_>> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        for _ in 0..COUNT {
            let number = FIRST + state.next;
            state.next = (state.next + 1) % COUNT;
            let free = TcpListener::bind((Ipv4Addr::LOCALHOST, number)).is_ok();
            if free && state.taken.insert(number) {
                return Ok(Port { number, ports: self });
            }
        }
        Err(io::Error::other("there is no free port"))
    }
}

impl Drop for Port<'_> {
    fn drop(&mut self) {
        let mut state = self.ports.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.taken.remove(&self.number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_is_assigned_to_one_program_at_a_time() -> io::Result<()> {
        let ports = Ports::new();
        let some = [ports.take()?, ports.take()?, ports.take()?];
        let numbers: BTreeSet<u16> = some.iter().map(|port| port.number).collect();
        assert_eq!(numbers.len(), 3);
        Ok(())
    }

    #[test]
    fn a_port_in_use_is_not_assigned() -> io::Result<()> {
        let ports = Ports::new();
        let one = ports.take()?;
        let _listener = TcpListener::bind((Ipv4Addr::LOCALHOST, one.number))?;
        let number = one.number;
        drop(one);
        for _ in 0..3 {
            assert_ne!(ports.take()?.number, number);
        }
        Ok(())
    }
}
