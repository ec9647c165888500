//! The cache: runtimes that were set up, and proofs.

mod folder;
mod proof_cache;
mod runtime;
mod set_up_error;
mod shared;
mod toolchain;

pub(super) use folder::Digester;
pub use folder::cache_folder;
pub(super) use proof_cache::ProofCache;
pub(super) use runtime::Runtime;
pub(super) use shared::SharedFiles;
pub use toolchain::Tool;
pub(super) use toolchain::look;
