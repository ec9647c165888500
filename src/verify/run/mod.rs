//! One run of `verify`: the data that its threads share, and their tasks.

mod case;
mod client;
mod client_setup;
mod compile;
mod program_run;
mod saved_program;
mod target_plan;
mod worker_pool;
mod workspace;

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use crate::error::Result;
use crate::snippet::Generator;
use crate::targets::{Target, Verification};
use crate::verify::broken;
use crate::verify::cache::ProofCache;
use crate::verify::cache::Runtime;
use crate::verify::cache::SharedFiles;
use crate::verify::cache::Tool;
use crate::verify::leaks::Leaks;
use crate::verify::lock::ProofLock;
use crate::verify::process::Launcher;
use crate::verify::process::Ports;
use crate::verify::progress::Progress;
use crate::verify::proof::{Proof, Verdict};
pub(in crate::verify) use case::Case;
use client::Client;
use saved_program::SavedProgram;

/// The data that all threads share.
pub(in crate::verify) struct Run<'a> {
    pub(in crate::verify) generator: &'a Generator,
    pub(in crate::verify) launcher: &'a Launcher,
    pub(in crate::verify) ports: &'a Ports,
    pub(in crate::verify) proofs: ProofCache,
    /// The proofs that are known to hold.
    pub(in crate::verify) lock: &'a ProofLock,
    /// What no response may show.
    pub(in crate::verify) leaks: Leaks,
    /// Where runtimes are kept.
    pub(in crate::verify) caches: &'a Path,
    /// Where workspaces are made.
    pub(in crate::verify) folder: &'a Path,
    /// Whether workspaces are kept.
    pub(in crate::verify) keep: bool,
    pub(in crate::verify) progress: &'a dyn Progress,
    pub(in crate::verify) results: Mutex<PartialResults>,
}

/// The results so far.
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
    /// The key of its proof in the cache.
    pub(in crate::verify) key: String,
    pub(in crate::verify) runtime: Arc<Runtime>,
    /// The client that is run against the program, if there is one.
    pub(in crate::verify) client: Option<Client>,
}

/// A task, which may create further tasks.
pub(in crate::verify) enum Task<'a> {
    /// Check all cases of one server, and set it up if something has to be proven.
    Plan(Vec<Case<'a>>),
    /// Compile the programs of one target.
    Compile(Vec<SavedProgram<'a>>),
    /// Run a program.
    Prove(Box<Ready<'a>>),
    /// Run a program that was compiled.
    ProveCompiled(Box<SavedProgram<'a>>),
}

impl<'a> Run<'a> {
    /// Runs all cases of these targets.
    pub(in crate::verify) fn carry_out(
        &'a self,
        jobs: NonZeroUsize,
        targets: Vec<Vec<Case<'a>>>,
    ) -> Result<()> {
        worker_pool::run(jobs, targets.into_iter().map(Task::Plan), |task| match task {
            Task::Plan(cases) => target_plan::plan(self, cases),
            Task::Compile(programs) => compile::compile(self, programs),
            Task::Prove(ready) => {
                let program = SavedProgram::save(self, *ready)?;
                self.prove(program)
            }
            Task::ProveCompiled(program) => self.prove(*program),
        })
    }

    fn prove(&'a self, program: SavedProgram<'a>) -> Result<Vec<Task<'a>>> {
        let (index, key) = (program.case.index, program.key.clone());
        let line = program.case.line(&key);
        let proof = Proof { line, ..program_run::prove(self, program)? };
        if proof.verdict == Verdict::Failed {
            self.proofs.remove(&key);
        } else {
            self.proofs.store(&key, &proof.findings, &proof.deviations);
        }
        self.settle(index, proof);
        Ok(Vec::new())
    }

    /// The files that targets share, and the root of a newer suite if the target wants it, or why
    /// there is none.
    fn shared_files(
        &self,
        target: &Target,
        verification: &Verification,
    ) -> Result<std::result::Result<SharedFiles, String>> {
        let files = self.generator.shared_runtime()?;
        let shared = SharedFiles::write(self.caches, &files)
            .map_err(broken("the files that targets share"))?;
        if !verification.root && !verification.front.as_ref().is_some_and(|it| it.root) {
            return Ok(Ok(shared));
        }
        self.progress.setting_up(target.id());
        let fault = shared.make_root(self.launcher).map_err(broken("the root of a newer suite"))?;
        Ok(fault.map_or(Ok(shared), |fault| Err(fault.message)))
    }

    /// Adds a proof to the results.
    pub(in crate::verify) fn settle(&self, index: usize, proof: Proof) {
        self.progress.done(&proof);
        let mut results = self.results.lock().unwrap_or_else(PoisonError::into_inner);
        results.proofs.insert(index, proof);
    }

    /// Adds a proof for each of these cases.
    fn settle_all(
        &self,
        cases: impl IntoIterator<Item = Case<'a>>,
        proof: impl Fn(&Case<'a>) -> Proof,
    ) {
        for case in cases {
            self.settle(case.index, proof(&case));
        }
    }
}
