//! The results of a run in several formats.

mod html;
mod json;
mod junit;
mod markdown;
mod markdown_servers;
mod server_table;
mod table;
mod text;
mod text_servers;

pub use html::Html;
pub use json::Json;
pub use junit::Junit;
pub use markdown::Markdown;
pub use text::Text;

use super::results::Results;
use crate::error::Result;

/// A report format. The same results give the same bytes.
pub trait Report {
    /// The report, which ends with a line break.
    ///
    /// # Errors
    ///
    /// If the format can't represent the results.
    fn write(&self, results: &Results) -> Result<String>;
}
