//! Regions: parts of a document between two markers that hold the output of a command.
//!
//! ```markdown
//! <!-- statuscraft 429 flask -->
//! …
//! <!-- /statuscraft 1f0c2a3b -->
//! ```
//!
//! A marker is a comment of the document's own [`Kind`], alone on its line. [`Document::read`] finds the
//! regions, [`Document::plan`] compares each with what its command prints now, and [`Plan::text`] is
//! the document with the regions updated. All of it is a function of bytes: nothing here reads or
//! writes a file.

mod asciidoc;
mod astro;
mod checksum;
mod command_output;
mod comment;
mod difference;
mod document;
mod fault;
mod format_setting;
mod html;
mod imports;
mod indented;
mod jsx_comments;
mod kind;
mod line_prefix;
mod lines;
mod markdown;
mod marker;
mod marker_pairs;
mod mdx;
mod mdx_javascript;
mod near_miss;
mod plan;
mod readers;
mod region;
mod region_content;
mod region_state;
mod rst;
mod settings;

pub use command_output::Printed;
pub use difference::difference;
pub use document::{Document, Reading};
pub use format_setting::Formats;
pub use kind::{Kind, Syntax};
pub use plan::{Comparison, Plan};
pub use region::Region;
pub use region_state::State;
pub use settings::Settings;
