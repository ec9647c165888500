use super::proof::Proof;

/// Receives the progress of a run. Calls come from several threads.
pub trait Progress: Sync {
    /// The total number of proofs.
    fn begin(&self, _count: usize) {}
    /// A target's runtime is being installed.
    fn setting_up(&self, _target: &str) {}
    /// A proof is done.
    fn done(&self, _proof: &Proof) {}
}

impl Progress for () {}
