use std::time::Duration;

/// How long a server may take and how much it may send. Nothing exceeds these limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The time for one request and its response.
    pub response: Duration,
    /// The time for all requests of one proof.
    pub total: Duration,
    /// The time that a client waits for 100 (Continue) before it sends the content anyway, and for
    /// bytes that should not arrive.
    pub patience: Duration,
    /// The number of bytes that one connection may carry.
    pub bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            response: Duration::from_secs(10),
            total: Duration::from_mins(2),
            patience: Duration::from_secs(2),
            bytes: 8 << 20,
        }
    }
}
