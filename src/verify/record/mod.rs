//! Recorded exchanges: what went over the wire, without what differs from run to run.

mod made_up;
mod moments;
mod replaced;

use std::collections::BTreeSet;
use std::net::SocketAddr;

use made_up::{DIGITS, MADE_UP, made_up, numbers, stretched, with_uuids};
use moments::{with_dates, with_moments};

/// Fields with a number that is counted down or that is a moment.
const CLOCKS: [&str; 3] = ["retry-after", "ratelimit-reset", "x-ratelimit-reset"];
/// What stands for such a number.
const SECONDS: &str = "60";
/// The transcript with the ports that users know and one value for what differs from run to run.
/// `fixed` are the names of the fields with values that the catalogue fixes.
pub(super) fn lasting(
    transcript: &str,
    addresses: [(SocketAddr, &str); 2],
    fixed: &[&str],
) -> String {
    let mut text = transcript.to_owned();
    for (address, known) in addresses {
        let port = |address: &str| address.rsplit_once(':').map(|(_, port)| format!(":{port}"));
        let ports = port(&address.to_string()).zip(port(known));
        if let Some((port, known)) = ports {
            text = text.replace(&port, &known);
        }
    }
    if let Some(boundary) = boundary(&text) {
        text = text.replace(&boundary, &stretched("boundary-", boundary.len()));
    }
    text = with_uuids(&text);
    for number in found(&text, numbers) {
        text = text.replace(&number, DIGITS);
    }
    for digits in found(&text, made_up) {
        text = text.replace(&digits, &stretched(DIGITS, digits.len()));
    }
    let lines = heads(&text).into_iter();
    lines.map(|line| lasting_line(line, fixed) + "\n").collect()
}

/// What `find` finds in the values of fields.
fn found(text: &str, find: impl Fn(&str, &str) -> Vec<String>) -> BTreeSet<String> {
    let fields = text.lines().filter_map(field);
    fields.flat_map(|(_, name, value)| find(name, value)).collect()
}

/// The lines, without what follows another protocol's switch: it is no HTTP.
fn heads(text: &str) -> Vec<&str> {
    let mut lines = Vec::new();
    let mut switches = false;
    for line in text.lines() {
        if switches && line == "< " {
            lines.push(line);
            break;
        }
        switches |= line.starts_with("< HTTP/1.1 101");
        lines.push(line);
    }
    lines
}

/// The name and the value of a field, if the line is one.
fn field(line: &str) -> Option<(&str, &str, &str)> {
    let (name, value) = line.split_once(": ")?;
    let (mark, name) = name.split_once(' ')?;
    Some((mark, name, value))
}

/// The boundary of a response of several parts.
fn boundary(text: &str) -> Option<String> {
    let field = text.lines().find_map(|line| {
        let value = line.strip_prefix("< ")?;
        let (name, value) = value.split_once(": ")?;
        name.eq_ignore_ascii_case("content-type").then_some(value)
    })?;
    let (_, value) = field.split_once("boundary=")?;
    let value = value.split(';').next()?.trim().trim_matches('"');
    (!value.is_empty()).then(|| value.to_owned())
}

fn lasting_line(line: &str, fixed: &[&str]) -> String {
    let line = with_moments(&with_dates(line));
    let Some((mark, name, value)) = field(&line) else { return line };
    let is = |names: &[&str]| names.iter().any(|it| name.eq_ignore_ascii_case(it));
    if is_cookie(name) {
        return format!("{mark} {name}: {}", without_secret(value));
    }
    if is(&CLOCKS) && !is(fixed) && value.bytes().all(|one| one.is_ascii_digit()) {
        return format!("{mark} {name}: {SECONDS}");
    }
    if is(&["allow"]) || mark == "<" && is(&["accept"]) {
        let mut elements: Vec<&str> = value.split(", ").collect();
        elements.sort_unstable();
        return format!("{mark} {name}: {}", elements.join(", "));
    }
    line
}

fn is_cookie(name: &str) -> bool {
    name.eq_ignore_ascii_case("set-cookie") || name.eq_ignore_ascii_case("cookie")
}

/// A cookie without its value, if that is long enough to be made up.
fn without_secret(cookie: &str) -> String {
    let (pair, rest) = cookie.split_once(';').map_or((cookie, ""), |(pair, rest)| (pair, rest));
    let Some((name, value)) = pair.split_once('=').filter(|(_, value)| value.len() > 2 * MADE_UP)
    else {
        return cookie.to_owned();
    };
    let semicolon = if rest.is_empty() { "" } else { ";" };
    format!("{name}={}{semicolon}{rest}", stretched(DIGITS, value.len()))
}

