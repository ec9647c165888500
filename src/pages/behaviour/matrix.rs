//! The table of behaviours and servers.

use super::cell::Cell;
use super::row::{Behaviour, behaviours};
use super::seen_proofs::SeenProofs;
use crate::catalogue::Code;
use crate::error::{Error, ErrorKind, Result};
use crate::short_quote::word;
use crate::snippet::Generator;
use crate::suggest::did_you_mean;

/// A target on one of its servers.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Column {
    /// The target's name on the command line.
    pub target: String,
    /// The target's name for readers.
    pub title: String,
    /// The version of the framework.
    pub version: String,
    /// The name by which `verify --server` selects the server.
    pub server: String,
    /// The server's name for readers, with its version.
    pub server_title: String,
}

/// Behaviours, and what was seen of them on each server.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Matrix {
    /// The servers.
    pub columns: Vec<Column>,
    /// The behaviours, each with a cell for each server.
    pub rows: Vec<(Behaviour, Vec<Cell>)>,
}

impl Matrix {
    /// The behaviour of that name, or all, on the servers of these targets, or of all.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Usage`] if there is no such behaviour, with the nearest one as a hint, and those
    /// of [`Generator::target`].
    pub fn new(generator: &Generator, name: Option<&str>, targets: &[String]) -> Result<Self> {
        let mut rows = behaviours(generator)?;
        if let Some(name) = name {
            let names: Vec<_> = rows.iter().map(|row| row.name.clone()).collect();
            rows.retain(|row| row.name == name);
            if rows.is_empty() {
                return Err(unknown(name, &names));
            }
        }
        let matrix = Self::of(generator, rows, targets)?;
        if matrix.columns.is_empty() && !targets.is_empty() {
            let message = "only servers have behaviours, and none of these targets is one";
            let servers: Vec<_> =
                generator.servers()?.iter().map(|it| it.id().to_owned()).collect();
            let hint = format!("name one of {}", servers.join(", "));
            return Err(Error::new(ErrorKind::Usage, message).with_hint(hint));
        }
        Ok(matrix)
    }

    /// The behaviours that the exchange of a code tests.
    pub fn tested_by(&self, code: Code) -> impl Iterator<Item = &Behaviour> {
        let rows = self.rows.iter().map(|(behaviour, _)| behaviour);
        rows.filter(move |behaviour| behaviour.codes.contains(&code))
    }

    /// The table of one behaviour of this one, if there is one of that name.
    pub fn of_behaviour(&self, name: &str) -> Option<Self> {
        let row = self.rows.iter().find(|(behaviour, _)| behaviour.name == name)?;
        Some(Self { columns: self.columns.clone(), rows: vec![row.clone()] })
    }

    fn of(generator: &Generator, rows: Vec<Behaviour>, targets: &[String]) -> Result<Self> {
        let words: Vec<&str> = targets.iter().flat_map(|it| it.split(',')).collect();
        let ids = match words.as_slice() {
            [] => generator.target_ids()?,
            some => {
                let targets = generator.distinct_targets(some)?;
                targets.iter().map(|it| it.id().to_owned()).collect()
            }
        };
        let every: Vec<Code> = generator.all_statuses()?.iter().map(|it| it.code).collect();
        let proofs = SeenProofs::new();
        let mut columns = Vec::new();
        let mut cells: Vec<Vec<Cell>> = vec![Vec::new(); rows.len()];
        for id in ids {
            let target = generator.verifiable_target(&id)?;
            for server in target.verify.iter().flat_map(|it| &it.servers) {
                for (row, cells) in rows.iter().zip(&mut cells) {
                    let codes = if row.codes.is_empty() { &every } else { &row.codes };
                    cells.push(Cell::new(row, (&target, &server.id), (codes, &proofs)));
                }
                columns.push(Column {
                    target: id.clone(),
                    title: target.title.clone(),
                    version: target.version.clone(),
                    server: server.id.clone(),
                    server_title: server.title.clone(),
                });
            }
        }
        Ok(Self { columns, rows: rows.into_iter().zip(cells).collect() })
    }
}

fn unknown(name: &str, names: &[String]) -> Error {
    let shown = word(name);
    let hint = did_you_mean(name, names.iter().map(String::as_str));
    let hint = hint.unwrap_or_else(|| "`statuscraft behaviour` lists all behaviours".to_owned());
    Error::new(ErrorKind::Usage, format!("no behaviour `{shown}`")).with_hint(hint)
}
