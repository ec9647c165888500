//! Where the examples of a target run, as plain text.

use std::fmt::Write as _;

use super::server_table::{Row, ServerTable, mark, word};
use crate::verify::proof::{Proof, Verdict};

/// The servers of a target, and the codes that are not simply proven on each.
pub(super) fn write(text: &mut String, table: &ServerTable<'_>) -> std::fmt::Result {
    align(text, &lines(table))
}

type Line = (String, Vec<String>);

fn lines(table: &ServerTable<'_>) -> Vec<Line> {
    let ids: Vec<String> = table.target.servers.iter().map(|it| it.id.clone()).collect();
    let is_proven =
        |row: &Row<'_>| row.cells.iter().flatten().all(|it| word(it) == mark(Verdict::Proven));
    let mut lines = vec![(table.target.id.clone(), ids.clone())];
    let mut rest = 0;
    for row in &table.rows {
        if is_proven(row) && table.rows.len() > 1 {
            rest = row.codes.len();
            continue;
        }
        let cell = |it: Option<&Proof>| match it {
            Some(proof) if proof.verdict == Verdict::Failed => mark(proof.verdict).to_owned(),
            Some(proof) => word(proof),
            None => String::new(),
        };
        let cells: Vec<String> = row.cells.iter().copied().map(cell).collect();
        lines.extend(row.codes.iter().map(|code| (code.to_string(), cells.clone())));
    }
    lines.get_mut(1..).unwrap_or_default().sort();
    if rest > 0 {
        let proven = ids.iter().map(|_| mark(Verdict::Proven).to_owned()).collect();
        lines.push((format!("{rest} others"), proven));
    }
    lines
}

fn align(text: &mut String, lines: &[Line]) -> std::fmt::Result {
    let first = lines.iter().map(|(label, _)| label.len()).max().unwrap_or_default();
    let width =
        |at: usize| lines.iter().map(move |(_, cells)| cells.get(at).map_or(0, String::len)).max();
    let columns = lines.first().map_or(0, |(_, cells)| cells.len());
    let widths: Vec<usize> = (0..columns).filter_map(width).collect();
    for (label, cells) in lines {
        write!(text, "{label:first$}")?;
        for (cell, width) in cells.iter().zip(&widths) {
            write!(text, "  {cell:width$}")?;
        }
        text.truncate(text.trim_end().len());
        text.push('\n');
    }
    text.push('\n');
    Ok(())
}
