//! The documents show the program's current output.
//!
//! `STATUSCRAFT_DOCUMENTS=write cargo test documents` rewrites transcripts and tables instead of
//! comparing them.

mod conformance;
mod contributing;
mod fields;
mod regions;
mod transcripts;
