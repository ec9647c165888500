//! A client's program, run against the program of a server.

use std::fs;
use std::sync::Arc;
use std::time::Duration;

use super::Run;
use super::saved_program::SavedProgram;
use super::workspace::Workspace;
use crate::catalogue::Upstream;
use crate::error::Result;
use crate::origin::Origin;
use crate::snippet::Options;
use crate::targets::{Target, Verification};
use crate::verify::broken;
use crate::verify::cache::Runtime;
use crate::verify::client_check::check_client;
use crate::verify::limits::Limits;
use crate::verify::process::Launch;
use crate::verify::process::ResourceLimits;
use crate::verify::process::Server;
use crate::verify::process::log;
use crate::verify::process::{fill, split};
use crate::verify::program_rules;
use crate::verify::proof::{Proof, Verdict};
use crate::verify::relay::Relay;
use crate::verify::running_example::RunningExample;
use crate::verify::source_map;

/// How long a client may take.
const LIMIT: Duration = Duration::from_secs(50);

/// A client and what it runs on.
#[derive(Clone, Debug)]
pub(in crate::verify) struct Client {
    pub(in crate::verify) target: Arc<Target>,
    pub(in crate::verify) verification: Verification,
    pub(in crate::verify) runtime: Arc<Runtime>,
}

impl Client {
    /// The stated command, or the one that `verify.yaml` has for proofs.
    fn words(
        &self,
        program: &SavedProgram<'_>,
        file: &str,
        workspace: &Workspace,
        port: u16,
    ) -> Vec<String> {
        let (target, code) = (&self.target, program.case.status.code);
        let start = self.verification.start.as_ref().filter(|_| !target.has_own_run(code));
        let Some(start) = start else { return split(&target.run(code, file, port)) };
        let (port, folder) = (port.to_string(), workspace.folder.display().to_string());
        let values = [("workspace", folder.as_str()), ("file", file), ("port", port.as_str())];
        start.iter().map(|word| fill(&self.runtime.fill(word), &values)).collect()
    }
}

/// Runs the client while the server listens, and returns the result.
pub(in crate::verify) fn prove(
    run: &Run<'_>,
    program: &SavedProgram<'_>,
    client: &Client,
    server: &Server<'_>,
) -> Result<Proof> {
    let (case, limits) = (&program.case, Limits::default());
    let relay = Relay::start(server.address, limits.bytes).map_err(broken("a relay"))?;
    let port = relay.address.port();
    let options = Options { port: Some(port), ..program.options.clone() };
    let snippet = case.client_program(run.generator, &options)?;
    let file = snippet.as_ref().map_or_else(String::new, |it| it.file.clone());
    let workspace = program.workspace.beside("client", &client.runtime, &client.verification);
    let workspace = workspace
        .and_then(|workspace| workspace.save(snippet.as_ref()).map(|()| workspace))
        .map_err(broken("the workspace of a client"))?;
    let behaviour = case.status.exchange.as_ref().and_then(|exchange| exchange.upstream);
    let behaved = program.upstream.behave(behaviour.unwrap_or(Upstream::Answers));
    behaved.map_err(broken("the server behind a gateway"))?;
    let output = workspace.folder.with_extension("output");
    let launch = Launch {
        words: &client.words(program, &file, &workspace, port),
        folder: &workspace.folder,
        env: &workspace.env(&client.runtime, &client.verification),
        inherits: false,
        log: &workspace.log,
        output: Some(&output),
        limits: ResourceLimits::PROGRAM,
    };
    let ended = run.launcher.run(&launch, LIMIT).map_err(broken("a client"))?;
    let address = relay.address;
    let recordings = relay.end();
    let path = options.resource_path(case.status)?;
    let body = run.generator.body(options.body())?.of(case.target.id());
    let deviations = case.deviations();
    let example = RunningExample {
        leaks: &run.leaks,
        deviations: &deviations,
        is_behind_proxy: false,
        not_here: None,
        body: &body,
        group: server.group(),
        address,
        status: case.status,
        path: &path,
        message: case.message(),
        upstream: &program.upstream,
        workspace: Some(&program.workspace.folder),
        limits,
    };
    let printed = fs::read(&output).map_err(broken("the output of a client"))?;
    let mut findings = check_client(&example, &recordings, &printed);
    if ended.is_none() {
        let message = format!("the client was still running after {} seconds", LIMIT.as_secs());
        findings.push(program_rules::finding(program_rules::ENDS, message));
    }
    findings.extend(program.canary());
    let mut proof = case.judge(findings);
    if proof.verdict == Verdict::Failed {
        let said = log::end(&workspace.log);
        proof.template_lines =
            source_map::template_lines(&said, &file, &origins(run, program, client, &options));
        proof.log = log::last_lines(&(said + &String::from_utf8_lossy(&printed)));
    }
    Ok(proof)
}

fn origins(
    run: &Run<'_>,
    program: &SavedProgram<'_>,
    client: &Client,
    options: &Options,
) -> Vec<Origin> {
    run.generator.origins(program.case.status, &client.target, options).unwrap_or_default()
}
