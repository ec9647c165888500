//! A folder of generated files: which of its files were generated, what has to be written, and what
//! must not be touched.
//!
//! A manifest in the folder holds the path and hash of each generated file. A file whose content is
//! right is not touched. A generated file that is no longer needed is removed. A generated file
//! that was edited is only overwritten on request. Other files are never touched.

mod atomic_write;
mod conflict;
mod depfile;
mod difference;
mod manifest;
mod relative_path;
mod reserved_names;
mod single_file;
mod unchanged;
mod update;

#[cfg(feature = "cli")]
pub(crate) use atomic_write::{make_folder, obstacle};
pub use depfile::write_depfile;
pub use difference::{Difference, DifferenceKind};
pub use manifest::manifest_schema;
#[cfg(feature = "cli")]
pub(crate) use single_file::{destination, write_file};
pub use update::{FolderUpdate, Summary};
