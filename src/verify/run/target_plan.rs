//! Plans the tasks of one target.

use std::sync::{Arc, PoisonError};

use super::case::{self, Case};
use super::client_setup::{self, WithClient};
use super::saved_program::SavedProgram;
use super::{Ready, Run, Task};
use crate::error::{ErrorKind, Result};
use crate::targets::{Target, Verification};
use crate::verify::broken;
use crate::verify::cache::Runtime;
use crate::verify::cache::look;
use crate::verify::program_rules;
use crate::verify::proof::{Proof, Verdict};

/// Settles the cases that need no run, and sets the target up if any are left.
pub(in crate::verify) fn plan<'a>(run: &'a Run<'a>, cases: Vec<Case<'a>>) -> Result<Vec<Task<'a>>> {
    let Some(target) = cases.first().map(|case| Arc::clone(&case.target)) else {
        return Ok(Vec::new());
    };
    let Some(verification) = &target.verify else {
        let message = "there is no `verify.yaml` that says how to run its programs";
        run.settle_all(cases, |case| case.failed(program_rules::VERIFY, message));
        return Ok(Vec::new());
    };
    // A target can't produce a code if it can't on its usual server. What others answer themselves,
    // such as a reverse proxy, says nothing of that.
    let is_idle =
        |case: &Case<'_>| case.is_attempt() && !target.is_on_default_server(case.status.code);
    let (idle, cases): (Vec<_>, Vec<_>) = cases.into_iter().partition(is_idle);
    run.settle_all(idle, Case::expected);
    let texts = texts(run, cases);
    let on = verification.server.as_ref().map_or(String::new(), |it| format!("/{}", it.id));
    let folder = run.folder.join(format!("versions-{}{}", target.id(), on.replace('/', "-")));
    std::fs::create_dir_all(&folder).map_err(broken("the folder of a target"))?;
    let shared = match run.shared_files(&target, verification)? {
        Ok(shared) => shared,
        Err(reason) => return Ok(missing(run, texts, &reason)),
    };
    let tools = match look(run.launcher, verification, &shared, &folder)? {
        Ok(tools) => tools,
        Err(tool) => return Ok(missing(run, texts, &tool.reason())),
    };
    let front = match &verification.front {
        Some(front) => match look(run.launcher, front, &shared, &folder)? {
            Ok(tools) => tools,
            Err(tool) => return Ok(missing(run, texts, &tool.reason())),
        },
        None => Vec::new(),
    };
    let front = format!("{front:?}");
    let files = run.generator.runtime(&target)?;
    let runtime = Runtime::new(run.caches, &target, verification, &files, &tools, shared);
    let runtime = Arc::new(runtime.map_err(broken("the runtime of a target"))?);
    let mut results = run.results.lock().unwrap_or_else(PoisonError::into_inner);
    if verification.is_other {
        results.tools.entry(target.id().to_owned()).or_insert(tools);
    } else {
        results.tools.insert(target.id().to_owned(), tools);
    }
    drop(results);
    let texts = client_setup::with_clients(run, texts, &folder)?;
    let ready = not_remembered(run, &runtime, (verification, &front), texts)?;
    let ready = client_setup::prepared(run, ready)?;
    if ready.is_empty() {
        return Ok(Vec::new());
    }
    run.progress.setting_up(target.id());
    let prepared = runtime.prepare(run.launcher, verification, &files);
    match prepared.map_err(broken("the set-up of a target"))? {
        Ok(()) => tasks(run, &target, verification, ready),
        Err(fault) => {
            run.settle_all(ready.into_iter().map(|ready| ready.case), |case| Proof {
                log: fault.log.clone(),
                ..case.failed(program_rules::SET_UP, fault.message.as_str())
            });
            Ok(Vec::new())
        }
    }
}

/// Settles the cases of a target that can't be run here, and returns that nothing is left to do.
fn missing<'a>(run: &Run<'a>, texts: Vec<(Case<'a>, Vec<String>)>, reason: &str) -> Vec<Task<'a>> {
    run.settle_all(texts.into_iter().map(|(case, _)| case), |case| Proof {
        reason: Some(reason.to_owned()),
        ..case.proof(Verdict::ToolchainMissing)
    });
    Vec::new()
}

/// The cases that have programs, with their texts; the others are settled.
fn texts<'a>(run: &Run<'a>, cases: Vec<Case<'a>>) -> Vec<(Case<'a>, Vec<String>)> {
    let mut texts = Vec::new();
    for case in cases {
        let of_client = case.client_program(run.generator, &case.options);
        match case.program(run.generator, &case.options).and_then(|own| Ok((own, of_client?))) {
            Ok((Some(own), of_client)) if case.client.is_some() == of_client.is_some() => {
                let both = std::iter::once(own).chain(of_client);
                texts.push((case, both.flat_map(case::texts).collect()));
            }
            Ok(_) => {
                let message = format!(
                    "the reason has no attempt that confirms it: `attempts/{}.j2` is missing",
                    case.status.code
                );
                run.settle(case.index, case.failed(program_rules::ATTEMPT, message));
            }
            Err(error) if error.kind() == ErrorKind::Option && case.input.is_some() => {
                let reason = Some(error.to_string());
                let proof = Proof { reason, ..case.proof(Verdict::Refused) };
                run.settle(case.index, proof);
            }
            Err(error) => {
                run.settle(case.index, case.failed(program_rules::TEMPLATE, error.to_string()));
            }
        }
    }
    texts
}

/// The cases that no earlier run has proven; the others are settled.
fn not_remembered<'a>(
    run: &Run<'a>,
    runtime: &Arc<Runtime>,
    (verification, front): (&Verification, &str),
    with_client: Vec<WithClient<'a>>,
) -> Result<Vec<Ready<'a>>> {
    let mut ready = Vec::new();
    for (case, texts, client) in with_client {
        let body = run.generator.body(case.options.body())?.of(case.target.id());
        let runtime_key = format!("{} {front} {:?}", runtime.key, run.leaks);
        let key = case.key(&texts, &runtime_key, verification, client.as_ref(), &body);
        let line = case.line(&key);
        if let Some(deviations) = run.lock.find(&line) {
            let proof = Proof { deviations, line, remembered: true, ..case.expected() };
            run.settle(case.index, proof);
            continue;
        }
        if let Some((findings, deviations)) = run.proofs.get(&key) {
            let proof = Proof { findings, deviations, line, remembered: true, ..case.expected() };
            run.settle(case.index, proof);
        } else {
            ready.push(Ready { case, key, runtime: Arc::clone(runtime), client });
        }
    }
    Ok(ready)
}

fn tasks<'a>(
    run: &'a Run<'a>,
    target: &Target,
    verification: &Verification,
    ready: Vec<Ready<'a>>,
) -> Result<Vec<Task<'a>>> {
    if verification.compile.is_none() {
        return Ok(ready.into_iter().map(|ready| Task::Prove(Box::new(ready))).collect());
    }
    // A code with its own command is not started from the compiled program.
    let own = |ready: &Ready<'_>| target.own_run(ready.case.status.code).is_some();
    let (single, together): (Vec<_>, Vec<_>) = ready.into_iter().partition(own);
    let programs = together.into_iter().map(|ready| SavedProgram::save(run, ready));
    let mut tasks = vec![Task::Compile(programs.collect::<Result<_>>()?)];
    tasks.extend(single.into_iter().map(|ready| Task::Prove(Box::new(ready))));
    Ok(tasks)
}