#[cfg(test)]
mod tests {
    use std::time::SystemTime;

    use super::moments::MOMENT;
    use super::*;

    fn lasting_text(transcript: &str) -> String {
        let addresses = [
            (SocketAddr::from(([127, 0, 0, 1], 12345)), "127.0.0.1:5000"),
            (SocketAddr::from(([127, 0, 0, 1], 12346)), "127.0.0.1:9000"),
        ];
        lasting(transcript, addresses, &["Retry-After"])
    }

    #[test]
    fn what_differs_from_run_to_run_is_replaced() {
        let now = httpdate::fmt_http_date(SystemTime::now());
        let transcript = format!(
            "> GET /a HTTP/1.1\n> Host: localhost:12345\n> If-None-Match: W/\"1795-abcdef0123\"\n\
             < HTTP/1.1 200 OK\n< date: {now}\n< Sunset: Wed, 11 Nov 2020 11:11:11 GMT\n\
             < ETag: \"v1\"\n< Server: x/1.2\n< Set-Cookie: id=abcdefghijklmnop; Path=/\n< \n\
             < {{\"id\": 1234567, \"token\": \"f81d4fae-7dec-11d0-a765-00a0c91e6bf6\"}}\n"
        );
        assert_eq!(
            lasting_text(&transcript),
            "> GET /a HTTP/1.1\n> Host: localhost:5000\n> If-None-Match: W/\"1795-5f3759df5f\"\n\
             < HTTP/1.1 200 OK\n< date: Thu, 01 Jan 2026 00:00:00 GMT\n\
             < Sunset: Wed, 11 Nov 2020 11:11:11 GMT\n\
             < ETag: \"v1\"\n< Server: x/1.2\n< Set-Cookie: id=5f3759df5f3759df; Path=/\n< \n\
             < {\"id\": 1234567, \"token\": \"5f3759df-5f37-459d-8f37-5f3759df5f37\"}\n"
        );
    }

    #[test]
    fn what_a_server_made_up_is_replaced_in_content_too() {
        let transcript = "< Location: /locks/YJKW23ADUIGOCKSTH22TOE2YW3\n< Retry-After: 120\n\
                          < X-RateLimit-Reset: 1795683539\n< Allow: HEAD, GET\n< Accept: b/b, a/a\n< \n\
                          < <href>/locks/YJKW23ADUIGOCKSTH22TOE2YW3</href>\n";
        assert_eq!(
            lasting_text(transcript),
            "< Location: /locks/5f3759df5f3759df5f3759df5f\n< Retry-After: 120\n\
             < X-RateLimit-Reset: 60\n< Allow: GET, HEAD\n< Accept: a/a, b/b\n< \n\
             < <href>/locks/5f3759df5f3759df5f3759df5f</href>\n"
        );
    }

    #[test]
    fn numbers_in_a_tag_are_replaced_however_long_they_are() {
        let tag = |text: &str| format!("< ETag: \"{text}\"\n");
        for made_up in ["1795683539.1234567-36-4023212890", "1795683539.12-36-923212890"] {
            assert_eq!(lasting_text(&tag(made_up)), tag("5f3759df-36-5f3759df"));
        }
        assert_eq!(lasting_text(&tag("v1.2")), tag("v1.2"));
    }

    #[test]
    fn frames_are_left_out() {
        let head = "< HTTP/1.1 101 Switching Protocols\n< Upgrade: websocket\n< \n";
        assert_eq!(lasting_text(&format!("{head}< \\x81\\u{{7}}Welcome\n")), head);
    }

    #[test]
    fn a_boundary_is_replaced_wherever_it_stands() {
        let transcript = "< Content-Type: multipart/byteranges; boundary=0a1b2c3d4e5f\n< \n\
                          < --0a1b2c3d4e5f\n< --0a1b2c3d4e5f--\n";
        let expected = transcript.replace("0a1b2c3d4e5f", "boundary-bou");
        assert_eq!(lasting_text(transcript), expected);
    }

    #[test]
    fn a_moment_keeps_its_length() {
        let today = httpdate::fmt_http_date(SystemTime::now());
        let year = today.split(' ').nth(3).unwrap();
        let text = |moment: &str| format!("< {{\"timestamp\":\"{moment}Z\"}}\n");
        let today = format!("{year}-02-03T04:05:06.123");
        assert_eq!(lasting_text(&text(&today)), text(&format!("{MOMENT}.000")));
        let long_ago = text("1999-02-03T04:05:06.123");
        assert_eq!(lasting_text(&long_ago), long_ago);
    }
}
