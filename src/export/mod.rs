//! Many examples at once: as a stream of records, or as the files of a folder.

mod layout;
mod resolved_selection;
mod selection;

pub use layout::Layout;
pub use resolved_selection::ResolvedSelection;
pub use selection::Selection;
