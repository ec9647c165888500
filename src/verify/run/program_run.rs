//! One program: saved, started, asked, stopped.

use std::ops::Deref;
use std::path::Path;
use std::time::Duration;

use super::workspace::{CANARY, Workspace};
use super::{Ready, Run, client};
use crate::error::Result;
use crate::snippet::Options;
use crate::verify::broken;
use crate::verify::finding::Finding;
use crate::verify::limits::Limits;
use crate::verify::process::Launch;
use crate::verify::process::Port;
use crate::verify::process::Quota;
use crate::verify::process::Server;
use crate::verify::process::log;
use crate::verify::process::{fill, split};
use crate::verify::program_rules;
use crate::verify::proof::{Proof, Verdict};
use crate::verify::prove::prove as exchange;
use crate::verify::running_example::RunningExample;
use crate::verify::source_map;
use crate::verify::upstream::MockUpstream;

/// How long a program that answered wrongly is given to end.
const EXIT_GRACE: Duration = Duration::from_millis(300);

/// A case whose program is saved where it will run.
pub(in crate::verify) struct SavedProgram<'a> {
    ready: Ready<'a>,
    pub(in crate::verify) workspace: Workspace,
    /// The options of the case, with the port and the upstream of this run.
    pub(in crate::verify) options: Options,
    port: Port<'a>,
    pub(in crate::verify) upstream: MockUpstream,
}

impl<'a> Deref for SavedProgram<'a> {
    type Target = Ready<'a>;

    fn deref(&self) -> &Ready<'a> {
        &self.ready
    }
}

impl<'a> SavedProgram<'a> {
    /// Finds a port and saves the program in a fresh workspace.
    pub(in crate::verify) fn save(run: &'a Run<'a>, ready: Ready<'a>) -> Result<Self> {
        let case = &ready.case;
        let port = run.ports.take().map_err(broken("a port for a program"))?;
        let upstream = MockUpstream::start().map_err(broken("the server behind a gateway"))?;
        let options = Options {
            port: Some(port.number),
            upstream: Some(format!("http://{}", upstream.address())),
            ..case.options.clone()
        };
        let text = case.text(run.generator, &options)?.unwrap_or_default();
        let name = format!("{}-{}-{}", case.target.id(), case.status.code, case.index);
        let root = run.folder.join(name);
        let file = case.target.file(case.status.code);
        let workspace = match &case.target.verify {
            Some(verification) => Workspace::new(root, &ready.runtime, verification)
                .and_then(|workspace| workspace.save(file, &text).map(|()| workspace)),
            None => Err(std::io::Error::other("nothing says how it is run")),
        };
        let workspace = workspace.map_err(broken("the workspace of a program"))?;
        Ok(Self { ready, workspace, options, port, upstream })
    }

    /// How the compiler's log names this program's folder.
    pub(in crate::verify) fn name(&self) -> String {
        format!("{}/", self.workspace.folder.display())
    }

    /// The environment of what runs here.
    pub(in crate::verify) fn env(&self) -> std::collections::BTreeMap<String, String> {
        let verification = self.case.target.verify.as_ref();
        verification.map(|it| self.workspace.env(&self.runtime, it)).unwrap_or_default()
    }

    /// Removes the workspace unless it is to stay.
    pub(in crate::verify) fn clear(self, run: &Run<'_>) {
        if !run.keep {
            self.workspace.remove();
        }
    }

    /// What is to be said if a program has carried out its input.
    pub(in crate::verify) fn canary(&self) -> Option<Finding> {
        let message = format!("the program has made the file `{CANARY}`: its input was executed");
        self.workspace.has_canary().then(|| program_rules::finding(program_rules::CANARY, message))
    }

    /// The stated command, or the one that `verify.yaml` has for proofs.
    fn words(&self) -> Vec<String> {
        let (target, code) = (&self.case.target, self.case.status.code);
        let start = target.verify.as_ref().and_then(|it| it.start.as_ref());
        let Some(start) = start.filter(|_| !target.has_own_run(code)) else {
            return split(&target.run(code, self.port.number));
        };
        let path = |path: &Path| path.display().to_string();
        let values = [
            ("cache", path(&self.runtime.cache)),
            ("runtime", path(&self.runtime.folder())),
            ("workspace", path(&self.workspace.folder)),
            ("file", target.file(code).to_owned()),
            ("port", self.port.number.to_string()),
        ];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        start.iter().map(|word| fill(word, &values)).collect()
    }
}

/// Runs the program and says what came of it.
pub(in crate::verify) fn prove(run: &Run<'_>, program: SavedProgram<'_>) -> Result<Proof> {
    let launch = Launch {
        words: &program.words(),
        folder: &program.workspace.folder,
        env: &program.env(),
        inherits: false,
        log: &program.workspace.log,
        output: None,
        quota: Quota::PROGRAM,
    };
    let server = Server::start(run.launcher, &launch, program.port.number);
    let mut proof = match server.map_err(broken("a program"))? {
        Ok(server) => match &program.client {
            Some(client) => client::prove(run, &program, client, &server)?,
            None => program.case.judge(ask(&program, server)?),
        },
        Err(why) => program.case.not_running(program_rules::STARTS, why),
    };
    if proof.verdict == Verdict::Failed && proof.log.is_empty() {
        let said = log::end(&program.workspace.log);
        let origins = program.case.origins(run.generator, &program.options);
        let file = program.case.target.file(program.case.status.code);
        proof.template_lines = source_map::template_lines(&said, file, &origins);
        proof.log = log::last_lines(&said);
    }
    program.clear(run);
    Ok(proof)
}

/// Carries out the exchange and stops the program.
fn ask(program: &SavedProgram<'_>, mut server: Server<'_>) -> Result<Vec<Finding>> {
    let path = program.options.request_path()?;
    let mut findings = exchange(&RunningExample {
        address: server.address,
        status: program.case.status,
        path: &path,
        message: program.case.message(),
        upstream: &program.upstream,
        workspace: Some(&program.workspace.folder),
        limits: Limits::default(),
    });
    // A process that is about to end closes its connections first.
    let limit = if findings.is_empty() { Duration::ZERO } else { EXIT_GRACE };
    if let Some(how) = server.ended(limit).map_err(broken("a program"))? {
        let message = format!("the program ended by itself: {how}");
        findings.push(program_rules::finding(program_rules::KEEPS_RUNNING, message));
    } else if server.is_open() {
        let message = "the program listens on other addresses than 127.0.0.1 too";
        findings.push(program_rules::finding(program_rules::LOOPBACK, message));
    }
    drop(server);
    findings.extend(program.canary());
    Ok(findings)
}
