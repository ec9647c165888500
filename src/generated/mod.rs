//! A folder of generated files: what is ours in it, what has to be written, and what must be left
//! alone.
//!
//! A manifest in the folder holds path and hash of each file. A file whose bytes are right is not
//! touched. A file of ours that is no longer wanted is removed; one that was edited since is not
//! overwritten unless that is asked for; one that was never ours is not touched at all.

mod conflict;
mod depfile;
mod difference;
mod disk;
mod manifest;
mod relative_path;
mod reserved_names;
mod unchanged;
mod update;

pub use depfile::write_depfile;
pub use difference::{Difference, DifferenceKind};
pub use update::{FolderUpdate, Summary};
