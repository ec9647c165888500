use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::Report;
use super::server_table::{mark, server_tables};
use super::table::{Table, tables};
use super::text_servers;
use crate::error::Result;
use crate::verify::broken;
use crate::verify::finding::{Finding, Level};
use crate::verify::proof::{Proof, Verdict};
use crate::verify::results::Results;

/// How many proofs are shown with what they deviate in.
const FEW: usize = 10;

/// Plain text for people: a table if several targets were asked for, what failed, and the count.
#[derive(Clone, Copy, Debug, Default)]
pub struct Text;

impl Report for Text {
    fn write(&self, results: &Results) -> Result<String> {
        write(results).map_err(broken("the report"))
    }
}

fn write(results: &Results) -> std::result::Result<String, std::fmt::Error> {
    let mut text = String::new();
    let on_servers = server_tables(results);
    for table in &on_servers {
        text_servers::write(&mut text, table)?;
    }
    for table in tables(results) {
        let is_shown = table.client.is_none() && !on_servers.is_empty();
        if !is_shown && table.columns.len() > 1 && table.codes().len() > 1 {
            grid(&mut text, &table)?;
        }
    }
    for proof in without_repetition(results) {
        details(&mut text, proof, results.proofs.len() <= FEW)?;
    }
    refused(&mut text, results)?;
    for proof in once_for_target(results) {
        let reason = proof.reason.as_deref().unwrap_or_default();
        writeln!(text, "{}: toolchain missing: {reason}\n", name(proof))?;
    }
    writeln!(text, "{}", results.summary())?;
    Ok(text)
}

fn grid(text: &mut String, table: &Table<'_>) -> std::fmt::Result {
    let name = table.client.map_or("", |client| &client.id);
    let first = name.len().max(3);
    let width = |id: &str| id.len().max(mark(Verdict::Unsupported).len());
    write!(text, "{name:first$} ")?;
    for server in &table.columns {
        write!(text, "  {server:0$}", width(server))?;
    }
    text.truncate(text.trim_end().len());
    for code in table.codes() {
        write!(text, "\n{:first$} ", code.to_string())?;
        for server in &table.columns {
            let mark = table.find(code, server).map_or("", |proof| mark(proof.verdict));
            write!(text, "  {mark:0$}", width(server))?;
        }
        text.truncate(text.trim_end().len());
    }
    text.push_str("\n\n");
    Ok(())
}

/// What is wrong with a proof, and its warnings.
fn details(text: &mut String, proof: &Proof, shows_deviations: bool) -> std::fmt::Result {
    let pair = pair(proof);
    match (proof.verdict, &proof.reason) {
        (Verdict::Unsupported, Some(reason)) => writeln!(text, "{pair}: unsupported: {reason}\n")?,
        (Verdict::NotHere, Some(reason)) => writeln!(text, "{pair}: not here: {reason}\n")?,
        _ => {}
    }
    if shows_deviations && !proof.deviations.is_empty() {
        let all: Vec<_> = proof.deviations.iter().map(|name| format!("`{name}`")).collect();
        writeln!(text, "{pair}: deviates as stated: {}\n", all.join(", "))?;
    }
    for finding in proof.warnings() {
        writeln!(text, "{pair}: warning: {finding}")?;
    }
    if proof.verdict != Verdict::Failed {
        if proof.warnings().next().is_some() {
            text.push('\n');
        }
        return Ok(());
    }
    for finding in proof.findings.iter().filter(|finding| finding.level > Level::Note) {
        failure(text, &pair, finding)?;
    }
    for line in &proof.template_lines {
        writeln!(text, "  {line}")?;
    }
    if !proof.log.trim().is_empty() {
        writeln!(text, "  it printed:")?;
        indent(text, &proof.log)?;
    }
    text.push('\n');
    Ok(())
}

/// What the target refuses: a line for each, as there may be many.
fn refused(text: &mut String, results: &Results) -> std::fmt::Result {
    let mut any = false;
    for proof in results.proofs.iter().filter(|it| it.verdict == Verdict::Refused) {
        writeln!(
            text,
            "{}: refused: {}",
            pair(proof),
            proof.reason.as_deref().unwrap_or_default()
        )?;
        any = true;
    }
    if any {
        text.push('\n');
    }
    Ok(())
}

/// The target, the code, and where it was run with what.
fn pair(proof: &Proof) -> String {
    let input = proof.input.as_ref().map_or(String::new(), |input| format!(" ({input})"));
    let server = proof.server.as_ref().map_or(String::new(), |it| format!(" against {it}"));
    format!("{} {}{input}{server}{}", proof.target, proof.code, on(proof))
}

fn failure(text: &mut String, pair: &str, finding: &Finding) -> std::fmt::Result {
    writeln!(text, "{pair}: FAILED: {finding}")?;
    indent(text, &finding.transcript)
}

/// Control characters could do anything to a terminal.
fn indent(text: &mut String, lines: &str) -> std::fmt::Result {
    for line in lines.lines() {
        let shown: String = line
            .chars()
            .map(|one| if one.is_control() && one != '\t' { '\u{fffd}' } else { one })
            .collect();
        writeln!(text, "    {shown}")?;
    }
    Ok(())
}

/// The proofs. What a target can't do is the same on all of its servers.
fn without_repetition(results: &Results) -> impl Iterator<Item = &Proof> {
    let mut told = BTreeSet::new();
    results.proofs.iter().filter(move |proof| {
        let pair = (proof.target.as_str(), proof.server.as_deref(), proof.code);
        proof.verdict != Verdict::Unsupported || told.insert(pair)
    })
}

/// Only the first proof of each target whose toolchain is missing; for a client, one with each
/// server. The others say the same.
fn once_for_target(results: &Results) -> Vec<&Proof> {
    let missing = |proof: &&Proof| proof.verdict == Verdict::ToolchainMissing;
    let mut proofs: Vec<_> = results.proofs.iter().filter(missing).collect();
    let mut told = BTreeSet::new();
    proofs.retain(|proof| told.insert(name(proof)));
    proofs
}

fn name(proof: &Proof) -> String {
    match &proof.server {
        Some(server) => format!("{} against {server}{}", proof.target, on(proof)),
        None => proof.target.clone() + &on(proof),
    }
}

/// Where the program ran, if not on the target's first server.
fn on(proof: &Proof) -> String {
    let server = proof.on.as_ref().filter(|_| !proof.on_default);
    server.map_or(String::new(), |server| format!(" on {server}"))
}
