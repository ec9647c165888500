//! Snippets: a template renders a status code for a target.

mod client_content;
mod client_context;
mod context;
mod dedent;
mod environment;
mod example;
mod explanations;
mod files;
mod filters;
mod generator;
mod identifier;
mod limits;
mod named_targets;
mod options;
mod path;
mod refusal;
mod render;
pub(crate) mod source_map;

#[cfg(feature = "site")]
pub(crate) use environment::syntax;
pub use example::{Parts, ProgramFile, Snippet};
pub use generator::Generator;
pub use options::{Form, Options};
pub use path::ResourcePath;
pub use refusal::Refusal;
