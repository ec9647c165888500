use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::Report;
use crate::catalogue::Code;
use crate::error::Result;
use crate::verify::broken;
use crate::verify::finding::Level;
use crate::verify::ledger::Ledger;
use crate::verify::proof::{Proof, Verdict};

/// A document with the count, the versions, and a table of codes and targets. It is the same on
/// every machine: what was installed by chance is left out.
#[derive(Clone, Copy, Debug, Default)]
pub struct Markdown;

impl Report for Markdown {
    fn write(&self, ledger: &Ledger) -> Result<String> {
        write(ledger).map_err(broken("the report"))
    }
}

fn write(ledger: &Ledger) -> std::result::Result<String, std::fmt::Error> {
    let mut text = String::new();
    let proven = ledger.count(Verdict::Proven);
    writeln!(text, "# Conformance\n")?;
    writeln!(
        text,
        "**{proven} of {} pairs proven.** Every program was started in its framework as it is",
        ledger.offered()
    )?;
    writeln!(text, "printed, and its responses were read from a raw socket.\n")?;
    writeln!(text, "| target | tested with | runtime pinned | proven |\n|---|---|---|---|")?;
    for target in &ledger.targets {
        let of_target = || ledger.proofs.iter().filter(|proof| proof.target == target.id);
        let proven = of_target().filter(|proof| proof.verdict == Verdict::Proven).count();
        let (title, version) = (&target.title, &target.version);
        let pinned = target.pinned.as_deref().unwrap_or("not said");
        writeln!(text, "| {title} | {version} | {pinned} | {proven} of {} |", of_target().count())?;
    }
    write!(text, "\n| code |")?;
    for target in &ledger.targets {
        write!(text, " {} |", target.id)?;
    }
    writeln!(text, "\n|---|{}", "---|".repeat(ledger.targets.len()))?;
    let codes: BTreeSet<Code> = ledger.proofs.iter().map(|proof| proof.code).collect();
    for code in codes {
        write!(text, "| {code} |")?;
        for target in &ledger.targets {
            let proof = ledger.proofs.iter().find(|it| it.code == code && it.target == target.id);
            write!(text, " {} |", proof.map(cell).unwrap_or_default())?;
        }
        text.push('\n');
    }
    Ok(text)
}

/// The verdict; for a failure, the rules that were broken.
fn cell(proof: &Proof) -> String {
    match proof.verdict {
        Verdict::Proven => "proven".into(),
        Verdict::Unsupported => "unsupported".into(),
        Verdict::Refused => "refused".into(),
        Verdict::ToolchainMissing => "toolchain missing".into(),
        Verdict::Failed => {
            let musts = proof.findings.iter().filter(|finding| finding.level == Level::Must);
            let rules: BTreeSet<&str> = musts.map(|finding| finding.rule).collect();
            rules.into_iter().collect::<Vec<_>>().join(", ")
        }
    }
}
