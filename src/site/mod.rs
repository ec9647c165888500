//! The reference as a static site: a page for each code, each pair of codes and each framework, made
//! from page templates.

mod address;
mod base64;
mod changelog;
mod check;
mod code_context;
mod contents;
mod example_context;
mod inputs_hash;
mod json_ld;
mod links;
mod markdown;
mod markdown_tables;
mod offered;
mod own_examples;
mod page_metadata;
mod page_renderer;
mod pages;
mod playground;
mod prose;
mod search_index;
mod settings;
mod site_file;
mod theme_script;
mod writer;

pub use check::{check, unused_templates};
pub use settings::{BaseUrl, Pairs, Settings};
pub use writer::write;
