//! Where the examples of a target run, as Markdown.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::server_table::{ServerTable, word};
use crate::catalogue::Code;
use crate::verify::proof::{Proof, Verdict};

/// What is said of some codes on some servers.
type Remarks = BTreeMap<String, BTreeMap<Code, Vec<String>>>;

/// A table of codes and servers, and below it what does not work somewhere and what deviates.
pub(super) fn write(text: &mut String, table: &ServerTable<'_>) -> std::fmt::Result {
    writeln!(text, "\n## {} on its servers\n", table.target.title)?;
    let servers = &table.target.servers;
    let titles: Vec<&str> = servers.iter().map(|it| it.title.as_str()).collect();
    writeln!(text, "| codes | {} |\n|---|{}", titles.join(" | "), "---|".repeat(titles.len()))?;
    for row in &table.rows {
        write!(text, "| {} |", list(&row.codes))?;
        for cell in &row.cells {
            write!(text, " {} |", cell.map(word).unwrap_or_default())?;
        }
        text.push('\n');
    }
    remarks(text, "Not here", &not_here(table))?;
    remarks(text, "Deviations", &deviations(table))
}

fn list(codes: &[Code]) -> String {
    codes.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

fn not_here(table: &ServerTable<'_>) -> Remarks {
    let mut all = Remarks::new();
    for proof in table.proofs.iter().filter(|it| it.verdict == Verdict::NotHere) {
        note(&mut all, proof.reason.clone().unwrap_or_default(), table, proof);
    }
    all
}

fn deviations(table: &ServerTable<'_>) -> Remarks {
    let mut all = Remarks::new();
    for proof in &table.proofs {
        for edge in &proof.deviations {
            let server = proof.on.as_deref().unwrap_or_default();
            let stated = table.target.deviations.iter();
            let stated = stated.filter(|it| it.edge == *edge);
            for it in stated.filter(|it| it.is_of(proof.code, server)) {
                let what = format!("{} ({})", it.what, it.whose);
                note(&mut all, what, table, proof);
            }
        }
    }
    all
}

fn note(all: &mut Remarks, what: String, table: &ServerTable<'_>, proof: &Proof) {
    let on = all.entry(what).or_default().entry(proof.code).or_default();
    on.push(table.title(proof).to_owned());
}

/// One line for each remark, with its codes and their servers, in the order of the codes.
fn remarks(text: &mut String, heading: &str, all: &Remarks) -> std::fmt::Result {
    let mut lines = Vec::new();
    for (what, codes) in all {
        let mut places: Vec<(Vec<Code>, String)> = Vec::new();
        for (code, servers) in codes {
            let servers = servers.join(", ");
            match places.iter_mut().find(|(_, known)| *known == servers) {
                Some((codes, _)) => codes.push(*code),
                None => places.push((vec![*code], servers)),
            }
        }
        let first = codes.keys().next().copied();
        let places = places.iter().map(|(codes, servers)| format!("{} on {servers}", list(codes)));
        lines.push((first, format!("- {}: {what}", places.collect::<Vec<_>>().join("; "))));
    }
    lines.sort();
    if !lines.is_empty() {
        writeln!(text, "\n### {heading}\n")?;
    }
    for (_, line) in lines {
        writeln!(text, "{line}")?;
    }
    Ok(())
}
