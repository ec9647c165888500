//! Proof: runs the very text that the generator prints, in its framework, and reads the bytes.

mod finding;

pub use finding::{Finding, Level};
