use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::Report;
use super::table::{self, Table, tables};
use crate::catalogue::Code;
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
        if table.client.is_none() {
            servers(&mut text, results, &table)?;
        }
    }
    Ok(text)
}

fn versions(text: &mut String, results: &Results, table: &Table<'_>) -> std::fmt::Result {
    writeln!(text, "| target | tested with | runtime pinned | proven |\n|---|---|---|---|")?;
    for target in results.targets.iter().filter(|target| target.role == Role::Server) {
        let here = || table.proofs.iter().filter(|(_, it)| it.target == target.id && it.on_default);
        let proven = here().filter(|(_, proof)| proof.verdict == Verdict::Proven).count();
        let (title, version) = (&target.title, &target.version);
        let pinned = target.pinned.as_deref().unwrap_or("not said");
        writeln!(text, "| {title} | {version} | {pinned} | {proven} of {} |", here().count())?;
    }
    Ok(())
}

/// A table of codes and targets, each on its first server.
fn grid(text: &mut String, table: &Table<'_>) -> std::fmt::Result {
    let columns: Vec<&str> = table
        .columns
        .iter()
        .map(String::as_str)
        .filter(|column| {
            table.proofs.iter().any(|(_, it)| it.on_default && table::column(it) == *column)
        })
        .collect();
    rows(text, table.codes(), &columns, &columns, |code, column| table.find(code, column))
}

/// For each target with several servers, a table of codes and servers.
fn servers(text: &mut String, results: &Results, table: &Table<'_>) -> std::fmt::Result {
    for target in results.targets.iter().filter(|target| target.servers.len() > 1) {
        let own = |proof: &&Proof| proof.target == target.id && proof.server.is_none();
        let proofs = || results.proofs.iter().filter(own);
        let titles: Vec<&str> = target.servers.iter().map(|it| it.title.as_str()).collect();
        let ids: Vec<&str> = target.servers.iter().map(|it| it.id.as_str()).collect();
        writeln!(text, "\n## {} on its servers", target.title)?;
        let find =
            |code, id: &str| proofs().find(|it| it.code == code && it.on.as_deref() == Some(id));
        rows(text, table.codes(), &titles, &ids, find)?;
        let mut told = String::new();
        for proof in proofs().filter(|it| it.verdict == Verdict::NotHere) {
            let on = target.servers.iter().find(|it| Some(&it.id) == proof.on.as_ref());
            let title = on.map_or("", |it| it.title.as_str());
            let reason = proof.reason.as_deref().unwrap_or_default();
            writeln!(told, "- {} on {title}: {reason}", proof.code)?;
        }
        if !told.is_empty() {
            write!(text, "\n{told}")?;
        }
    }
    Ok(())
}

fn rows<'a>(
    text: &mut String,
    codes: BTreeSet<Code>,
    titles: &[&str],
    columns: &[&str],
    find: impl Fn(Code, &str) -> Option<&'a Proof>,
) -> std::fmt::Result {
    if columns.is_empty() {
        return Ok(());
    }
    writeln!(text, "\n| code | {} |", titles.join(" | "))?;
    writeln!(text, "|---|{}", "---|".repeat(columns.len()))?;
    for code in codes {
        write!(text, "| {code} |")?;
        for column in columns {
            write!(text, " {} |", find(code, column).map(cell).unwrap_or_default())?;
        }
        text.push('\n');
    }
    Ok(())
}

/// The verdict; for a failure, the rules that were broken.
fn cell(proof: &Proof) -> String {
    match proof.verdict {
        Verdict::Proven if !proof.deviations.is_empty() => "proven, deviates".into(),
        Verdict::Proven => "proven".into(),
        Verdict::Unsupported => "unsupported".into(),
        Verdict::Refused => "refused".into(),
        Verdict::NotHere => "not here".into(),
        Verdict::ToolchainMissing => "toolchain missing".into(),
        Verdict::Failed => {
            let musts = proof.findings.iter().filter(|finding| finding.level > Level::Note);
            let rules: BTreeSet<&str> = musts.map(|finding| finding.rule).collect();
            rules.into_iter().collect::<Vec<_>>().join(", ")
        }
    }
}
