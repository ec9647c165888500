//! Runs one program: starts it, carries out the exchange, stops it.

use std::time::Duration;

use super::saved_program::SavedProgram;
use super::{Run, client};
use crate::error::Result;
use crate::verify::broken;
use crate::verify::limits::Limits;
use crate::verify::process::Launch;
use crate::verify::process::ResourceLimits;
use crate::verify::process::Server;
use crate::verify::process::log;
use crate::verify::program_rules;
use crate::verify::proof::{Proof, Verdict, broken as is_broken};
use crate::verify::prove::carry_out;
use crate::verify::record;
use crate::verify::running_example::RunningExample;
use crate::verify::source_map;

/// How long to wait for the end of a program after a wrong response.
const EXIT_GRACE: Duration = Duration::from_millis(300);

/// The address of the server behind a gateway that users know.
const UPSTREAM: &str = "127.0.0.1:9000";

/// Runs the program and returns the result.
pub(in crate::verify) fn prove(run: &Run<'_>, program: SavedProgram<'_>) -> Result<Proof> {
    let launch = Launch {
        words: &program.words(),
        folder: &program.workspace.folder,
        env: &program.env(),
        inherits: false,
        log: &program.workspace.log,
        output: None,
        limits: ResourceLimits::PROGRAM,
    };
    let server = Server::start(run.launcher, &launch, program.port.number);
    let mut proof = match server.map_err(broken("a program"))? {
        Ok(server) => match &program.client {
            Some(client) => client::prove(run, &program, client, &server)?,
            None => with_front(run, &program, server)?,
        },
        Err(_) if program.case.not_here().is_some_and(|it| !it.starts) => program.case.expected(),
        Err(why) => program.case.not_running(program_rules::STARTS, why),
    };
    if proof.verdict == Verdict::Failed && proof.log.is_empty() {
        let said = log::end(&program.workspace.log);
        let origins = program.case.origins(run.generator, &program.options);
        proof.template_lines = source_map::template_lines(&said, &program.file, &origins);
        proof.log = log::last_lines(&said);
    }
    program.clear(run);
    Ok(proof)
}

/// Starts the reverse proxy in front of the program, if there is one, and carries out the exchange.
fn with_front(run: &Run<'_>, program: &SavedProgram<'_>, server: Server<'_>) -> Result<Proof> {
    let Some((words, env, workspace, port)) = program.front_command() else {
        return ask(run, program, server, None);
    };
    let launch = Launch {
        words: &words,
        folder: &workspace.folder,
        env: &env,
        inherits: false,
        log: &program.workspace.log,
        output: None,
        limits: ResourceLimits::PROGRAM,
    };
    match Server::start(run.launcher, &launch, port).map_err(broken("a reverse proxy"))? {
        Ok(front) => ask(run, program, server, Some(front)),
        Err(why) => {
            let why = format!("the reverse proxy: {why}");
            Ok(program.case.not_running(program_rules::STARTS, why))
        }
    }
}

/// Carries out the exchange and stops the program.
fn ask(
    run: &Run<'_>,
    program: &SavedProgram<'_>,
    mut server: Server<'_>,
    front: Option<Server<'_>>,
) -> Result<Proof> {
    let path = program.options.resource_path(program.case.status)?;
    let body = run.generator.body(program.options.body())?.of(program.case.target.id());
    let deviations = program.case.deviations();
    let address = front.as_ref().map_or(server.address, |it| it.address);
    let outcome = carry_out(&RunningExample {
        leaks: &run.leaks,
        deviations: &deviations,
        is_behind_proxy: front.is_some(),
        not_here: program.case.not_here().and_then(|it| it.gets.as_ref()),
        body: &body,
        group: server.group(),
        address,
        status: program.case.status,
        path: &path,
        message: program.case.message(),
        upstream: &program.upstream,
        workspace: Some(&program.workspace.folder),
        limits: Limits::default(),
    });
    let mut findings = outcome.findings;
    if let Some(stated) = program.case.not_here() {
        let fault = if !stated.starts {
            Some("the program starts there".to_owned())
        } else if outcome.missed {
            outcome.other_than_stated
        } else if stated.gets.is_none() && is_broken(&findings) {
            // It is answered as it must be, but not as the rules of all responses ask.
            None
        } else {
            Some("the example works there".to_owned())
        };
        drop((server, front));
        return Ok(match fault {
            None => program.case.expected(),
            Some(fault) => {
                let message = format!("`not_here` of {} is untrue: {fault}", stated.server);
                findings.push(program_rules::finding(program_rules::NOT_HERE, message));
                Proof { findings, ..program.case.proof(Verdict::Failed) }
            }
        });
    }
    // A process that is about to end closes its connections first.
    let limit = if findings.is_empty() { Duration::ZERO } else { EXIT_GRACE };
    if let Some(how) = server.ended(limit).map_err(broken("a program"))? {
        let message = format!("the program ended on its own: {how}");
        findings.push(program_rules::finding(program_rules::KEEPS_RUNNING, message));
    } else if server.is_open() {
        let message = "the program listens on other addresses than 127.0.0.1 too";
        findings.push(program_rules::finding(program_rules::LOOPBACK, message));
    }
    drop((server, front));
    findings.extend(program.canary());
    let deviations = outcome.deviations.into_iter().collect();
    let port = format!("127.0.0.1:{}", program.case.target.port);
    let addresses = [(address, port.as_str()), (program.upstream.address(), UPSTREAM)];
    let exchange = program.case.status.exchange.as_ref();
    let fixed: Vec<&str> =
        exchange.iter().flat_map(|it| it.fixed_fields()).map(|(name, _)| name.as_str()).collect();
    let record = record::lasting(&outcome.record, addresses, &fixed);
    Ok(Proof { deviations, record, ..program.case.judge(findings) })
}
