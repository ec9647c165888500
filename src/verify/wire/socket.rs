use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

use super::transcript::Transcript;

/// A connection on which every wait ends at the deadline, and that keeps what went by.
#[derive(Debug)]
pub(in crate::verify) struct Socket {
    stream: TcpStream,
    deadline: Instant,
    left: usize,
    /// Everything that was sent and received.
    pub(in crate::verify) transcript: Transcript,
}

impl Socket {
    /// Connects to a server on this machine, which may send `bytes` in all.
    pub(super) fn open(address: SocketAddr, deadline: Instant, bytes: usize) -> io::Result<Self> {
        if !address.ip().is_loopback() {
            return Err(io::ErrorKind::ConnectionRefused.into());
        }
        let stream = TcpStream::connect_timeout(&address, left_until(deadline)?)?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, deadline, left: bytes, transcript: Transcript::default() })
    }

    /// Moves the deadline, and tells where it was.
    pub(super) fn wait_until(&mut self, deadline: Instant) -> Instant {
        std::mem::replace(&mut self.deadline, deadline)
    }
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
