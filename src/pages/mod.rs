//! Explanations, comparisons, searches and lists.

mod browsers;
mod comparison_page;
mod difference;
mod examples;
mod explanation;
mod facts;
mod listing;
mod record;
mod search;
mod text;
mod vocabulary;
mod words;

pub use comparison_page::{ComparisonPage, Side};
pub use difference::Difference;
pub use explanation::Explanation;
pub use listing::{statuses, targets};
pub use record::{comparison_schema, explanation_schema};
pub use search::{Hit, found, search};
pub(crate) use text::weights;
pub(crate) use vocabulary::EMPTY;
