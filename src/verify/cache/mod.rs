//! What took long and is kept: runtimes that were set up, and proofs.

mod folder;
mod memory;
mod runtime;
mod toolchain;

pub(super) use folder::Digester;
pub use folder::cache_folder;
pub(super) use memory::Memory;
pub(super) use runtime::Runtime;
pub use toolchain::Tool;
pub(super) use toolchain::{Missing, look};
