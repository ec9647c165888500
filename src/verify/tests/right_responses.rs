//! Correct responses, which the tests of wrong ones modify.

use super::{MESSAGE, MESSAGE_JSON};

/// A response; without the content where the request is HEAD. `fields` end with LF each. The
/// content's CR LF and LF stay as they are only if it has none: JSON is used for the message.
pub(super) fn response(request: &str, status: u16, fields: &str, content: &str) -> String {
    let content_shown = if request.starts_with("HEAD ") { "" } else { content };
    let length = content.len();
    format!("HTTP/1.1 {status} -\n{fields}Content-Length: {length}\n\n{content_shown}")
}

pub(super) fn json(request: &str, status: u16, fields: &str, properties: &str) -> String {
    let content = format!("{{\"message\": {MESSAGE_JSON}{properties}}}");
    response(request, status, &format!("Content-Type: application/json\n{fields}"), &content)
}

/// A correct response of an example for that code, computed from the request only.
pub(super) fn right(code: u16, request: &str) -> String {
    let method = request.split(' ').next().unwrap_or_default();
    let has = |field: &str| request.contains(&format!("\r\n{field}"));
    let fine = |fields: &str| json(request, 200, fields, "");
    match code {
        103 => {
            let link = "Link: </style.css>; rel=preload; as=style\n";
            let early = if request.contains("HTTP/1.0") {
                String::new()
            } else {
                format!("HTTP/1.1 103 -\n{link}\n")
            };
            let text = MESSAGE
                .replace('&', "&amp;")
                .replace('<', "&lt;")
                .replace('"', "&#34;")
                .replace('\r', "&#13;")
                .replace('\n', "&#10;");
            let fields = format!("Content-Type: text/html; charset=utf-8\n{link}");
            early + &response(request, 200, &fields, &format!("<p>{text}</p>"))
        }
        204 if method == "DELETE" => "HTTP/1.1 204 -\n\n".into(),
        304 if has("If-None-Match: \"v1\"")
            || has("If-None-Match: W/\"v1\"")
            || request.contains(", \"v1\"") =>
        {
            "HTTP/1.1 304 -\nETag: \"v1\"\n\n".into()
        }
        304 => fine("ETag: \"v1\"\n"),
        405 if method == "DELETE" => json(request, 405, "Allow: GET, HEAD\n", ""),
        201 if method == "POST" => {
            json(request, 201, "Location: http://127.0.0.1/endpoint/1\n", "")
                .replace("http://127.0.0.1/", "/")
        }
        408 if method == "POST" && !request.ends_with('}') => {
            json(request, 408, "Connection: close\n", "")
        }
        413 if request.len() > 1500 || has("Transfer-Encoding") => {
            json(request, 413, "Connection: close\n", "")
        }
        404 => json(request, 404, "", ""),
        _ => fine(""),
    }
}
