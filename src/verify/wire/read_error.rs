use std::fmt;
use std::io::{self, ErrorKind};

/// Why a response could not be read to its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::verify) enum ReadError {
    /// Nothing listens at the address.
    Refused,
    /// The connection ended after that many bytes of the expected message.
    Closed(usize),
    /// The time limit was reached.
    Late,
    /// The size limit was reached.
    TooLarge,
    /// The bytes are not a response.
    Malformed(String),
}

impl From<io::Error> for ReadError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            ErrorKind::ConnectionRefused => Self::Refused,
            ErrorKind::WouldBlock | ErrorKind::TimedOut => Self::Late,
            ErrorKind::FileTooLarge => Self::TooLarge,
            _ => Self::Closed(0),
        }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused => f.write_str("the connection was refused"),
            Self::Closed(0) => f.write_str("the connection ended before a response"),
            Self::Closed(bytes) => {
                write!(f, "the connection ended in mid-response after {bytes} bytes")
            }
            Self::Late => f.write_str("no complete response came in time"),
            Self::TooLarge => f.write_str("the response does not end"),
            Self::Malformed(why) => f.write_str(why),
        }
    }
}
