//! Requests for examples or articles, at a terminal, in a document's marker and in a batch.

mod example_request;
#[cfg(feature = "cli")]
mod format_parser;
#[cfg(feature = "cli")]
mod from_words;
mod query;
mod reading;

pub use example_request::Request;
pub use query::Query;
pub use reading::{Compare, Explain, List, Listed, Look, Reading, Search};
