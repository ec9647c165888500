//! Dates and moments near the present.

use std::time::{Duration, SystemTime};

use super::replaced::replaced;

/// What stands for a date that is today's.
const DAY: &str = "Thu, 01 Jan 2026 00:00:00 GMT";
/// What stands for a moment in content.
pub(super) const MOMENT: &str = "2026-01-01T00:00:00";
/// How near a date is to the present if it depends on it.
const NEAR: Duration = Duration::from_hours(48);

/// The line with each date near the present replaced.
pub(super) fn with_dates(line: &str) -> String {
    replaced(line, DAY.len(), |text| {
        let date = text.ends_with(" GMT").then(|| httpdate::parse_http_date(text).ok())??;
        is_near(date).then(|| DAY.to_owned())
    })
}

/// The line with each moment near the present replaced. The digits of a fraction of a second stay as
/// many, but are zeros.
pub(super) fn with_moments(line: &str) -> String {
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
