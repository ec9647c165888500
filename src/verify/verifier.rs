use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::{fs, thread};

use super::broken;
use super::cache::ProofCache;
use super::cache::cache_folder;
use super::deviations::check_deviations;
use super::hostile_input::Hostile;
use super::leaks::Leaks;
use super::lock::ProofLock;
use super::participants::Participants;
use super::process::Guard;
use super::process::Helper;
use super::process::Launcher;
use super::process::Ports;
use super::progress::Progress;
use super::results::{Results, ServerEntry, StatedDeviation, TargetEntry, Tier};
use super::run::{Case, PartialResults, Run};
use crate::catalogue::{Body, Status};
use crate::error::{Error, ErrorKind, Result};
use crate::snippet::{Generator, Options};
use crate::targets::{ServerSetup, Target};

/// How a run is carried out.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The executable that starts the programs.
    pub helper: Helper,
    /// Where runtimes and earlier proofs are kept.
    pub caches: PathBuf,
    /// How many programs run at the same time.
    pub jobs: NonZeroUsize,
    /// Whether everything is run again, even what earlier runs have proven.
    pub fresh: bool,
    /// Whether proofs that earlier runs have stored are used.
    pub remembers: bool,
    /// The proofs that are known to hold, unless everything is proven again.
    pub lock: ProofLock,
    /// Which part of how many parts of the proofs is carried out: the first is 1 of so many.
    pub shard: Option<(usize, usize)>,
    /// A folder in which the workspaces are created and kept. Otherwise they are temporary and
    /// removed.
    pub keep: Option<PathBuf>,
}

impl Settings {
    /// The default settings: the user's [cache folder](cache_folder) and one program per core.
    pub fn new(helper: Helper) -> Self {
        let jobs = thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
        Self {
            helper,
            caches: cache_folder(),
            jobs,
            fresh: false,
            remembers: true,
            keep: None,
            lock: ProofLock::default(),
            shard: None,
        }
    }
}

/// What to prove. An empty list stands for everything.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    /// Status codes: numbers or phrases. An empty list stands for all that IANA lists.
    pub codes: Vec<String>,
    /// Whether codes that IANA does not list are included, if no code is named.
    pub unofficial: bool,
    /// Names of targets.
    pub targets: Vec<String>,
    /// The server on which they run, or `all`; the first of each target if none is named.
    pub server: Option<String>,
    /// Whether it is the strict examples that are proven.
    pub strict: bool,
    /// The shape of errors, `json` if none is named.
    pub body: Option<String>,
}

impl Scope {
    /// The options with what the scope says of them.
    fn options(&self, options: Options) -> Options {
        Options { strict: self.strict, body: self.body.clone(), ..options }
    }

    /// Whether every code of a target is proven.
    fn is_complete(&self) -> bool {
        self.codes.is_empty()
    }
}

/// Proves snippets by running them.
pub struct Verifier<'a> {
    generator: &'a Generator,
    settings: Settings,
}

impl<'a> Verifier<'a> {
    /// A verifier of what this generator prints.
    pub fn new(generator: &'a Generator, settings: Settings) -> Self {
        Self { generator, settings }
    }

    /// Proves the examples of all pairs in the scope: servers by sending them requests, clients by
    /// running them against each server in the scope, or against all if it has none.
    ///
    /// # Errors
    ///
    /// If the scope names something unknown or without an example, a file of a target is wrong, or
    /// the system refuses folders or processes. A faulty example is not an error but a verdict.
    pub fn verify(&self, scope: &Scope, progress: &dyn Progress) -> Result<Results> {
        let participants = self.participants(scope)?;
        let statuses = self.statuses(scope)?;
        let programs =
            statuses.iter().map(|status| (*status, scope.options(Options::default()), None));
        let programs: Vec<_> = programs.collect();
        let cases = participants.cases(&programs, &participants.servers);
        let mut results = self.run(&participants, cases, progress, scope)?;
        if scope.is_complete() && self.settings.shard.is_none() {
            results.note_unseen_deviations(&participants.targets, scope.strict);
        }
        Ok(results)
    }

    /// Proves that hostile messages, paths and names come back unchanged, in each target of the
    /// scope. The codes of the scope are ignored: the input names the code. Each client runs
    /// against the first server only, because its own program is what could break.
    ///
    /// # Errors
    ///
    /// Those of [`verify`](Self::verify).
    pub fn verify_hostile(
        &self,
        scope: &Scope,
        hostile: &Hostile,
        progress: &dyn Progress,
    ) -> Result<Results> {
        let participants = self.participants(scope)?;
        let status = self.generator.status(&hostile.code.to_string())?;
        let inputs = hostile.inputs().into_iter();
        let programs: Vec<_> =
            inputs.map(|(label, options)| (status, scope.options(options), Some(label))).collect();
        let cases =
            participants.cases(&programs, participants.servers.get(..1).unwrap_or_default());
        self.run(&participants, cases, progress, scope)
    }

