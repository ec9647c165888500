/// The value of Content-Range (RFC 9110, section 14.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::verify) struct ContentRange {
    /// The first and last position; missing if the range could not be satisfied.
    pub(in crate::verify) positions: Option<(u64, u64)>,
    /// The complete length, if it is known.
    pub(in crate::verify) complete: Option<u64>,
}

impl ContentRange {
    /// Parses a range of bytes, or returns what is wrong with it.
    pub(in crate::verify) fn new(value: &str) -> Result<Self, String> {
        let malformed = || format!("`{}` is no range of bytes", value.escape_debug());
        let range = value.strip_prefix("bytes ").ok_or_else(malformed)?;
        let (positions, complete) = range.split_once('/').ok_or_else(malformed)?;
        let complete = match complete {
            "*" => None,
            length => Some(number(length).ok_or_else(malformed)?),
        };
        let positions = match positions {
            "*" => None,
            pair => {
                let (first, last) = pair.split_once('-').ok_or_else(malformed)?;
                Some((number(first).ok_or_else(malformed)?, number(last).ok_or_else(malformed)?))
            }
        };
        match (positions, complete) {
            (None, None) => Err(malformed()),
            (Some((first, last)), _) if last < first => {
                Err(format!("`{value}` ends before it begins"))
            }
            (Some((_, last)), Some(complete)) if complete <= last => {
                Err(format!("`{value}` ends after the end of the representation"))
            }
            _ => Ok(Self { positions, complete }),
        }
    }

    /// How many bytes the range has.
    pub(in crate::verify) fn length(self) -> Option<u64> {
        self.positions.map(|(first, last)| (last - first).saturating_add(1))
    }
}

fn number(text: &str) -> Option<u64> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}
