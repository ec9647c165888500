use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment};

use super::Report;
use super::table::{Table, column, tables};
use crate::error::Result;
use crate::verify::broken;
use crate::verify::proof::Proof;
use crate::verify::results::Results;

/// A self-contained HTML page.
#[derive(Clone, Copy, Debug, Default)]
pub struct Html;

const PAGE: &str = include_str!("page.html.j2");

impl Report for Html {
    fn write(&self, results: &Results) -> Result<String> {
        let mut environment = Environment::new();
        environment.set_auto_escape_callback(|_| AutoEscape::Html);
        let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build();
        environment.set_syntax(syntax.map_err(broken("the report"))?);
        let context = minijinja::context! {
            summary => results.summary(),
            tables => shown(results),
            ..Value::from(Serde(results))
        };
        let mut page = environment.render_str(PAGE, context).map_err(broken("the report"))?;
        page.push('\n');
        Ok(page)
    }
}

/// The columns of each table; for each code or input, the number of the proof in each column, if
/// there is one.
fn shown(results: &Results) -> Value {
    let tables = tables(results);
    let shown = tables.iter().map(|table| {
        let columns: Value = table
            .columns
            .iter()
            .map(|id| {
                let target = results.targets.iter().find(|target| target.id == *id);
                target.map_or_else(|| Value::from(id.as_str()), |it| Value::from(Serde(it)))
            })
            .collect();
        let client = table.client.map(|it| Value::from(Serde(it)));
        minijinja::context! { client => client, columns => columns, rows => rows(table) }
    });
    shown.collect()
}

fn rows(table: &Table<'_>) -> Value {
    let label = |proof: &Proof| match &proof.input {
        Some(input) => input.clone(),
        None => proof.code.to_string(),
    };
    let mut rows: Vec<(String, Vec<Option<usize>>)> = Vec::new();
    for (index, proof) in &table.proofs {
        let label = label(proof);
        let at = rows.iter().position(|(it, _)| *it == label).unwrap_or(rows.len());
        if at == rows.len() {
            rows.push((label, vec![None; table.columns.len()]));
        }
        let place = table.columns.iter().position(|id| *id == column(proof));
        let cells = rows.get_mut(at).map(|(_, cells)| cells);
        if let Some(cell) = cells.zip(place).and_then(|(cells, place)| cells.get_mut(place)) {
            cell.get_or_insert(*index);
        }
    }
    let row = |(label, cells)| minijinja::context! { label => label, cells => cells };
    rows.into_iter().map(row).collect()
}
