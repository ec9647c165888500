use std::io::Write;
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::broken;
use super::server::{Peer, serve};

/// Whatever a server does, the proof ends in time and reports that there was no response.
fn ends(name: &str, rule: &str, handle: impl Fn(Peer) + Clone + Send + 'static) {
    let address = serve(move |mut peer| {
        if peer.request().is_some() {
            handle(peer);
        }
    });
    let start = Instant::now();
    let found = broken("404", address);
    let time = start.elapsed();
    assert!(found.contains(rule), "{name}: {found:?}");
    assert!(time < Duration::from_secs(8), "{name} took {time:?}");
}

fn endlessly(piece: &'static str) -> impl Fn(Peer) + Clone + Send + 'static {
    move |mut peer| while peer.stream.get_mut().write_all(piece.as_bytes()).is_ok() {}
}

#[test]
fn silence_ends() {
    ends("silence", "answer", |peer| {
        sleep(Duration::from_secs(9));
        drop(peer);
    });
}

#[test]
fn a_slow_response_ends() {
    ends("drip", "answer", |mut peer| {
        peer.send("HTTP/1.1 200 OK\nA: ");
        while peer.stream.get_mut().write_all(b"a").is_ok() {
            sleep(Duration::from_millis(20));
        }
    });
}

#[test]
fn floods_end() {
    ends("fields", "answer", endlessly("HTTP/1.1 200 OK\r\nA: b"));
    ends("interim", "final-response", endlessly("HTTP/1.1 103 -\r\n\r\n"));
    ends("chunks", "answer", |mut peer| {
        peer.send("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n");
        endlessly("1\r\na\r\n")(peer);
    });
    ends("content", "answer", |mut peer| {
        peer.send("HTTP/1.1 200 OK\n\n");
        endlessly("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")(peer);
    });
}

#[test]
fn nonsense_is_reported() {
    for text in [
        "",
        "\n\n",
        "{\"message\": \"Not Found\"}",
        "HTTP/2.0 404 Not Found\n\n",
        "HTTP/1.1 4040 Not Found\n\n",
        "HTTP/1.1 999 Not Found\n\n",
        "HTTP/1.1 404 Not Found\nNo colon\n\n",
        "HTTP/1.1 404 Not Found\nContent-Length: 18446744073709551616\n\n",
        "HTTP/1.1 404 Not Found\nContent-Length: 18446744073709551615\n\n",
        "HTTP/1.1 404 Not Found\nContent-Length: -1\n\n",
        "HTTP/1.1 404 Not Found\nTransfer-Encoding: chunked\n\nffffffffffffffff\n",
        "HTTP/1.1 404 Not Found\nTransfer-Encoding: chunked\n\nfffffffffffffffff\n",
        "HTTP/1.1 404 Not Found\nTransfer-Encoding: chunked\n\n1\naaaa\n0\n\n",
        "HTTP/1.1 404 Not Found\nTransfer-Encoding: chunked\n\n0\nno colon\n\n",
    ] {
        ends(text, "answer", move |mut peer| peer.send(text));
    }
}

#[test]
fn a_missing_server_is_reported() {
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    assert_eq!(broken("404", free), ["answer"].into());
}

#[test]
fn only_this_machine_is_contacted() {
    let start = Instant::now();
    assert_eq!(broken("404", ([192, 0, 2, 1], 80).into()), ["answer"].into());
    assert!(start.elapsed() < Duration::from_millis(500));
}
