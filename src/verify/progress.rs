use super::proof::Proof;

/// Who is told how a run goes on. Calls come from several threads.
pub trait Progress: Sync {
    /// So many proofs there will be.
    fn begin(&self, _count: usize) {}
    /// What a target needs is being installed.
    fn setting_up(&self, _target: &str) {}
    /// There is one more.
    fn done(&self, _proof: &Proof) {}
}

impl Progress for () {}
