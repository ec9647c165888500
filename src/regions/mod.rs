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
mod checksum;
mod comment;
mod content;
mod difference;
mod document;
mod fault;
mod formats;
mod html;
mod imports;
mod indented;
mod javascript;
mod jsx_comments;
mod kind;
mod lines;
mod markdown;
mod marker;
mod mdx;
mod near_miss;
mod pairs;
mod plan;
mod prefix;
mod printed;
mod readers;
mod region;
mod rst;
mod settings;
mod state;

pub use difference::difference;
pub use document::{Document, Reading};
pub use formats::Formats;
pub use kind::{Kind, Syntax};
pub use plan::{Comparison, Plan};
pub use printed::Printed;
pub use region::Region;
pub use settings::Settings;
pub use state::State;
