//! Recorded exchanges: what went over the wire, without what differs from run to run.

use std::collections::BTreeSet;
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
/// Fields with a number that is counted down or that is a moment.
const CLOCKS: [&str; 3] = ["retry-after", "ratelimit-reset", "x-ratelimit-reset"];
/// What stands for such a number.
const SECONDS: &str = "60";
/// Fields whose values servers make up from times and random numbers.
const OPAQUE: [&str; 10] = [
    "location",
    "content-location",
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
    for made_up in text.lines().flat_map(numbers).collect::<BTreeSet<_>>() {
        text = text.replace(&made_up, DIGITS);
    }
    for made_up in text.lines().flat_map(made_up).collect::<BTreeSet<_>>() {
        text = text.replace(&made_up, &stretched(DIGITS, made_up.len()));
    }
    let lines = heads(&text).into_iter();
    lines.map(|line| lasting_line(line, fixed) + "\n").collect()
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

/// What a server has made up in the value of a field: long runs of hexadecimal digits, and longer ones
/// of letters and digits.
fn made_up(line: &str) -> Vec<String> {
    let Some((_, name, value)) = field(line) else { return Vec::new() };
    if !OPAQUE.iter().any(|it| name.eq_ignore_ascii_case(it)) {
        return Vec::new();
    }
    let is_path = value.contains("://") || value.starts_with('/');
    let belongs =
        |one: char| one.is_ascii_alphanumeric() || "+_".contains(one) || (one == '/' && !is_path);
    let runs = value.split(UUID).flat_map(|part| part.split(|one| !belongs(one)));
    let is_made_up = |run: &&str| {
        let digits = run.len() >= MADE_UP && run.bytes().all(|one| one.is_ascii_hexdigit());
        let hash = run.len() >= HASH && run.bytes().any(|one| one.is_ascii_digit());
        (digits || hash) && run.bytes().any(|one| one.is_ascii_digit())
    };
    runs.filter(is_made_up).map(str::to_owned).collect()
}

/// The long decimal numbers in an entity tag, which are moments and hashes and may be shorter next time.
fn numbers(line: &str) -> Vec<String> {
    let Some((_, name, value)) = field(line) else { return Vec::new() };
    if !value.contains('"') || !OPAQUE.iter().any(|it| name.eq_ignore_ascii_case(it)) {
        return Vec::new();
    }
    let runs = value.split(|one: char| !one.is_ascii_alphanumeric() && one != '.');
    let is_number = |run: &&str| {
        run.len() >= MADE_UP && run.bytes().all(|one| one.is_ascii_digit() || one == b'.')
    };
    runs.filter(is_number).map(str::to_owned).collect()
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
    if is(&["allow"]) {
        let mut methods: Vec<&str> = value.split(", ").collect();
        methods.sort_unstable();
        return format!("{mark} {name}: {}", methods.join(", "));
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

/// The text, repeated and cut to that length.
fn stretched(text: &str, length: usize) -> String {
    text.chars().cycle().take(length).collect()
}

/// The text with each UUID replaced.
fn with_uuids(text: &str) -> String {
    replaced(text, UUID.len(), |text| {
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

/// The line with each moment near the present replaced. The digits of a fraction of a second stay as
/// many, but are zeros.
fn with_moments(line: &str) -> String {
    let today = httpdate::fmt_http_date(SystemTime::now());
    let year = today.split(' ').nth(3).unwrap_or_default().to_owned();
    let line = replaced(line, MOMENT.len(), |text| {
        let fits = text.bytes().zip(MOMENT.bytes()).all(|(one, sample)| match sample {
            digit if digit.is_ascii_digit() => one.is_ascii_digit(),
            other => one == other,
        });
        (fits && text.starts_with(&year)).then(|| MOMENT.to_owned())
    });
    let start = format!("{MOMENT}.");
    let mut parts = line.split(&start);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        let rest = part.trim_start_matches(|one: char| one.is_ascii_digit());
        text + &start + &"0".repeat(part.len() - rest.len()) + rest
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
                          < X-RateLimit-Reset: 1795683539\n< Allow: HEAD, GET\n< \n\
                          < <href>/locks/YJKW23ADUIGOCKSTH22TOE2YW3</href>\n";
        assert_eq!(
            lasting_text(transcript),
            "< Location: /locks/5f3759df5f3759df5f3759df5f\n< Retry-After: 120\n\
             < X-RateLimit-Reset: 60\n< Allow: GET, HEAD\n< \n\
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
