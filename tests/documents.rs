//! What the documents show is what the program does.
//!
//! `STATUSCRAFT_DOCUMENTS=write cargo test documents` rewrites transcripts and tables instead of
//! comparing them.

mod contributing;
mod fields;
mod regions;
mod transcripts;
