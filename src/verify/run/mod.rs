//! One run of `verify`: what its threads share, and the tasks that they carry out.

mod case;
mod client;
mod client_setup;
mod compile;
mod schedule;
mod survey;
mod trial;
mod workspace;

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use crate::error::Result;
use crate::snippet::Generator;
use crate::verify::cache::Memory;
use crate::verify::cache::Runtime;
use crate::verify::cache::Tool;
use crate::verify::process::Launcher;
use crate::verify::process::Ports;
use crate::verify::progress::Progress;
use crate::verify::proof::{Proof, Verdict};
pub(in crate::verify) use case::Case;
use client::Client;
use trial::Stage;

/// What all threads share.
pub(in crate::verify) struct Run<'a> {
    pub(in crate::verify) generator: &'a Generator,
    pub(in crate::verify) launcher: &'a Launcher,
    pub(in crate::verify) ports: &'a Ports,
    pub(in crate::verify) memory: Memory,
    /// Where runtimes are kept.
    pub(in crate::verify) caches: &'a Path,
    /// Where workspaces are made.
    pub(in crate::verify) folder: &'a Path,
    /// Whether workspaces stay.
    pub(in crate::verify) keep: bool,
    pub(in crate::verify) progress: &'a dyn Progress,
    pub(in crate::verify) results: Mutex<PartialResults>,
}

/// What has been found out so far.
#[derive(Default)]
pub(in crate::verify) struct PartialResults {
    /// The proofs by the index of their case.
    pub(in crate::verify) proofs: BTreeMap<usize, Proof>,
    /// The programs of each target.
    pub(in crate::verify) tools: BTreeMap<String, Vec<Tool>>,
}

/// A case whose runtime is ready.
pub(in crate::verify) struct Ready<'a> {
    pub(in crate::verify) case: Case<'a>,
    /// Under which key its proof is remembered.
    pub(in crate::verify) key: String,
    pub(in crate::verify) runtime: Arc<Runtime>,
    /// The client that is run against the program, if it is not asked directly.
    pub(in crate::verify) client: Option<Client>,
}

/// Something to do, which may bring more.
pub(in crate::verify) enum Task<'a> {
    /// Look at all cases of one server, and set it up if something is left to be proven.
    Survey(Vec<Case<'a>>),
    /// Compile the programs of one target.
    Compile(Vec<Stage<'a>>),
    /// Run a program.
    Prove(Box<Ready<'a>>),
    /// Run a program that was compiled.
    ProveCompiled(Box<Stage<'a>>),
}

impl<'a> Run<'a> {
    /// Carries out everything that the cases of these targets bring.
    pub(in crate::verify) fn carry_out(
        &'a self,
        jobs: NonZeroUsize,
        targets: Vec<Vec<Case<'a>>>,
    ) -> Result<()> {
        schedule::work(jobs, targets.into_iter().map(Task::Survey), |task| match task {
            Task::Survey(cases) => survey::survey(self, cases),
            Task::Compile(stages) => compile::compile(self, stages),
            Task::Prove(ready) => {
                let stage = Stage::set(self, *ready)?;
                self.prove(stage)
            }
            Task::ProveCompiled(stage) => self.prove(*stage),
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
    pub(in crate::verify) fn settle(&self, index: usize, proof: Proof) {
        self.progress.done(&proof);
        let mut results = self.results.lock().unwrap_or_else(PoisonError::into_inner);
        results.proofs.insert(index, proof);
    }
}
