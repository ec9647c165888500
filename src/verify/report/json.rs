use serde::Serialize;

use super::Report;
use crate::error::Result;
use crate::verify::broken;
use crate::verify::finding::Finding;
use crate::verify::proof::{Proof, Verdict};
use crate::verify::results::{Results, TargetEntry};

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
    not_here: usize,
    warnings: usize,
}

impl Report for Json {
    fn write(&self, results: &Results) -> Result<String> {
        let document = Document {
            statuscraft: results.statuscraft,
            counts: Counts {
                offered: results.offered(),
                proven: results.count(Verdict::Proven),
                failed: results.count(Verdict::Failed),
                toolchain_missing: results.count(Verdict::ToolchainMissing),
                unsupported: results.count(Verdict::Unsupported),
                refused: results.count(Verdict::Refused),
                not_here: results.count(Verdict::NotHere),
                warnings: results.warnings(),
            },
            targets: &results.targets,
            proofs: results.proofs.iter().map(lasting).collect(),
        };
        let mut text = serde_json::to_string_pretty(&document).map_err(broken("the report"))?;
        text.push('\n');
        Ok(text)
    }
}

/// The proof without the bytes of passed exchanges: they contain dates and ports, which differ from
/// run to run.
fn lasting(proof: &Proof) -> Proof {
    let mut proof = proof.clone();
    if proof.verdict != Verdict::Failed {
        for Finding { transcript, .. } in &mut proof.findings {
            transcript.clear();
        }
    }
    proof
}
