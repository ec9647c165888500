//! One run of `verify`: what its threads share, and the tasks that they carry out.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use super::case::Case;
use super::compile;
use super::group::Launcher;
use super::memory::Memory;
use super::port::Ports;
use super::proof::{Proof, Verdict};
use super::runtime::Runtime;
use super::schedule;
use super::survey;
use super::toolchain::Tool;
use super::trial::{self, Stage};
use super::verifier::Progress;
use crate::error::Result;
use crate::snippet::Generator;

/// What all threads share.
pub(super) struct Run<'a> {
    pub(super) generator: &'a Generator,
    pub(super) launcher: &'a Launcher,
    pub(super) ports: &'a Ports,
    pub(super) memory: Memory,
    /// Where runtimes are kept.
    pub(super) caches: &'a Path,
    /// Where workspaces are made.
    pub(super) folder: &'a Path,
    /// Whether workspaces stay.
    pub(super) keep: bool,
    pub(super) progress: &'a dyn Progress,
    pub(super) results: Mutex<Results>,
}

/// What has been found out so far.
#[derive(Default)]
pub(super) struct Results {
    /// The proofs by the index of their case.
    pub(super) proofs: BTreeMap<usize, Proof>,
    /// The programs of each target.
    pub(super) tools: BTreeMap<String, Vec<Tool>>,
}

/// A case whose runtime is ready.
pub(super) struct Ready<'a> {
    pub(super) case: Case<'a>,
    /// Under which key its proof is remembered.
    pub(super) key: String,
    pub(super) runtime: Arc<Runtime>,
}

/// Something to do, which may bring more.
pub(super) enum Task<'a> {
    /// Look at all cases of one target, and set it up if something is left to be proven.
    Survey(Vec<Case<'a>>),
    /// Compile the programs of one target.
    Compile(Vec<Stage<'a>>),
    /// Run a program.
    Prove(Ready<'a>),
    /// Run a program that was compiled.
    ProveCompiled(Stage<'a>),
}

impl<'a> Run<'a> {
    /// Carries out everything that the cases of these targets bring.
    pub(super) fn carry_out(
        &'a self,
        jobs: NonZeroUsize,
        targets: Vec<Vec<Case<'a>>>,
    ) -> Result<()> {
        schedule::work(jobs, targets.into_iter().map(Task::Survey), |task| match task {
            Task::Survey(cases) => survey::survey(self, cases),
            Task::Compile(stages) => compile::compile(self, stages),
            Task::Prove(ready) => {
                let stage = Stage::set(self, ready)?;
                self.prove(stage)
            }
            Task::ProveCompiled(stage) => self.prove(stage),
        })
    }

    fn prove(&'a self, stage: Stage<'a>) -> Result<Vec<Task<'a>>> {
        let (index, key) = (stage.case.index, stage.key.clone());
        let proof = trial::prove(self, stage)?;
        if proof.verdict == Verdict::Failed {
            self.memory.forget(&key);
        } else {
            self.memory.keep(&key, &proof.findings);
        }
        self.settle(index, proof);
        Ok(Vec::new())
    }

    /// Enters a proof in the results.
    pub(super) fn settle(&self, index: usize, proof: Proof) {
        self.progress.done(&proof);
        let mut results = self.results.lock().unwrap_or_else(PoisonError::into_inner);
        results.proofs.insert(index, proof);
    }
}
