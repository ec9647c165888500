use serde::Serialize;

use super::Report;
use crate::error::Result;
use crate::verify::broken;
use crate::verify::finding::Finding;
use crate::verify::ledger::{Ledger, TargetEntry};
use crate::verify::proof::{Proof, Verdict};

/// One JSON object for other programs.
#[derive(Clone, Copy, Debug, Default)]
pub struct Json;

#[derive(Serialize)]
struct Document<'a> {
    statuscraft: &'a str,
    counts: Counts,
    targets: &'a [TargetEntry],
    proofs: Vec<Proof>,
}

#[derive(Serialize)]
struct Counts {
    offered: usize,
    proven: usize,
    failed: usize,
    toolchain_missing: usize,
    unsupported: usize,
    refused: usize,
    warnings: usize,
}

impl Report for Json {
    fn write(&self, ledger: &Ledger) -> Result<String> {
        let document = Document {
            statuscraft: ledger.statuscraft,
            counts: Counts {
                offered: ledger.offered(),
                proven: ledger.count(Verdict::Proven),
                failed: ledger.count(Verdict::Failed),
                toolchain_missing: ledger.count(Verdict::ToolchainMissing),
                unsupported: ledger.count(Verdict::Unsupported),
                refused: ledger.count(Verdict::Refused),
                warnings: ledger.warnings(),
            },
            targets: &ledger.targets,
            proofs: ledger.proofs.iter().map(lasting).collect(),
        };
        let mut text = serde_json::to_string_pretty(&document).map_err(broken("the report"))?;
        text.push('\n');
        Ok(text)
    }
}

/// The proof without the bytes of what went well: they hold dates and ports, which differ from run
/// to run.
fn lasting(proof: &Proof) -> Proof {
    let mut proof = proof.clone();
    if proof.verdict != Verdict::Failed {
        for Finding { transcript, .. } in &mut proof.findings {
            transcript.clear();
        }
    }
    proof
}
