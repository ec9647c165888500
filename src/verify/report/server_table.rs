//! A target on several servers.

use std::collections::BTreeSet;

use crate::catalogue::Code;
use crate::targets::Role;
use crate::verify::finding::Level;
use crate::verify::proof::{Proof, Verdict};
use crate::verify::results::{Results, ServerEntry, TargetEntry};

/// The proofs of one target. Rows are codes with the same verdicts, columns are its servers.
#[derive(Debug)]
pub(super) struct ServerTable<'a> {
    pub(super) target: &'a TargetEntry,
    pub(super) rows: Vec<Row<'a>>,
    /// All proofs of the target.
    pub(super) proofs: Vec<&'a Proof>,
}

/// Codes with the same verdict on each server.
#[derive(Debug)]
pub(super) struct Row<'a> {
    pub(super) codes: Vec<Code>,
    /// A proof for each server, of the first of the codes.
    pub(super) cells: Vec<Option<&'a Proof>>,
}

/// A table for each target that was proven on several servers.
pub(super) fn server_tables(results: &Results) -> Vec<ServerTable<'_>> {
    let servers = results.targets.iter().filter(|it| it.role == Role::Server);
    servers.filter_map(|target| ServerTable::new(results, target)).collect()
}

impl<'a> ServerTable<'a> {
    fn new(results: &'a Results, target: &'a TargetEntry) -> Option<Self> {
        let own = |it: &&Proof| it.target == target.id && it.server.is_none() && it.input.is_none();
        let proofs: Vec<&Proof> = results.proofs.iter().filter(own).collect();
        if target.servers.len() < 2 || proofs.iter().all(|it| it.on_default) {
            return None;
        }
        let codes: BTreeSet<Code> = proofs.iter().map(|it| it.code).collect();
        let find = |code: Code, server: &ServerEntry| {
            let here = |it: &&&Proof| it.code == code && it.on.as_ref() == Some(&server.id);
            proofs.iter().find(here).copied()
        };
        let mut rows: Vec<Row<'_>> = Vec::new();
        for code in codes {
            let cells: Vec<_> = target.servers.iter().map(|it| find(code, it)).collect();
            match rows.iter_mut().find(|row| words(&row.cells) == words(&cells)) {
                Some(row) => row.codes.push(code),
                None => rows.push(Row { codes: vec![code], cells }),
            }
        }
        Some(Self { target, rows, proofs })
    }

    /// The name that readers know of the server of a proof.
    pub(super) fn title(&self, proof: &Proof) -> &'a str {
        let server = self.target.servers.iter().find(|it| Some(&it.id) == proof.on.as_ref());
        server.map_or("", |it| it.title.as_str())
    }
}

fn words(cells: &[Option<&Proof>]) -> Vec<String> {
    cells.iter().map(|cell| cell.map(word).unwrap_or_default()).collect()
}

/// The word for a proof with deviations that are stated.
pub(super) const DEVIATES: &str = "deviates";

/// The verdict in a table of servers; for a failure, the rules that were broken.
pub(super) fn word(proof: &Proof) -> String {
    match proof.verdict {
        Verdict::Proven if !proof.deviations.is_empty() => DEVIATES.into(),
        Verdict::Proven => "proven".into(),
        Verdict::Unsupported => "unsupported".into(),
        Verdict::Refused => "refused".into(),
        Verdict::NotHere => "not here".into(),
        Verdict::ToolchainMissing => "toolchain missing".into(),
        Verdict::Failed => broken_rules(proof),
    }
}

/// The names of the rules that were broken.
fn broken_rules(proof: &Proof) -> String {
    let musts = proof.findings.iter().filter(|finding| finding.level > Level::Note);
    let rules: BTreeSet<&str> = musts.map(|finding| finding.rule).collect();
    rules.into_iter().collect::<Vec<_>>().join(", ")
}

/// The verdict in as few letters as it takes.
pub(super) fn mark(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Proven => "proven",
        Verdict::Failed => "FAILED",
        Verdict::Unsupported => "unsupported",
        Verdict::Refused => "refused",
        Verdict::NotHere => "not here",
        Verdict::ToolchainMissing => "no tools",
    }
}
