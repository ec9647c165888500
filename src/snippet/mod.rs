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
#[cfg(feature = "cli")]
mod marked_literals;
mod named_targets;
mod no_literal;
mod options;
mod path;
mod refusal;
mod render;
mod rendered_template;
pub(crate) mod source_map;
#[cfg(feature = "cli")]
mod template_faults;
#[cfg(feature = "cli")]
mod template_outline;
#[cfg(feature = "cli")]
mod used_templates;

#[cfg(feature = "site")]
pub(crate) use environment::syntax;
pub use example::{Parts, ProgramFile, Snippet};
pub use generator::Generator;
#[cfg(feature = "cli")]
pub(crate) use marked_literals::MarkedLiterals;
pub use options::{Form, Options};
pub use path::ResourcePath;
pub use refusal::Refusal;
