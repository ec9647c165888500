//! Digits that a server makes up.

use super::replaced::replaced;

/// What stands for digits that a server makes up, as often as it takes.
pub(super) const DIGITS: &str = "5f3759df";
const UUID: &str = "5f3759df-5f37-459d-8f37-5f3759df5f37";
/// How many hexadecimal digits in a row are made up.
pub(super) const MADE_UP: usize = 6;
/// How many letters and digits in a row are a hash.
const HASH: usize = 16;
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

/// What a server has made up in the value of a field: long runs of hexadecimal digits, and longer ones
/// of letters and digits.
pub(super) fn made_up(name: &str, value: &str) -> Vec<String> {
    let is_path = value.contains("://") || value.starts_with('/');
    let belongs =
        |one: char| one.is_ascii_alphanumeric() || "+_".contains(one) || (one == '/' && !is_path);
    let is_made_up = |run: &str| {
        let digits = run.len() >= MADE_UP && run.bytes().all(|one| one.is_ascii_hexdigit());
        let hash = run.len() >= HASH && run.bytes().any(|one| one.is_ascii_digit());
        (digits || hash) && run.bytes().any(|one| one.is_ascii_digit())
    };
    value.split(UUID).flat_map(|part| runs(name, part, belongs, is_made_up)).collect()
}

/// The long decimal numbers in an entity tag, which are moments and hashes and may be shorter next time.
pub(super) fn numbers(name: &str, value: &str) -> Vec<String> {
    if !value.contains('"') {
        return Vec::new();
    }
    let belongs = |one: char| one.is_ascii_alphanumeric() || one == '.';
    let is_number = |run: &str| {
        run.len() >= MADE_UP && run.bytes().all(|one| one.is_ascii_digit() || one == b'.')
    };
    runs(name, value, belongs, is_number)
}

/// The runs of such characters in the value of a field whose values servers make up.
fn runs(
    name: &str,
    value: &str,
    belongs: impl Fn(char) -> bool,
    is_one: impl Fn(&str) -> bool,
) -> Vec<String> {
    if !OPAQUE.iter().any(|it| name.eq_ignore_ascii_case(it)) {
        return Vec::new();
    }
    let runs = value.split(|one| !belongs(one)).filter(|run| is_one(run));
    runs.map(str::to_owned).collect()
}

/// The text, repeated and cut to that length.
pub(super) fn stretched(text: &str, length: usize) -> String {
    text.chars().cycle().take(length).collect()
}

/// The text with each UUID replaced.
pub(super) fn with_uuids(text: &str) -> String {
    replaced(text, UUID.len(), |text| {
        let fits = text.bytes().zip(UUID.bytes()).all(|(one, sample)| match sample {
            b'-' => one == b'-',
            _ => one.is_ascii_hexdigit(),
        });
        fits.then(|| UUID.to_owned())
    })
}
