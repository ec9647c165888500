//! Many examples at once: as a stream of records, or as the files of a folder.

mod choice;
mod layout;
mod selection;

pub use choice::Choice;
pub use layout::Layout;
pub use selection::Selection;
