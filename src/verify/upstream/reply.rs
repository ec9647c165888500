//! What the server behind a gateway says.

use std::time::Duration;

use crate::catalogue::Upstream;

/// How a request is answered.
pub(super) enum Reply {
    /// With these bytes, and then the end of the connection.
    Bytes(String),
    /// With these bytes, and then a space each time that this time has gone by.
    Drips(String, Duration),
    /// Not at all.
    Silence,
}

const BOOK: &str = r#"{"title": "The Trial"}"#;
const PAUSE: Duration = Duration::from_secs(1);

/// The reply of that behaviour. Of one that refuses connections no reply is asked.
pub(super) fn reply(behaviour: Upstream) -> Reply {
    let json = |status: &str, fields: &str, content: &str| {
        let fields = format!("Content-Type: application/json\r\n{fields}");
        Reply::Bytes(response(status, &fields, content.len(), content))
    };
    match behaviour {
        Upstream::Answers => json("200 OK", "", BOOK),
        Upstream::ForbidsTransformation => json("200 OK", "Cache-Control: no-transform\r\n", BOOK),
        Upstream::ForbidsTransformationInCapitals => {
            json("200 OK", "Cache-Control: No-Transform\r\n", BOOK)
        }
        Upstream::ForbidsStoring => json("200 OK", "Cache-Control: private, no-store\r\n", BOOK),
        Upstream::Missing => json("404 Not Found", "", r#"{"error": "no such book"}"#),
        Upstream::Failing => json("500 Internal Server Error", "", r#"{"error": "it failed"}"#),
        Upstream::List => json("200 OK", "", "[1]"),
        Upstream::Nothing => json("200 OK", "", "null"),
        Upstream::Html => {
            let page = "<!doctype html><title>A page</title><p>This is a page.";
            let fields = "Content-Type: text/html; charset=utf-8\r\n";
            Reply::Bytes(response("200 OK", fields, page.len(), page))
        }
        Upstream::BrokenOff => {
            let half = BOOK.get(..BOOK.len() / 2).unwrap_or_default();
            let fields = "Content-Type: application/json\r\n";
            Reply::Bytes(response("200 OK", fields, BOOK.len(), half))
        }
        Upstream::Drips => {
            let fields = "Content-Type: application/json\r\n";
            Reply::Drips(response("200 OK", fields, 1_000_000, "{"), PAUSE)
        }
        Upstream::Garbled => Reply::Bytes("This is no HTTP response.\r\n\r\n".into()),
        Upstream::Silent | Upstream::Refused => Reply::Silence,
    }
}

fn response(status: &str, fields: &str, length: usize, content: &str) -> String {
    format!(
        "HTTP/1.1 {status}\r\n{fields}Content-Length: {length}\r\nConnection: close\r\n\r\n{content}"
    )
}
