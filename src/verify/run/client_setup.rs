//! Sets up the clients of a target's cases, if something has to be proven with them.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, PoisonError};

use super::client::Client;
use super::{Case, Ready, Run};
use crate::error::Result;
use crate::targets::Target;
use crate::verify::broken;
use crate::verify::cache::{Runtime, look};
use crate::verify::program_rules;
use crate::verify::proof::{Proof, Verdict};

/// A case, the texts of its programs, and the client in it.
pub(super) type WithClient<'a> = (Case<'a>, Vec<String>, Option<Client>);

/// Why a client can't be used.
#[derive(Clone)]
enum Absence {
    /// It has no `verify.yaml`.
    Unsaid,
    /// A program is missing.
    Tool(String),
}

/// The cases with their clients. Cases without a usable client are settled. `folder` is for the
/// output of the clients' tools.
pub(super) fn with_clients<'a>(
    run: &Run<'a>,
    texts: Vec<(Case<'a>, Vec<String>)>,
    folder: &Path,
) -> Result<Vec<WithClient<'a>>> {
    let mut known = BTreeMap::new();
    let mut with_client = Vec::new();
    for (case, texts) in texts {
        let Some(target) = &case.client else {
            with_client.push((case, texts, None));
            continue;
        };
        if !known.contains_key(target.id()) {
            known.insert(target.id().to_owned(), find(run, target, folder)?);
        }
        match known.get(target.id()).cloned() {
            Some(Ok(client)) => with_client.push((case, texts, Some(client))),
            Some(Err(Absence::Tool(reason))) => {
                let missing = case.proof(Verdict::ToolchainMissing);
                run.settle(case.index, Proof { reason: Some(reason), ..missing });
            }
            Some(Err(Absence::Unsaid)) | None => {
                let message = "there is no `verify.yaml` that says how to run its programs";
                run.settle(case.index, case.failed(program_rules::VERIFY, message));
            }
        }
    }
    Ok(with_client)
}

fn find(
    run: &Run<'_>,
    target: &Arc<Target>,
    folder: &Path,
) -> Result<std::result::Result<Client, Absence>> {
    let Some(verification) = &target.verify else { return Ok(Err(Absence::Unsaid)) };
    // Logs of the server's tools are in the folder itself.
    let folder = folder.join(target.id());
    std::fs::create_dir_all(&folder).map_err(broken("the folder of a client"))?;
    let shared = match run.shared_files(target, verification)? {
        Ok(shared) => shared,
        Err(reason) => return Ok(Err(Absence::Tool(reason))),
    };
    let tools = match look(run.launcher, verification, &shared, &folder)? {
        Ok(tools) => tools,
        Err(missing) => return Ok(Err(Absence::Tool(missing.reason()))),
    };
    let files = run.generator.runtime(target)?;
    let runtime = Runtime::new(run.caches, target, verification, &files, &tools, shared);
    let runtime = runtime.map_err(broken("the runtime of a client"))?;
    let mut results = run.results.lock().unwrap_or_else(PoisonError::into_inner);
    results.tools.insert(target.id().to_owned(), tools);
    drop(results);
    let (target, verification) = (Arc::clone(target), verification.clone());
    Ok(Ok(Client { target, verification, runtime: Arc::new(runtime) }))
}

/// Sets up the clients of the cases. Cases whose client can't be set up are settled.
pub(super) fn prepared<'a>(run: &Run<'a>, ready: Vec<Ready<'a>>) -> Result<Vec<Ready<'a>>> {
    let mut faults = BTreeMap::new();
    for client in ready.iter().filter_map(|ready| ready.client.as_ref()) {
        let id = client.target.id().to_owned();
        if faults.contains_key(&id) {
            continue;
        }
        let files = run.generator.runtime(&client.target)?;
        let prepared = client.runtime.prepare(run.launcher, &client.verification, &files);
        faults.insert(id, prepared.map_err(broken("the set-up of a client"))?.err());
    }
    let fault = |ready: &Ready<'_>| {
        let client = ready.client.as_ref()?;
        faults.get(client.target.id())?.as_ref()
    };
    let mut whole = Vec::new();
    for ready in ready {
        match fault(&ready) {
            None => whole.push(ready),
            Some(fault) => run.settle_all([ready.case], |case| Proof {
                log: fault.log.clone(),
                ..case.failed(program_rules::SET_UP, fault.message.as_str())
            }),
        }
    }
    Ok(whole)
}
