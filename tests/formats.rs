//! Output formats: what each prints (`snapshots/output/`), read back by readers that are not ours.

mod data;
mod fixture;
mod markdown;
mod markup;
mod registry;
mod requests;
