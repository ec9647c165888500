//! Many examples, explanations or facts at once: as a stream of records, or as the files of a folder.

mod context;
mod items;
mod layout;
mod resolved_selection;
mod selection;
mod subject;

pub use layout::Layout;
pub use resolved_selection::ResolvedSelection;
pub use selection::Selection;
pub use subject::Subject;
