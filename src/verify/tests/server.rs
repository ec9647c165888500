use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

/// A connection to a scripted server.
pub(super) struct Peer {
    pub(super) stream: BufReader<TcpStream>,
}

/// Starts a server on a free port that treats each connection like that, until the tests end. It
/// waits half a second for a request or its content.
pub(super) fn serve(handle: impl Fn(Peer) + Clone + Send + 'static) -> SocketAddr {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let handle = handle.clone();
            let stream = stream.unwrap();
            stream.set_read_timeout(Some(Duration::from_millis(500))).unwrap();
            let peer = Peer { stream: BufReader::new(stream) };
            thread::spawn(move || handle(peer));
        }
    });
    address
}

/// A server that answers each request with a text, in which LF stands for CR LF. It closes the
/// connection after a response that says so.
pub(super) fn answers(answer: impl Fn(&str) -> String + Clone + Send + 'static) -> SocketAddr {
    serve(move |mut peer| {
        while let Some(request) = peer.request() {
            let response = answer(&request);
            peer.send(&response);
            if response.contains("\nConnection: close") {
                return;
            }
        }
    })
}

impl Peer {
    /// The header section of the next request.
    pub(super) fn head(&mut self) -> Option<String> {
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            if self.stream.read_line(&mut head).unwrap_or(0) == 0 {
                return None;
            }
        }
        Some(head)
    }

    /// The content that a header section announces.
    pub(super) fn content(&mut self, head: &str) -> String {
        let length = head.lines().find_map(|line| line.strip_prefix("Content-Length: "));
        let mut content = vec![0; length.map_or(0, |length| length.parse().unwrap())];
        match self.stream.read_exact(&mut content) {
            Ok(()) => String::from_utf8(content).unwrap(),
            Err(_) => String::new(),
        }
    }

    /// The next request, whole.
    pub(super) fn request(&mut self) -> Option<String> {
        let head = self.head()?;
        let content = self.content(&head);
        Some(head + &content)
    }

    pub(super) fn send(&mut self, text: &str) {
        // The client may have seen enough.
        let _ = self.stream.get_mut().write_all(text.replace('\n', "\r\n").as_bytes());
    }
}
