//! The table as data.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::cell::{Remark, Verdict};
use super::matrix::Matrix;
use crate::catalogue::Code;
use crate::pages::record::{array_schema, value};

/// A behaviour.
#[derive(Serialize, JsonSchema)]
struct BehaviourRow<'a> {
    /// Its name.
    name: &'a str,
    /// The heading below which it is shown.
    group: &'a str,
    /// What is right, in one clause.
    asks: &'a str,
    /// The section that asks it; null if no section does.
    section: Option<&'a str>,
    /// What a client or an administrator notices.
    matters: &'a str,
    /// The codes whose examples test it; empty if all do.
    codes: &'a [Code],
    /// What was seen on each server.
    servers: Vec<ServerCell<'a>>,
}

/// What was seen on a server.
#[derive(Serialize, JsonSchema)]
struct ServerCell<'a> {
    /// The target's name on the command line.
    target: &'a str,
    /// The target's name for readers.
    title: &'a str,
    /// The version of the framework.
    version: &'a str,
    /// The name of the server for `verify --server`.
    server: &'a str,
    /// The server's name for readers, with its version.
    server_title: &'a str,
    /// What holds there.
    verdict: Verdict,
    /// What happens instead.
    remarks: &'a [Remark],
}

/// The JSON Schema of [`Matrix::data`].
pub fn behaviour_schema() -> Value {
    array_schema::<Vec<BehaviourRow<'_>>>("behaviour")
}

impl Matrix {
    /// The table as JSON: an array of behaviours, see [`behaviour_schema`].
    pub fn data(&self) -> Value {
        let rows = self.rows.iter().map(|(behaviour, cells)| {
            let servers = self.columns.iter().zip(cells).map(|(column, cell)| ServerCell {
                target: &column.target,
                title: &column.title,
                version: &column.version,
                server: &column.server,
                server_title: &column.server_title,
                verdict: cell.verdict,
                remarks: &cell.remarks,
            });
            value(&BehaviourRow {
                name: &behaviour.name,
                group: &behaviour.group,
                asks: &behaviour.asks,
                section: behaviour.section.as_deref(),
                matters: &behaviour.matters,
                codes: &behaviour.codes,
                servers: servers.collect(),
            })
        });
        Value::Array(rows.collect())
    }
}
