//! What targets state of codes and servers.

use crate::catalogue::{Code, Status};
use crate::error::{Error, ErrorKind, Result};
use crate::origin::Origin;
use crate::suggest::did_you_mean;
use crate::targets::{Target, Verification};

/// Checks that each server that a target names is one of its servers, and each code one of those
/// that it has an example for. The target has to come with the content of `verify.yaml`.
///
/// # Errors
///
/// [`ErrorKind::Data`] at the file with the wrong name.
pub fn check_stated_servers(target: &Target, statuses: &[&Status]) -> Result<()> {
    let nothing = Verification::default();
    let verification = target.verify.as_ref().unwrap_or(&nothing);
    // A target that was chosen with a server has that one only.
    let ids: Vec<&str> = verification.servers.iter().map(|it| it.id.as_str()).collect();
    let unknown = |id: &str, field: &str, file: &str| {
        let message = format!("{field}: no server `{}`", id.escape_debug());
        let hint = did_you_mean(id, ids.iter().copied()).unwrap_or_else(|| match ids.as_slice() {
            [] => "`servers` of `verify.yaml` names none".into(),
            ids => format!("the servers are {}", ids.join(", ")),
        });
        Err(fault(target, file, message).with_hint(hint))
    };
    for server in &verification.servers {
        let named = ids.iter().filter(|id| **id == server.id).count();
        if named > 1 {
            let message = format!("servers: `{}` is there {named} times", server.id.escape_debug());
            return Err(fault(target, VERIFY, message));
        }
        if let Some(backend) = &server.behind {
            let runs = |it: &&crate::targets::ServerSetup| it.id == *backend && it.behind.is_none();
            if !verification.servers.iter().any(|it| runs(&it)) {
                return unknown(backend, "servers: `behind`", VERIFY);
            }
        }
    }
    for it in target.codes.values().filter_map(|it| it.server.as_deref()) {
        if !ids.contains(&it) {
            return unknown(it, "codes", TARGET);
        }
    }
    for deviation in &target.deviations {
        if let Some(it) = deviation.servers.iter().find(|it| !ids.contains(&it.as_str())) {
            return unknown(it, "deviations", TARGET);
        }
        codes(target, &deviation.codes, statuses, "deviations", TARGET)?;
    }
    for not_here in &verification.not_here {
        if !ids.contains(&not_here.server.as_str()) {
            return unknown(&not_here.server, "not_here", VERIFY);
        }
        codes(target, &not_here.codes, statuses, "not_here", VERIFY)?;
    }
    let mut pairs: Vec<(Code, &str)> = Vec::new();
    for not_here in &verification.not_here {
        for code in &not_here.codes {
            let pair = (*code, not_here.server.as_str());
            if pairs.contains(&pair) {
                let message = format!("not_here: {code} on {} is there twice", not_here.server);
                return Err(fault(target, VERIFY, message));
            }
            pairs.push(pair);
        }
    }
    Ok(())
}

const TARGET: &str = "target.yaml";
const VERIFY: &str = "verify.yaml";

/// Checks that the target has an example, be it a strict one, for each of the codes.
fn codes(
    target: &Target,
    codes: &[Code],
    statuses: &[&Status],
    field: &str,
    file: &str,
) -> Result<()> {
    for code in codes {
        let status = statuses.iter().find(|it| it.code == *code);
        let has_example = status.is_some_and(|it| it.no_snippet.is_none())
            && target.unsupported.get(code).is_none_or(|it| it.only_strict);
        if !has_example {
            let message = format!("{field}: there is no example for {code}");
            return Err(fault(target, file, message));
        }
    }
    Ok(())
}

fn fault(target: &Target, file: &str, message: String) -> Error {
    let name = format!("snippet-templates/{}/{file}", target.id());
    let origin = target.origin().filter(|_| file == TARGET).cloned();
    Error::new(ErrorKind::Data, message).at(origin.unwrap_or_else(|| Origin::file(name)))
}
