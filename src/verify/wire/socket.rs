use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpStream};
use std::time::{Duration, Instant};

use rustix::net::sockopt::{Timeout, set_socket_timeout};
use rustix::net::{AddressFamily, SocketType, bind, connect, socket};

use super::transcript::Transcript;

/// A connection whose waits all end at the deadline, and that records all bytes.
#[derive(Debug)]
pub(in crate::verify) struct Socket {
    stream: TcpStream,
    deadline: Instant,
    left: usize,
    /// Everything that was sent and received.
    pub(in crate::verify) transcript: Transcript,
}

impl Socket {
    /// Connects to a server on this machine, which may send `bytes` in all; `from` is the loopback
    /// address of the client, if it matters.
    pub(super) fn open(
        address: SocketAddr,
        from: Option<Ipv4Addr>,
        deadline: Instant,
        bytes: usize,
    ) -> io::Result<Self> {
        if !address.ip().is_loopback() || from.is_some_and(|from| !from.is_loopback()) {
            return Err(io::ErrorKind::ConnectionRefused.into());
        }
        let stream = match from {
            Some(from) => open_from(from, address, left_until(deadline)?)?,
            None => TcpStream::connect_timeout(&address, left_until(deadline)?)?,
        };
        stream.set_nodelay(true)?;
        Ok(Self { stream, deadline, left: bytes, transcript: Transcript::default() })
    }

    /// Sends bytes that are not kept, until the server answers. Whether all of them went out.
    pub(super) fn write_filler(&mut self, mut bytes: &[u8]) -> io::Result<bool> {
        self.transcript.sent_filler(bytes.len());
        while !bytes.is_empty() {
            if self.is_answered()? {
                return Ok(false);
            }
            self.stream.set_write_timeout(Some(left_until(self.deadline)?.min(GLANCE)))?;
            match self.stream.write(bytes) {
                Ok(count) => bytes = bytes.get(count..).unwrap_or_default(),
                Err(error) if is_late(&error) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(true)
    }

    /// Whether bytes of the server wait to be read, or the end of what it sends.
    fn is_answered(&self) -> io::Result<bool> {
        self.stream.set_nonblocking(true)?;
        let answered = match self.stream.peek(&mut [0]) {
            Err(error) if is_late(&error) => Ok(false),
            result => result.map(|_| true),
        };
        self.stream.set_nonblocking(false)?;
        answered
    }

    /// Ends what this side sends.
    pub(super) fn finish(&self) -> io::Result<()> {
        self.stream.shutdown(Shutdown::Write)
    }

    /// Moves the deadline and returns the previous one.
    pub(super) fn wait_until(&mut self, deadline: Instant) -> Instant {
        std::mem::replace(&mut self.deadline, deadline)
    }
}

/// The interval of checks whether the server has responded.
const GLANCE: Duration = Duration::from_millis(50);

fn is_late(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut)
}

/// A connection from that address of this machine.
fn open_from(from: Ipv4Addr, to: SocketAddr, limit: Duration) -> io::Result<TcpStream> {
    let socket = socket(AddressFamily::INET, SocketType::STREAM, None)?;
    // On Linux it counts for connecting too.
    set_socket_timeout(&socket, Timeout::Send, Some(limit))?;
    bind(&socket, &SocketAddr::from((from, 0)))?;
    connect(&socket, &to)?;
    Ok(TcpStream::from(socket))
}

fn left_until(deadline: Instant) -> io::Result<Duration> {
    match deadline.saturating_duration_since(Instant::now()) {
        Duration::ZERO => Err(io::ErrorKind::TimedOut.into()),
        left => Ok(left),
    }
}

impl Read for Socket {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.stream.set_read_timeout(Some(left_until(self.deadline)?))?;
        let count = self.stream.read(buffer)?;
        self.left = self.left.checked_sub(count).ok_or(io::ErrorKind::FileTooLarge)?;
        self.transcript.received(buffer.get(..count).unwrap_or_default());
        Ok(count)
    }
}

impl Write for Socket {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.stream.set_write_timeout(Some(left_until(self.deadline)?))?;
        let count = self.stream.write(bytes)?;
        self.transcript.sent(bytes.get(..count).unwrap_or_default());
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.stream.flush()
    }
}
