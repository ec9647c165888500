//! Proof: runs the very text that the generator prints, in its framework, and reads the bytes.

mod blame;
mod case;
mod compile;
mod conduct;
mod expect;
mod finding;
mod folder;
mod grammar;
mod group;
mod guard;
mod helper;
mod hostile;
mod ledger;
mod limits;
mod log;
mod memory;
mod port;
mod proof;
mod prove;
mod quota;
pub mod report;
mod rule;
pub mod rules;
mod run;
mod runtime;
mod schedule;
mod server;
mod survey;
mod toolchain;
mod trial;
mod upstream;
mod verifier;
mod websocket;
mod wire;
mod words;
mod workspace;

pub use finding::{Finding, Level};
pub use folder::cache_folder;
pub use helper::{Helper, serve};
pub use hostile::Hostile;
pub use ledger::{Ledger, TargetEntry};
pub use limits::Limits;
pub use proof::{Proof, Verdict};
pub use prove::{Subject, prove};
pub use rule::Rule;
pub use toolchain::Tool;
pub use upstream::MockUpstream;
pub use verifier::{Progress, Scope, Settings, Verifier};

use crate::error::{Error, ErrorKind};

/// What to do with an error of the system: an error that says what was meant to be done.
fn broken<E: std::fmt::Display>(what: &'static str) -> impl Fn(E) -> Error {
    move |error| Error::new(ErrorKind::Proof, format!("{what}: {error}"))
}
