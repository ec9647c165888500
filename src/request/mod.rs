//! Requests for examples or articles, at a terminal, in a document's marker and in a batch.

mod article_options;
mod article_request;
mod compare;
mod example_request;
#[cfg(feature = "words")]
mod format_parser;
#[cfg(feature = "words")]
mod from_words;
mod json_fields;
mod json_request;
mod json_values;
mod named;
mod query;
mod sections;

pub use article_options::ArticleOptions;
pub use article_request::{ArticleRequest, Explain, List, ListKind, Search};
pub use compare::Compare;
pub use example_request::Request;
#[cfg(feature = "pipelines")]
pub(crate) use json_fields::{COMMANDS, Command, OPTIONS, Source};
#[cfg(feature = "pipelines")]
pub(crate) use json_request::{EXAMPLE, JsonRequest};
#[cfg(feature = "mcp")]
pub(crate) use json_values::CodeName;
#[cfg(feature = "pipelines")]
pub(crate) use json_values::Id;
pub use query::{Defaults, Query};
