use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use crate::catalogue::Upstream;

/// The server behind a gateway: a thread on a port of its own that behaves as it is told.
///
/// It ends when it is dropped.
#[derive(Debug)]
pub struct MockUpstream {
    address: SocketAddr,
    state: Arc<Mutex<State>>,
    thread: Option<JoinHandle<()>>,
}

#[derive(Debug)]
struct State {
    behaviour: Upstream,
    ended: bool,
}

/// How long a connection is served at most, and between two looks whether to end.
const PATIENCE: Duration = Duration::from_secs(30);
const GLANCE: Duration = Duration::from_millis(50);

const ORIGIN: &str = r#"{"origin": true}"#;

impl MockUpstream {
    /// Starts it on a free port of the loopback address.
    ///
    /// # Errors
    ///
    /// If there is no such port.
    pub fn start() -> io::Result<Self> {
        Self::start_on(0)
    }

    /// Starts it on that port of the loopback address; 0 is any that is free.
    ///
    /// # Errors
    ///
    /// If the port is taken.
    pub fn start_on(port: u16) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let address = listener.local_addr()?;
        let state = Arc::new(Mutex::new(State { behaviour: Upstream::Answers, ended: false }));
        let shared = Arc::clone(&state);
        let thread = thread::Builder::new()
            .name("upstream".into())
            .spawn(move || accept(&listener, &shared))?;
        Ok(Self { address, state, thread: Some(thread) })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// How it treats requests from now on.
    pub(super) fn behave(&self, behaviour: Upstream) {
        lock(&self.state).behaviour = behaviour;
    }
}

impl Drop for MockUpstream {
    fn drop(&mut self) {
        lock(&self.state).ended = true;
        // Wakes the thread, which waits for a connection.
        let _ = TcpStream::connect(self.address);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn lock(state: &Mutex<State>) -> std::sync::MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

fn accept(listener: &TcpListener, state: &Arc<Mutex<State>>) {
    for stream in listener.incoming() {
        if lock(state).ended {
            return;
        }
        let Ok(stream) = stream else { continue };
        let state = Arc::clone(state);
        // Without a thread the connection ends at once, and the gateway sees a bad upstream.
        let _ = thread::Builder::new().spawn(move || serve(stream, &state));
    }
}

fn serve(mut stream: TcpStream, state: &Mutex<State>) -> io::Result<()> {
    stream.set_read_timeout(Some(GLANCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let end = Instant::now() + PATIENCE;
    let mut request = Vec::new();
    while !request.ends_with(b"\r\n\r\n") {
        if !more(&mut stream, &mut request, state, end)? {
            return Ok(());
        }
    }
    let behaviour = lock(state).behaviour;
    match behaviour {
        Upstream::Answers => answer(&mut stream, ""),
        Upstream::ForbidsTransformation => answer(&mut stream, "Cache-Control: no-transform\r\n"),
        Upstream::Garbled => stream.write_all(b"This is no HTTP response.\r\n\r\n"),
        Upstream::Silent => {
            while more(&mut stream, &mut request, state, end)? {}
            Ok(())
        }
    }
}

/// Waits for bytes; false if there will be none, or nobody waits for an answer any more.
fn more(
    stream: &mut TcpStream,
    request: &mut Vec<u8>,
    state: &Mutex<State>,
    end: Instant,
) -> io::Result<bool> {
    let mut bytes = [0; 1024];
    match stream.read(&mut bytes) {
        Ok(count) => {
            request.extend_from_slice(bytes.get(..count).unwrap_or_default());
            Ok(count > 0 && request.len() < 1 << 20)
        }
        Err(error)
            if matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut) =>
        {
            Ok(Instant::now() < end && !lock(state).ended)
        }
        Err(error) => Err(error),
    }
}

fn answer(stream: &mut TcpStream, fields: &str) -> io::Result<()> {
    let length = ORIGIN.len();
    stream.write_all(
        format!(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n{fields}Content-Length: {length}\r\n\
             Connection: close\r\n\r\n{ORIGIN}"
        )
        .as_bytes(),
    )
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::TcpStream;
    use std::time::{Duration, Instant};

    use super::MockUpstream;
    use crate::catalogue::Upstream;

    fn ask(upstream: &MockUpstream) -> String {
        let mut stream = TcpStream::connect(upstream.address()).unwrap();
        stream.set_read_timeout(Some(Duration::from_millis(200))).unwrap();
        stream.write_all(b"GET /data HTTP/1.1\r\nHost: there\r\n\r\n").unwrap();
        let mut text = String::new();
        let _ = stream.read_to_string(&mut text);
        text
    }

    #[test]
    fn it_behaves_as_it_is_told() {
        let upstream = MockUpstream::start().unwrap();
        assert!(ask(&upstream).ends_with("\r\n\r\n{\"origin\": true}"));
        upstream.behave(Upstream::ForbidsTransformation);
        assert!(ask(&upstream).contains("\r\nCache-Control: no-transform\r\n"));
        upstream.behave(Upstream::Garbled);
        assert!(!ask(&upstream).contains("HTTP/1"));
        upstream.behave(Upstream::Silent);
        assert_eq!(ask(&upstream), "");
        upstream.behave(Upstream::Answers);
        assert!(ask(&upstream).starts_with("HTTP/1.1 200"));
    }

    #[test]
    fn it_ends_when_it_is_dropped() {
        let upstream = MockUpstream::start().unwrap();
        upstream.behave(Upstream::Silent);
        let address = upstream.address();
        let mut open = TcpStream::connect(address).unwrap();
        open.write_all(b"GET / HTTP/1.1\r\n\r\n").unwrap();
        let start = Instant::now();
        drop(upstream);
        assert!(start.elapsed() < Duration::from_secs(2));
        assert!(TcpStream::connect(address).is_err());
    }
}
