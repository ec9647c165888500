//! Output formats: the output of each (`snapshots/output/`), checked with independent parsers.

mod data;
mod fixture;
mod markdown;
mod markup;
mod registry;
mod requests;
