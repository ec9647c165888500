use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A status code: three digits, 100 to 599 (RFC 9110, section 15).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[cfg_attr(feature = "formats", derive(schemars::JsonSchema))]
#[serde(try_from = "u16", into = "u16")]
pub struct Code(u16);

/// The class of a status code, its first digit (RFC 9110, section 15).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// 1xx: an interim response; the final one follows. 101 is both.
    Informational,
    /// 2xx: the request was received, understood and accepted.
    Successful,
    /// 3xx: the client has more to do.
    Redirection,
    /// 4xx: the request is at fault.
    ClientError,
    /// 5xx: the server is at fault.
    ServerError,
}

impl Code {
    /// The code of that number, if it is one.
    pub fn new(number: u16) -> Option<Self> {
        (100..600).contains(&number).then_some(Self(number))
    }

    /// The number, 100 to 599.
    pub fn number(self) -> u16 {
        self.0
    }

    /// The class, from the first digit.
    pub fn class(self) -> Class {
        match self.0 / 100 {
            1 => Class::Informational,
            2 => Class::Successful,
            3 => Class::Redirection,
            4 => Class::ClientError,
            _ => Class::ServerError,
        }
    }
}

impl FromStr for Class {
    type Err = String;

    /// Reads a class as people write it: `4xx`.
    fn from_str(text: &str) -> Result<Self, String> {
        match text.to_ascii_lowercase().as_str() {
            "1xx" => Ok(Self::Informational),
            "2xx" => Ok(Self::Successful),
            "3xx" => Ok(Self::Redirection),
            "4xx" => Ok(Self::ClientError),
            "5xx" => Ok(Self::ServerError),
            _ => Err("expected `1xx`, `2xx`, `3xx`, `4xx` or `5xx`".to_owned()),
        }
    }
}

impl TryFrom<u16> for Code {
    type Error = String;

    fn try_from(number: u16) -> Result<Self, String> {
        Self::new(number)
            .ok_or_else(|| format!("`{number}` is not a status code: expected 100 to 599"))
    }
}

impl From<Code> for u16 {
    fn from(code: Code) -> Self {
        code.0
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
