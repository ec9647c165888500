//! Proof: runs the very text that the generator prints, in its framework, and reads the bytes.

mod expect;
mod finding;
mod grammar;
mod limits;
mod prove;
mod rule;
pub mod rules;
#[cfg(test)]
mod tests;
mod upstream;
mod websocket;
mod wire;

pub use finding::{Finding, Level};
pub use limits::Limits;
pub use prove::{Subject, prove};
pub use rule::Rule;
pub use upstream::MockUpstream;
