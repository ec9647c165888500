//! Recorded exchanges: what went over the wire, without what differs from run to run.

use std::net::SocketAddr;
use std::time::{Duration, SystemTime};

/// What stands for a date that is today's.
const DAY: &str = "Thu, 01 Jan 2026 00:00:00 GMT";
/// What stands for a moment in content.
const MOMENT: &str = "2026-01-01T00:00:00";
/// What stands for digits that a server makes up, as often as it takes.
const DIGITS: &str = "5f3759df";
const UUID: &str = "5f3759df-5f37-459d-8f37-5f3759df5f37";
/// How many hexadecimal digits in a row are made up.
const MADE_UP: usize = 6;
/// How many letters and digits in a row are a hash.
const HASH: usize = 16;
/// Fields whose values servers make up from times and random numbers.
const OPAQUE: [&str; 8] = [
    "etag",
    "if-match",
    "if-none-match",
    "if-range",
    "delta-base",
    "lock-token",
    "if",
    "x-request-id",
];
/// How near a date is to the present if it depends on it.
const NEAR: Duration = Duration::from_hours(48);

/// The transcript with the ports that users know and one value for what differs from run to run.
pub(super) fn lasting(transcript: &str, addresses: [(SocketAddr, &str); 2]) -> String {
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
    let lines = text.lines().map(|line| lasting_line(line) + "\n");
    lines.collect()
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

fn lasting_line(line: &str) -> String {
    let line = with_dates(&with_uuids(line));
    let line = with_moments(&line);
    let field = line.split_once(": ").and_then(|(name, value)| {
        let (mark, name) = name.split_once(' ')?;
        Some((mark, name, value))
    });
    match field {
        Some((mark, name, value)) if OPAQUE.iter().any(|it| name.eq_ignore_ascii_case(it)) => {
            format!("{mark} {name}: {}", without_digits(value))
        }
        Some((mark, name, value)) if is_cookie(name) => {
            format!("{mark} {name}: {}", without_secret(value))
        }
        _ => line,
    }
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

/// The text, repeated and cut to that length.
fn stretched(text: &str, length: usize) -> String {
    text.chars().cycle().take(length).collect()
}

/// The value with what a server makes up replaced: long runs of hexadecimal digits, and longer ones of
/// letters and digits.
fn without_digits(value: &str) -> String {
    let parts = value.split(UUID).map(|part| {
        let mut text = String::new();
        let mut run = String::new();
        for one in part.chars().chain(['\n']) {
            if one.is_ascii_alphanumeric() || "+/_".contains(one) {
                run.push(one);
                continue;
            }
            let digits = run.len() >= MADE_UP && run.chars().all(|one| one.is_ascii_hexdigit());
            let made_up = digits || run.len() >= HASH;
            text.push_str(&if made_up { stretched(DIGITS, run.len()) } else { run.clone() });
            run.clear();
            text.push(one);
        }
        text.pop();
        text
    });
    parts.collect::<Vec<_>>().join(UUID)
}

/// The line with each UUID replaced.
fn with_uuids(line: &str) -> String {
    replaced(line, UUID.len(), |text| {
        let fits = text.bytes().zip(UUID.bytes()).all(|(one, sample)| match sample {
            b'-' => one == b'-',
            _ => one.is_ascii_hexdigit(),
        });
        fits.then(|| UUID.to_owned())
    })
}

/// The line with each date near the present replaced.
fn with_dates(line: &str) -> String {
    replaced(line, DAY.len(), |text| {
        let date = text.ends_with(" GMT").then(|| httpdate::parse_http_date(text).ok())??;
        is_near(date).then(|| DAY.to_owned())
    })
}

/// The line with each moment near the present replaced, of which the digits after the second stay as
/// many.
fn with_moments(line: &str) -> String {
    let today = httpdate::fmt_http_date(SystemTime::now());
    let year = today.split(' ').nth(3).unwrap_or_default().to_owned();
    replaced(line, MOMENT.len(), |text| {
        let fits = text.bytes().zip(MOMENT.bytes()).all(|(one, sample)| match sample {
            digit if digit.is_ascii_digit() => one.is_ascii_digit(),
            other => one == other,
        });
        (fits && text.starts_with(&year)).then(|| MOMENT.to_owned())
    })
}

fn is_near(date: SystemTime) -> bool {
    let now = SystemTime::now();
    let distance = now.duration_since(date).or_else(|_| date.duration_since(now));
    distance.is_ok_and(|it| it < NEAR)
}

/// The text with each part of that length that `new` knows another text for.
fn replaced(text: &str, length: usize, new: impl Fn(&str) -> Option<String>) -> String {
    let mut written = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if let Some(new) = rest.get(..length).and_then(&new) {
            written.push_str(&new);
            rest = rest.get(length..).unwrap_or_default();
        } else {
            written.push(first);
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lasting_text(transcript: &str) -> String {
        let addresses = [
            (SocketAddr::from(([127, 0, 0, 1], 12345)), "127.0.0.1:5000"),
            (SocketAddr::from(([127, 0, 0, 1], 12346)), "127.0.0.1:9000"),
        ];
        lasting(transcript, addresses)
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
        let text = |moment: &str| format!("< {{\"timestamp\":\"{moment}.123Z\"}}\n");
        assert_eq!(lasting_text(&text(&format!("{year}-02-03T04:05:06"))), text(MOMENT));
        assert_eq!(lasting_text(&text("1999-02-03T04:05:06")), text("1999-02-03T04:05:06"));
    }
}
