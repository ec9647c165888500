//! A relay between a client and a server that records all bytes.

use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};

use super::wire::Recording;

/// Forwards each connection to a server, and every byte as it comes.
#[derive(Debug)]
pub(super) struct Relay {
    /// The address for clients.
    pub(super) address: SocketAddr,
    state: Arc<Mutex<State>>,
    thread: Option<JoinHandle<()>>,
}

#[derive(Debug, Default)]
struct State {
    ended: bool,
    connections: Vec<Connection>,
}

/// Both sides of a connection, and its recording.
#[derive(Debug)]
struct Connection {
    ends: [TcpStream; 2],
    recording: Recording,
}

/// The direction of bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Direction {
    Up,
    Down,
}

impl Relay {
    /// Starts it on a free port of the loopback address. No connection carries more than `most`
    /// bytes in each direction.
    pub(super) fn start(server: SocketAddr, most: usize) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let address = listener.local_addr()?;
        let state = Arc::<Mutex<State>>::default();
        let shared = Arc::clone(&state);
        let accept = move || accept(&listener, server, &shared, most);
        let thread = thread::Builder::new().name("relay".into()).spawn(accept)?;
        Ok(Self { address, state, thread: Some(thread) })
    }

    /// Ends all connections and returns their recordings, in the order in which they were opened.
    pub(super) fn end(mut self) -> Vec<Recording> {
        self.stop();
        let connections = std::mem::take(&mut lock(&self.state).connections);
        connections.into_iter().map(|connection| connection.recording).collect()
    }

    fn stop(&mut self) {
        let Some(thread) = self.thread.take() else { return };
        lock(&self.state).ended = true;
        // Wakes the thread, which waits for a connection.
        let _ = TcpStream::connect(self.address);
        let _ = thread.join();
        for end in lock(&self.state).connections.iter().flat_map(|connection| &connection.ends) {
            let _ = end.shutdown(Shutdown::Both);
        }
    }
}

impl Drop for Relay {
    fn drop(&mut self) {
        self.stop();
    }
}

fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

fn accept(listener: &TcpListener, server: SocketAddr, state: &Arc<Mutex<State>>, most: usize) {
    for stream in listener.incoming() {
        if lock(state).ended {
            return;
        }
        // Without a connection to the server, the client's connection ends immediately.
        let _ = stream.and_then(|client| connect(client, server, state, most));
    }
}

fn connect(
    client: TcpStream,
    server: SocketAddr,
    state: &Arc<Mutex<State>>,
    most: usize,
) -> io::Result<()> {
    let server = TcpStream::connect(server)?;
    client.set_nodelay(true)?;
    server.set_nodelay(true)?;
    let connection = Connection {
        ends: [client.try_clone()?, server.try_clone()?],
        recording: Recording::default(),
    };
    let mut shared = lock(state);
    let index = shared.connections.len();
    shared.connections.push(connection);
    drop(shared);
    let pairs = [
        (Direction::Up, client.try_clone()?, server.try_clone()?),
        (Direction::Down, server, client),
    ];
    for (direction, from, to) in pairs {
        let state = Arc::clone(state);
        thread::Builder::new().spawn(move || pass(direction, from, to, &state, index, most))?;
    }
    Ok(())
}

/// Forwards bytes until the end, and then the end.
fn pass(
    direction: Direction,
    mut from: TcpStream,
    mut to: TcpStream,
    state: &Mutex<State>,
    index: usize,
    most: usize,
) {
    let mut bytes = [0; 16 << 10];
    let mut left = most;
    while let Ok(count @ 1..) = from.read(&mut bytes) {
        let some = bytes.get(..count.min(left)).unwrap_or_default();
        left -= some.len();
        // Recorded before it is forwarded, so that the recording has every response that a client
        // has seen.
        if let Some(connection) = lock(state).connections.get_mut(index) {
            match direction {
                Direction::Up => connection.recording.sent(some),
                Direction::Down => connection.recording.received(some),
            }
        }
        if to.write_all(some).is_err() || left == 0 {
            break;
        }
    }
    let _ = to.shutdown(Shutdown::Write);
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn echo() -> SocketAddr {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let address = listener.local_addr().unwrap();
        thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                thread::spawn(move || {
                    let mut bytes = [0; 64];
                    while let Ok(count @ 1..) = stream.read(&mut bytes) {
                        stream.write_all(&bytes[..count]).unwrap();
                    }
                });
            }
        });
        address
    }

    fn ask(relay: &Relay, text: &str) -> TcpStream {
        let mut stream = TcpStream::connect(relay.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
        stream.write_all(text.as_bytes()).unwrap();
        let mut answer = vec![0; text.len()];
        stream.read_exact(&mut answer).unwrap();
        assert_eq!(answer, text.as_bytes());
        stream
    }

    #[test]
    fn each_connection_is_recorded() {
        let relay = Relay::start(echo(), 1 << 20).unwrap();
        let open = ask(&relay, "one\r\n");
        drop(ask(&relay, "two\r\n"));
        let recordings = relay.end();
        let shown: Vec<_> =
            recordings.iter().map(|recording| recording.transcript().to_string()).collect();
        assert_eq!(shown, ["> one\n< one\n", "> two\n< two\n"]);
        drop(open);
    }

    #[test]
    fn it_ends_with_an_open_connection() {
        let relay = Relay::start(echo(), 1 << 20).unwrap();
        let address = relay.address;
        let mut open = ask(&relay, "x");
        drop(relay);
        assert_eq!(open.read(&mut [0; 8]).unwrap(), 0);
        assert!(TcpStream::connect(address).is_err());
    }

    #[test]
    fn without_a_server_connections_end() {
        let gone = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap();
        let relay = Relay::start(gone, 1 << 20).unwrap();
        let mut stream = TcpStream::connect(relay.address).unwrap();
        assert!(!matches!(stream.read(&mut [0; 8]), Ok(1..)));
        assert!(relay.end().is_empty());
    }
}
