//! What became of documents, told to people and to programs.

mod github;
mod json;
mod sarif;
mod text;

pub(super) use github::github;
pub(super) use json::json;
pub(super) use sarif::sarif;
pub(super) use text::{checked, filtered, state, updated};
