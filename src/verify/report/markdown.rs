use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::Report;
use super::table::{Table, tables};
use crate::error::Result;
use crate::targets::Role;
use crate::verify::broken;
use crate::verify::finding::Level;
use crate::verify::proof::{Proof, Verdict};
use crate::verify::results::Results;

/// A document with the count, the versions, and a table of codes and targets. It is the same on
/// every machine, because versions installed on the machine are left out.
#[derive(Clone, Copy, Debug, Default)]
pub struct Markdown;

impl Report for Markdown {
    fn write(&self, results: &Results) -> Result<String> {
        write(results).map_err(broken("the report"))
    }
}

fn write(results: &Results) -> std::result::Result<String, std::fmt::Error> {
    let mut text = String::new();
    writeln!(text, "# Conformance")?;
    for table in tables(results) {
        let (proven, offered) = table.score();
        match table.client {
            None => {
                writeln!(
                    text,
                    "\n**{proven} of {offered} pairs proven.** Every program was started in its framework as it is\n\
                     printed, and its responses were read from a raw socket.\n"
                )?;
                versions(&mut text, results, &table)?;
            }
            Some(client) => writeln!(
                text,
                "\n## {}\n\n**{proven} of {offered} exchanges proven.** Every program for {} was run as it is printed, against each\n\
                 server's program. What it sent, what it got and what it printed was read.",
                client.title, client.version
            )?,
        }
        grid(&mut text, &table)?;
    }
    Ok(text)
}

fn versions(text: &mut String, results: &Results, table: &Table<'_>) -> std::fmt::Result {
    writeln!(text, "| target | tested with | runtime pinned | proven |\n|---|---|---|---|")?;
    for target in results.targets.iter().filter(|target| target.role == Role::Server) {
        let here = || table.proofs.iter().filter(|(_, proof)| proof.target == target.id);
        let proven = here().filter(|(_, proof)| proof.verdict == Verdict::Proven).count();
        let (title, version) = (&target.title, &target.version);
        let pinned = target.pinned.as_deref().unwrap_or("not said");
        writeln!(text, "| {title} | {version} | {pinned} | {proven} of {} |", here().count())?;
    }
    Ok(())
}

fn grid(text: &mut String, table: &Table<'_>) -> std::fmt::Result {
    writeln!(text, "\n| code | {} |", table.columns.join(" | "))?;
    writeln!(text, "|---|{}", "---|".repeat(table.columns.len()))?;
    for code in table.codes() {
        write!(text, "| {code} |")?;
        for server in &table.columns {
            write!(text, " {} |", table.find(code, server).map(cell).unwrap_or_default())?;
        }
        text.push('\n');
    }
    Ok(())
}

/// The verdict; for a failure, the rules that were broken.
fn cell(proof: &Proof) -> String {
    match proof.verdict {
        Verdict::Proven => "proven".into(),
        Verdict::Unsupported => "unsupported".into(),
        Verdict::Refused => "refused".into(),
        Verdict::ToolchainMissing => "toolchain missing".into(),
        Verdict::Failed => {
            let musts = proof.findings.iter().filter(|finding| finding.level > Level::Note);
            let rules: BTreeSet<&str> = musts.map(|finding| finding.rule).collect();
            rules.into_iter().collect::<Vec<_>>().join(", ")
        }
    }
}
