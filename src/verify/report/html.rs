use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment};

use super::Report;
use crate::error::Result;
use crate::verify::broken;
use crate::verify::ledger::Ledger;

/// One page that needs no other file.
#[derive(Clone, Copy, Debug, Default)]
pub struct Html;

const PAGE: &str = include_str!("page.html.j2");

impl Report for Html {
    fn write(&self, ledger: &Ledger) -> Result<String> {
        let mut environment = Environment::new();
        environment.set_auto_escape_callback(|_| AutoEscape::Html);
        let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build();
        environment.set_syntax(syntax.map_err(broken("the report"))?);
        let context = minijinja::context! {
            summary => ledger.summary(),
            rows => rows(ledger),
            ..Value::from(Serde(ledger))
        };
        let mut page = environment.render_str(PAGE, context).map_err(broken("the report"))?;
        page.push('\n');
        Ok(page)
    }
}

/// For each code, or each input, the number of the proof in each target, if there is one.
fn rows(ledger: &Ledger) -> Value {
    let mut labels: Vec<String> = Vec::new();
    let label = |proof: &crate::verify::Proof| match &proof.input {
        Some(input) => input.clone(),
        None => proof.code.to_string(),
    };
    for proof in &ledger.proofs {
        let label = label(proof);
        if !labels.contains(&label) {
            labels.push(label);
        }
    }
    let row = |name: &String| {
        let cells: Vec<Option<usize>> = ledger
            .targets
            .iter()
            .map(|target| {
                let here = |it: &crate::verify::Proof| it.target == target.id && label(it) == *name;
                ledger.proofs.iter().position(here)
            })
            .collect();
        minijinja::context! { label => name, cells => cells }
    };
    labels.iter().map(row).collect()
}
