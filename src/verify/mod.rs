//! Proof: runs the very text that the generator prints, in its framework, and reads the bytes.

mod expect;
mod finding;
mod grammar;
mod limits;
mod prove;
mod rule;
pub mod rules;
mod subject;
#[cfg(test)]
mod tests;
mod upstream;
mod websocket;
mod wire;

pub use finding::{Finding, Level};
pub use limits::Limits;
pub use prove::prove;
pub use rule::Rule;
pub use subject::Subject;
pub use upstream::MockUpstream;
