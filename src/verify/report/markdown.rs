use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::Report;
use super::markdown_servers;
use super::server_table::{DEVIATES, ServerTable, server_tables, word};
use super::table::{self, Table, tables};
use crate::catalogue::Code;
use crate::error::Result;
use crate::targets::Role;
use crate::verify::broken;
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
    let server_tables = server_tables(results);
    for table in tables(results) {
        let (proven, offered) = table.score();
        match table.client {
            None => {
                writeln!(
                    text,
                    "\n**{proven} of {offered} pairs proven.** Every program was started in its framework as it is\n\
                     printed, and its responses were read from a raw socket.{}\n",
                    on_servers(&server_tables)
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
    for table in &server_tables {
        markdown_servers::write(&mut text, table)?;
    }
    Ok(text)
}

/// How many programs were proven on all servers together, if there are several.
fn on_servers(tables: &[ServerTable<'_>]) -> String {
    let count = |is: fn(Verdict) -> bool| {
        let proofs = tables.iter().flat_map(|table| &table.proofs);
        proofs.filter(|proof| is(proof.verdict)).count()
    };
    let all = count(|verdict| verdict.is_offer() || verdict == Verdict::NotHere);
    let (proven, not_here) =
        (count(|it| it == Verdict::Proven), count(|it| it == Verdict::NotHere));
    if all == 0 {
        return String::new();
    }
    format!(
        " On all servers\nof their targets, {proven} of {all} are proven, and {not_here} don't work there, as stated below."
    )
}

fn versions(text: &mut String, results: &Results, table: &Table<'_>) -> std::fmt::Result {
    writeln!(text, "| target | tested with | runtime pinned | proven |\n|---|---|---|---|")?;
    for target in results.targets.iter().filter(|target| target.role == Role::Server) {
        let here = || table.usual().filter(|it| it.target == target.id);
        let proven = here().filter(|it| it.verdict == Verdict::Proven).count();
        let (title, version) = (&target.title, &target.version);
        let pinned = target.pinned.as_deref().unwrap_or("not said");
        writeln!(text, "| {title} | {version} | {pinned} | {proven} of {} |", here().count())?;
    }
    Ok(())
}

/// A table of codes and targets, each on its usual server.
fn grid(text: &mut String, table: &Table<'_>) -> std::fmt::Result {
    let columns: Vec<&str> = table
        .columns
        .iter()
        .map(String::as_str)
        .filter(|column| table.usual().any(|it| table::column(it) == *column))
        .collect();
    rows(text, table.codes(), &columns, &columns, |code, column| table.find(code, column))
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
    match word(proof) {
        word if word == DEVIATES => format!("proven, {DEVIATES}"),
        word => word,
    }
}
