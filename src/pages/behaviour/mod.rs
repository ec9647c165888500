//! How the frameworks behave in HTTP's edge cases: a row for each behaviour, a column for each server.
//!
//! Every cell is computed from the proofs that the program was built with (`proofs.lock`), from the
//! deviations that a target states and that were seen, and from what doesn't work on a server.

mod article;
mod cell;
mod csv;
mod matrix;
mod overview;
mod record;
mod row;
mod seen_proofs;

pub use cell::{Cell, Remark, Verdict};
pub use csv::csv;
pub use matrix::{Column, Matrix};
pub use record::behaviour_schema;
pub use row::Behaviour;
