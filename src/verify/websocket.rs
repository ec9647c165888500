use std::io::ErrorKind;

use tungstenite::error::Error;
use tungstenite::protocol::{Role, WebSocketConfig, frame::CloseFrame, frame::coding::CloseCode};
use tungstenite::{Message, WebSocket};

use super::rule::Rule;
use super::wire::{Connection, Socket, Transcript};

const MESSAGE: Rule = Rule::must(
    "websocket-message",
    "data/statuses/",
    "the first text message on the new connection is the example's message, where the exchange asks for it",
);
const ECHO: Rule = Rule::must(
    "websocket-echo",
    "data/statuses/",
    "every text message comes back as it was sent, be it long or any Unicode",
);
const PING: Rule = Rule::must(
    "websocket-ping",
    "RFC 6455, 5.5.2",
    "a ping is answered by a pong with the same data",
);
const CLOSE: Rule = Rule::must(
    "websocket-close",
    "RFC 6455, 5.5.1",
    "a close frame is answered by a close frame, and nothing follows",
);

/// The rules for WebSocket connections.
pub(super) const RULES: [Rule; 4] = [MESSAGE, ECHO, PING, CLOSE];

/// Lengths in the one-byte, two-byte and eight-byte form (RFC 6455, section 5.2).
const LENGTHS: [usize; 2] = [200, 70_000];

/// Speaks WebSocket on a connection that was switched to it: waits for the message `first`, if any,
/// sends texts and a ping, and closes. Returns what went wrong, and all bytes.
pub(super) fn converse(
    connection: Connection,
    first: Option<&str>,
) -> (Vec<(Rule, String)>, Transcript) {
    let (socket, early) = connection.into_parts();
    let config = WebSocketConfig::default();
    let mut peer = WebSocket::from_partially_read(socket, early, Role::Client, Some(config));
    let broken = talk(&mut peer, first).err();
    let transcript = peer.get_ref().transcript.clone();
    (broken.into_iter().collect(), transcript)
}

type Peer = WebSocket<Socket>;

fn talk(peer: &mut Peer, first: Option<&str>) -> Result<(), (Rule, String)> {
    if let Some(message) = first {
        expect(peer, MESSAGE, &Message::text(message))?;
    }
    let long = LENGTHS.map(|length| "a".repeat(length));
    let texts = ["Hello", "", "\0\r\n\"'\u{2028}é漢😀\u{202e}", &long[0], &long[1]];
    for text in texts {
        say(peer, ECHO, Message::text(text))?;
        expect(peer, ECHO, &Message::text(text))?;
    }
    say(peer, PING, Message::Ping("ping".into()))?;
    expect(peer, PING, &Message::Pong("ping".into()))?;
    let frame = CloseFrame { code: CloseCode::Normal, reason: "".into() };
    peer.close(Some(frame)).map_err(|error| (CLOSE, told(&error)))?;
    match peer.read() {
        Ok(Message::Close(_)) => nothing_more(peer),
        Err(Error::ConnectionClosed) => Ok(()),
        Ok(other) => Err((CLOSE, format!("after the close frame came {}", shown(&other)))),
        Err(error) => Err((CLOSE, told(&error))),
    }
}

/// Reads to the end of the connection, which the server closes after both close frames are sent. A
/// framework that treats the handler's return value as a response would write it here.
fn nothing_more(peer: &mut Peer) -> Result<(), (Rule, String)> {
    match peer.read() {
        Err(Error::ConnectionClosed | Error::AlreadyClosed | Error::Io(_)) => Ok(()),
        Ok(other) => Err((CLOSE, format!("after both close frames came {}", shown(&other)))),
        Err(error) => Err((CLOSE, format!("after both close frames {}", told(&error)))),
    }
}

fn say(peer: &mut Peer, rule: Rule, message: Message) -> Result<(), (Rule, String)> {
    peer.send(message).map_err(|error| (rule, told(&error)))
}

fn expect(peer: &mut Peer, rule: Rule, wanted: &Message) -> Result<(), (Rule, String)> {
    match peer.read() {
        Ok(message) if message == *wanted => Ok(()),
        Ok(other) => Err((rule, format!("expected {}, got {}", shown(wanted), shown(&other)))),
        Err(error) => Err((rule, format!("expected {}, but {}", shown(wanted), told(&error)))),
    }
}

fn told(error: &Error) -> String {
    match error {
        Error::Io(it) if matches!(it.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {
            "nothing came in time".into()
        }
        Error::ConnectionClosed | Error::AlreadyClosed => "the server closed the connection".into(),
        Error::Io(_) => "the connection ended without a close frame".into(),
        other => format!("the server broke the protocol: {other}"),
    }
}

fn shown(message: &Message) -> String {
    match message {
        Message::Text(text) if text.len() > 100 => format!("a text of {} bytes", text.len()),
        Message::Text(text) => format!("the text `{}`", text.escape_debug()),
        Message::Binary(_) => "binary data".into(),
        Message::Ping(_) => "a ping".into(),
        Message::Pong(_) => "a pong".into(),
        Message::Close(_) => "a close frame".into(),
        Message::Frame(_) => "a frame".into(),
    }
}
