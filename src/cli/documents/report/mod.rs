//! Reports on documents, for people and for programs.

mod github;
mod json;
mod sarif;
mod text;

pub(super) use github::github;
pub(super) use json::json;
pub(in crate::cli) use json::schema;
pub(super) use sarif::sarif;
pub(super) use text::{checked, filtered, state, updated};
