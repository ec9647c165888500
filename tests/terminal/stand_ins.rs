//! The servers that `--how` starts behind a gateway do what it says of them.

use std::io::{ErrorKind, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::support::statuscraft;

/// A server that was started as `--how` says.
struct Started {
    child: Child,
    port: u16,
}

impl Started {
    /// That behind the gateway of this code, on a port that was free.
    fn behind(code: &str) -> Self {
        let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
        let port = free.local_addr().expect("an address").port();
        drop(free);
        let upstream = format!("http://127.0.0.1:{port}");
        let text = statuscraft([code, "flask", "--how", "--upstream", &upstream]).stdout;
        let command = text.lines().find_map(|line| line.strip_prefix("upstream  "));
        let command = format!("exec {}", command.expect("a step"));
        let mut shell = Command::new("sh");
        let shell = shell.args(["-c", &command]).stdout(Stdio::null()).stderr(Stdio::null());
        Self { child: shell.spawn().expect("a shell"), port }
    }

    /// What it sends in response to a GET within a second after it has begun to listen.
    fn reply(&self) -> String {
        let end = Instant::now() + Duration::from_secs(30);
        let mut stream = loop {
            match TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)) {
                Ok(stream) => break stream,
                Err(error) => assert!(Instant::now() < end, "it doesn't listen: {error}"),
            }
            sleep(Duration::from_millis(50));
        };
        stream.set_read_timeout(Some(Duration::from_secs(1))).expect("a timeout");
        stream
            .write_all(b"GET /books/1 HTTP/1.1\r\nHost: shop.example\r\n\r\n")
            .expect("a request");
        let mut reply = Vec::new();
        if let Err(error) = stream.read_to_end(&mut reply) {
            let kinds = [ErrorKind::WouldBlock, ErrorKind::TimedOut];
            assert!(kinds.contains(&error.kind()), "{error}");
        }
        String::from_utf8(reply).expect("text")
    }
}

impl Drop for Started {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn the_servers_that_it_starts_do_what_it_says() {
    let reply = Started::behind("203").reply();
    assert!(reply.contains(" 200 OK\r\n"), "{reply}");
    assert!(reply.contains("\r\nContent-Type: application/json\r\n"), "{reply}");
    assert!(reply.ends_with("\r\n\r\n{\"title\": \"The Trial\"}"), "{reply}");
    assert_eq!(Started::behind("504").reply(), "");
}
