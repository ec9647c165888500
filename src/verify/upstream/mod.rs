//! The server behind a gateway.

mod reply;

use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use reply::{Reply, reply};

use crate::catalogue::Upstream;

/// The server behind a gateway: a thread on its own port with a configurable behaviour.
///
/// It ends when it is dropped.
#[derive(Debug)]
pub struct MockUpstream {
    address: SocketAddr,
    state: Arc<Mutex<State>>,
    /// The thread that accepts connections, while there is one.
    thread: Mutex<Option<JoinHandle<()>>>,
}

#[derive(Debug)]
struct State {
    behaviour: Upstream,
    ended: bool,
}

/// How long a connection is served at most, and the interval of checks whether to end.
const PATIENCE: Duration = Duration::from_secs(30);
const GLANCE: Duration = Duration::from_millis(50);

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
        let thread = Mutex::new(Some(listen(listener, &state)?));
        Ok(Self { address, state, thread })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Sets the behaviour for the following requests.
    ///
    /// # Errors
    ///
    /// If it is to listen again and its port is taken.
    pub(super) fn behave(&self, behaviour: Upstream) -> io::Result<()> {
        lock(&self.state).behaviour = behaviour;
        let mut thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner);
        match (behaviour, thread.take()) {
            (Upstream::Refused, Some(open)) => self.wake(open),
            (Upstream::Refused, None) => {}
            (_, None) => *thread = Some(listen(TcpListener::bind(self.address)?, &self.state)?),
            (_, open) => *thread = open,
        }
        Ok(())
    }

    /// Wakes the thread, which waits for a connection and then sees that it is to end.
    fn wake(&self, thread: JoinHandle<()>) {
        let _ = TcpStream::connect(self.address);
        let _ = thread.join();
    }
}

impl Drop for MockUpstream {
    fn drop(&mut self) {
        lock(&self.state).ended = true;
        let thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(thread) = thread {
            self.wake(thread);
        }
    }
}

fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

fn listen(listener: TcpListener, state: &Arc<Mutex<State>>) -> io::Result<JoinHandle<()>> {
    let state = Arc::clone(state);
    thread::Builder::new().name("upstream".into()).spawn(move || accept(&listener, &state))
}

fn accept(listener: &TcpListener, state: &Arc<Mutex<State>>) {
    for stream in listener.incoming() {
        let now = lock(state);
        if now.ended || now.behaviour == Upstream::Refused {
            return;
        }
        drop(now);
        let Ok(stream) = stream else { continue };
        let state = Arc::clone(state);
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
    match reply(behaviour) {
        Reply::Bytes(text) => stream.write_all(text.as_bytes()),
        Reply::Silence => wait(&mut stream, &mut request, state, end).map(|_| ()),
        Reply::Drips(text, pause) => {
            stream.write_all(text.as_bytes())?;
            while wait(&mut stream, &mut request, state, end.min(Instant::now() + pause))?
                && Instant::now() < end
            {
                stream.write_all(b" ")?;
            }
            Ok(())
        }
    }
}

/// Waits until then, whatever the other side says; false if nobody waits for an answer any more.
fn wait(
    stream: &mut TcpStream,
    request: &mut Vec<u8>,
    state: &Mutex<State>,
    end: Instant,
) -> io::Result<bool> {
    while Instant::now() < end {
        if !more(stream, request, state, end)? {
            return Ok(Instant::now() >= end);
        }
    }
    Ok(true)
}

/// Waits for bytes; false if none will come, or if no response is needed any more.
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
    fn it_behaves_as_configured() {
        let upstream = MockUpstream::start().unwrap();
        assert!(ask(&upstream).ends_with("\r\n\r\n{\"title\": \"The Trial\"}"));
        upstream.behave(Upstream::ForbidsTransformation).unwrap();
        assert!(ask(&upstream).contains("\r\nCache-Control: no-transform\r\n"));
        upstream.behave(Upstream::Garbled).unwrap();
        assert!(!ask(&upstream).contains("HTTP/1"));
        upstream.behave(Upstream::Silent).unwrap();
        assert_eq!(ask(&upstream), "");
        upstream.behave(Upstream::Answers).unwrap();
        assert!(ask(&upstream).starts_with("HTTP/1.1 200"));
    }

    #[test]
    fn it_ends_when_it_is_dropped() {
        let upstream = MockUpstream::start().unwrap();
        upstream.behave(Upstream::Silent).unwrap();
        let address = upstream.address();
        let mut open = TcpStream::connect(address).unwrap();
        open.write_all(b"GET / HTTP/1.1\r\n\r\n").unwrap();
        let start = Instant::now();
        drop(upstream);
        assert!(start.elapsed() < Duration::from_secs(2));
        assert!(TcpStream::connect(address).is_err());
    }

    #[test]
    fn it_fails_in_every_way() {
        let upstream = MockUpstream::start().unwrap();
        for (behaviour, holds) in [
            (Upstream::ForbidsTransformationInCapitals, "Cache-Control: No-Transform\r\n"),
            (Upstream::ForbidsStoring, "Cache-Control: private, no-store\r\n"),
            (Upstream::Missing, "HTTP/1.1 404 Not Found\r\n"),
            (Upstream::Failing, "HTTP/1.1 500 Internal Server Error\r\n"),
            (Upstream::Html, "<p>"),
            (Upstream::List, "\r\n\r\n[1]"),
            (Upstream::Nothing, "\r\n\r\nnull"),
            (Upstream::BrokenOff, "Content-Length: 22\r\nConnection: close\r\n\r\n{\"title\": "),
            (Upstream::Drips, "\r\n\r\n{"),
        ] {
            upstream.behave(behaviour).unwrap();
            let text = ask(&upstream);
            assert!(text.contains(holds), "{behaviour:?}: {text}");
        }
        assert!(!ask(&upstream).contains('}'));
    }

    #[test]
    fn it_drips_on() {
        let upstream = MockUpstream::start().unwrap();
        upstream.behave(Upstream::Drips).unwrap();
        let mut stream = TcpStream::connect(upstream.address()).unwrap();
        stream.write_all(b"GET / HTTP/1.1\r\n\r\n").unwrap();
        let mut bytes = Vec::new();
        while !bytes.ends_with(b"{  ") {
            let mut byte = [0];
            assert_eq!(stream.read(&mut byte).unwrap(), 1);
            bytes.push(byte[0]);
        }
    }

    #[test]
    fn it_refuses_connections_and_listens_again() {
        let upstream = MockUpstream::start().unwrap();
        for _ in 0..2 {
            upstream.behave(Upstream::Refused).unwrap();
            assert!(TcpStream::connect(upstream.address()).is_err());
        }
        upstream.behave(Upstream::Missing).unwrap();
        assert!(ask(&upstream).starts_with("HTTP/1.1 404"));
    }
}