    fn participants(&self, scope: &Scope) -> Result<Participants> {
        self.generator.body(scope.body.as_deref().unwrap_or(Body::DEFAULT))?;
        let participants =
            Participants::new(self.generator, &scope.targets, scope.server.as_deref())?;
        let statuses = self.generator.all_statuses()?;
        for target in &participants.targets {
            check_deviations(target, &statuses)?;
        }
        Ok(participants)
    }

    fn statuses(&self, scope: &Scope) -> Result<Vec<&'a Status>> {
        if scope.codes.is_empty() {
            let mut statuses = if scope.unofficial {
                self.generator.all_statuses()?
            } else {
                self.generator.statuses()?
            };
            statuses.retain(|status| status.no_snippet.is_none());
            return Ok(statuses);
        }
        let mut statuses: Vec<&Status> = Vec::new();
        for query in &scope.codes {
            let status = self.generator.status(query)?;
            if let Some(reason) = &status.no_snippet {
                let message = format!("{} has no example to verify", status.code);
                return Err(Error::new(ErrorKind::Unsupported, message).with_hint(reason.trim()));
            }
            statuses.push(status);
        }
        statuses.sort_by_key(|status| status.code);
        statuses.dedup_by_key(|status| status.code);
        Ok(statuses)
    }

    fn run(
        &self,
        participants: &Participants,
        cases: Vec<Vec<Case<'a>>>,
        progress: &dyn Progress,
        scope: &Scope,
    ) -> Result<Results> {
        let mut cases = cases;
        if let Some((number, count)) = self.settings.shard {
            for group in &mut cases {
                group.retain(|case| case.index % count.max(1) == number.saturating_sub(1));
            }
        }
        let nothing = ProofLock::default();
        progress.begin(cases.iter().map(Vec::len).sum());
        let temporary = tempfile::Builder::new().prefix("statuscraft-").tempdir();
        let temporary = temporary.map_err(broken("the folder of workspaces"))?;
        let folder = self.settings.keep.as_deref().unwrap_or(temporary.path());
        fs::create_dir_all(folder).map_err(broken("the folder of workspaces"))?;
        let helper = self.settings.helper.clone();
        let guard = Guard::start(&helper, Some(temporary.path())).map_err(broken("the guard"))?;
        let launcher = Launcher { helper, guard };
        let ports = Ports::new();
        let run = Run {
            generator: self.generator,
            launcher: &launcher,
            ports: &ports,
            proofs: ProofCache::new(
                &self.settings.caches,
                self.settings.fresh || !self.settings.remembers,
            ),
            lock: if self.settings.fresh { &nothing } else { &self.settings.lock },
            leaks: Leaks::new(self.generator)?,
            caches: &self.settings.caches,
            folder,
            keep: self.settings.keep.is_some(),
            progress,
            results: Mutex::new(PartialResults::default()),
        };
        run.carry_out(self.settings.jobs, cases)?;
        let results = run.results.into_inner().unwrap_or_else(PoisonError::into_inner);
        let mut tools = results.tools;
        let entry = |target: &Arc<Target>| TargetEntry {
            id: target.id().to_owned(),
            title: target.title.clone(),
            role: target.role,
            version: target.version.clone(),
            servers: servers(target, &participants.servers),
            pinned: target.verify.as_ref().and_then(|it| it.pinned.clone()),
            toolchain: tools.remove(target.id()).unwrap_or_default(),
            deviations: deviations(target, scope.strict),
        };
        Ok(Results {
            statuscraft: env!("CARGO_PKG_VERSION"),
            tier: if scope.strict { Tier::Strict } else { Tier::Usual },
            body: scope.body.clone().unwrap_or_else(|| Body::DEFAULT.to_owned()),
            targets: participants.asked().map(entry).collect(),
            proofs: results.proofs.into_values().collect(),
        })
    }
}

/// Where the examples of a target do otherwise than the catalogue asks.
fn deviations(target: &Target, strict: bool) -> Vec<StatedDeviation> {
    let all = target.deviations.iter().filter(|it| it.strict || !strict);
    all.map(StatedDeviation::new).collect()
}

/// The servers on which a target's programs were run, if it names its servers.
fn servers(target: &Target, all: &[Arc<Target>]) -> Vec<ServerEntry> {
    let own = all.iter().filter(|it| it.id() == target.id());
    let setups = own.filter_map(|it| it.verify.as_ref().and_then(|it| it.server.as_ref()));
    let entry = |it: &ServerSetup| ServerEntry {
        id: it.id.clone(),
        title: it.title.clone(),
        development: it.development,
    };
    setups.map(entry).collect()
}
