//! Proofs: runs the text that the generator prints in its framework, and checks the bytes of the
//! responses.

mod cache;
mod client_check;
mod deviations;
mod expect;
mod finding;
mod grammar;
mod hostile_input;
mod leaks;
mod limits;
mod lock;
mod participants;
mod process;
mod program_rules;
mod progress;
mod proof;
mod prove;
mod record;
mod relay;
pub mod report;
mod request_difference;
mod results;
mod rule;
pub mod rules;
mod run;
mod running_example;
mod source_map;
mod stated_servers;
#[cfg(test)]
mod tests;
mod upstream;
mod verifier;
mod websocket;
mod wire;

pub use cache::{Tool, cache_folder};
pub use deviations::check_deviations;
pub use finding::{Finding, Level};

pub use hostile_input::Hostile;
pub use leaks::Leaks;
pub use limits::Limits;
pub use lock::ProofLock;
pub use process::{Helper, serve};
pub use progress::Progress;
pub use proof::{Proof, Verdict};
pub use prove::prove;
pub use results::{Results, ServerEntry, StatedDeviation, TargetEntry, Tier};
pub use rule::Rule;
pub use running_example::RunningExample;
pub use stated_servers::check_stated_servers;

pub use upstream::MockUpstream;
pub use verifier::{Scope, Settings, Verifier};

use crate::error::{Error, ErrorKind};

/// Turns an error of the system into an error that says what was attempted.
fn broken<E: std::fmt::Display>(what: &'static str) -> impl Fn(E) -> Error {
    move |error| Error::new(ErrorKind::Proof, format!("{what}: {error}"))
}
