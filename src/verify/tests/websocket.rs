use std::collections::BTreeSet;
use std::net::SocketAddr;

use tungstenite::handshake::derive_accept_key;
use tungstenite::protocol::Role;
use tungstenite::{Message, WebSocket};

use super::right_responses::json;
use super::server::{Peer, serve};
use super::{MESSAGE, broken};

/// How a server misbehaves.
#[derive(Clone, Copy, Default)]
struct Behaviour {
    message: Option<&'static str>,
    key: Option<&'static str>,
    limit: Option<usize>,
}

fn server(behaviour: Behaviour) -> SocketAddr {
    serve(move |mut peer| {
        while let Some(request) = peer.request() {
            if request.contains("Upgrade: websocket") {
                return switch(&mut peer, &request, behaviour);
            }
            peer.send(&json(&request, 426, "Connection: Upgrade\nUpgrade: websocket\n", ""));
        }
    })
}

fn switch(peer: &mut Peer, request: &str, behaviour: Behaviour) {
    let key = request.lines().find_map(|line| line.strip_prefix("Sec-WebSocket-Key: ")).unwrap();
    let accept = behaviour.key.map_or_else(|| derive_accept_key(key.as_bytes()), str::to_owned);
    peer.send(&format!(
        "HTTP/1.1 101 -\nConnection: Upgrade\nUpgrade: websocket\nSec-WebSocket-Accept: {accept}\n\n"
    ));
    let mut socket = WebSocket::from_raw_socket(peer.stream.get_mut(), Role::Server, None);
    if let Some(message) = behaviour.message {
        let _ = socket.send(Message::text(message));
    }
    loop {
        match socket.read() {
            Ok(Message::Text(text)) => {
                let end = behaviour.limit.unwrap_or(usize::MAX).min(text.len());
                let _ = socket.send(Message::text(&text[..end]));
            }
            Ok(_) => {}
            Err(_) => return,
        }
    }
}

#[test]
fn both_sides_of_the_handshake_are_checked() {
    assert_eq!(
        broken("101", server(Behaviour { message: Some(MESSAGE), ..Behaviour::default() })),
        BTreeSet::new()
    );
    assert_eq!(broken("426", server(Behaviour::default())), BTreeSet::new());
}

#[test]
fn errors_of_the_server_are_reported() {
    let right = Behaviour { message: Some(MESSAGE), ..Behaviour::default() };
    let cases = [
        (Behaviour { message: Some("Hello"), ..right }, ["websocket-message"]),
        (Behaviour { message: None, ..right }, ["websocket-message"]),
        (Behaviour { limit: Some(65_535), ..right }, ["websocket-echo"]),
        (Behaviour { key: Some("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="), ..right }, ["websocket-accept"]),
    ];
    for (behaviour, rules) in cases {
        assert_eq!(broken("101", server(behaviour)), rules.into());
    }
}

#[test]
fn a_cut_connection_does_not_count_as_closed() {
    let cut = serve(|mut peer| {
        let Some(request) = peer.request() else { return };
        if !request.contains("Upgrade: websocket") {
            peer.send(&json(&request, 426, "Connection: Upgrade\nUpgrade: websocket\n", ""));
            return;
        }
        let accept = derive_accept_key(
            request
                .lines()
                .find_map(|line| line.strip_prefix("Sec-WebSocket-Key: "))
                .unwrap()
                .as_bytes(),
        );
        peer.send(&format!(
            "HTTP/1.1 101 -\nConnection: Upgrade\nUpgrade: websocket\nSec-WebSocket-Accept: {accept}\n\n"
        ));
    });
    assert!(broken("101", cut).contains("websocket-message"));
}
