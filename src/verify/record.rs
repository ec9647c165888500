//! Recorded exchanges: what went over the wire, without what differs from run to run.

use std::net::SocketAddr;

const DATES: [&str; 3] = ["date", "last-modified", "expires"];
const TAGS: [&str; 5] = ["etag", "if-match", "if-none-match", "if-range", "delta-base"];
const DAY: &str = "Thu, 01 Jan 2026 00:00:00 GMT";
/// What stands for digits that a server makes up.
const DIGITS: &str = "5f3759df";
/// How many hexadecimal digits in a row are made up.
const MADE_UP: usize = 6;

/// The transcript with the ports that users know, one date, and one tag for all files.
pub(super) fn lasting(transcript: &str, addresses: [(SocketAddr, &str); 2]) -> String {
    let mut text = String::new();
    for line in transcript.lines() {
        let mut line = line.to_owned();
        for (address, known) in addresses {
            line = line.replace(&address.to_string(), known);
        }
        text.push_str(line_of(&line).as_deref().unwrap_or(&line));
        text.push('\n');
    }
    text
}

/// The line with another value, if it has one that does not last.
fn line_of(line: &str) -> Option<String> {
    let (name, value) = line.split_once(": ")?;
    let (mark, field) = name.split_once(' ')?;
    let is = |names: &[&str]| names.iter().any(|it| field.eq_ignore_ascii_case(it));
    if is(&DATES) {
        return Some(format!("{mark} {field}: {DAY}"));
    }
    let tokens = ["lock-token", "if"];
    (is(&TAGS) || is(&tokens)).then(|| format!("{mark} {field}: {}", without_digits(value)))
}

/// The value with each long run of hexadecimal digits replaced.
fn without_digits(value: &str) -> String {
    let mut text = String::new();
    let mut run = String::new();
    for one in value.chars().chain(['\n']) {
        if one.is_ascii_hexdigit() {
            run.push(one);
            continue;
        }
        text.push_str(if run.len() < MADE_UP { &run } else { DIGITS });
        run.clear();
        text.push(one);
    }
    text.pop();
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_from_run_to_run_is_replaced() {
        let transcript = "> GET /a HTTP/1.1\n> Host: 127.0.0.1:12345\n> If-None-Match: W/\"1795-abcdef0123\"\n< HTTP/1.1 200 OK\n< date: Thu, 26 Nov 2026 01:02:03 GMT\n< ETag: \"v1\"\n< Server: x/1.2\n< \n< {\"id\": 1234567}\n";
        let addresses = [
            (SocketAddr::from(([127, 0, 0, 1], 12345)), "127.0.0.1:5000"),
            (SocketAddr::from(([127, 0, 0, 1], 12346)), "127.0.0.1:9000"),
        ];
        assert_eq!(
            lasting(transcript, addresses),
            "> GET /a HTTP/1.1\n> Host: 127.0.0.1:5000\n> If-None-Match: W/\"1795-5f3759df\"\n< HTTP/1.1 200 OK\n< date: Thu, 01 Jan 2026 00:00:00 GMT\n< ETag: \"v1\"\n< Server: x/1.2\n< \n< {\"id\": 1234567}\n"
        );
    }
}
