//! Requests: the words that ask for examples, at a terminal, in a document's marker and in a batch.

mod ask;
#[cfg(feature = "cli")]
mod words;

pub use ask::Request;
