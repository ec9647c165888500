//! Explanations, comparisons, searches and lists.

#[cfg(feature = "site")]
pub mod behaviour;
mod browsers;
mod code_record;
mod comparison_page;
mod difference;
mod example_options;
mod examples;
mod explanation;
mod facts;
mod how_to;
mod labels;
mod list_record;
mod listing;
mod recipes;
mod record;
mod search;
mod search_text;
mod search_words;
mod upstream;

pub use code_record::{code_record, code_schema, transcript_record, transcript_schema};
pub use comparison_page::{ComparisonPage, Side};
pub use difference::Difference;
pub use example_options::example_options;
pub use explanation::Explanation;
pub use how_to::{Saved, how_to};
pub use list_record::{how_schema, list_schema};
pub use listing::{formats, statuses, targets};
pub use recipes::{Need, needs, recipes};
pub use record::{comparison_schema, explanation_schema};
pub use search::{Hit, found, search, search_schema};
#[cfg(feature = "site")]
pub(crate) use search_text::searched;
pub(crate) use search_words::STOP_WORDS;
