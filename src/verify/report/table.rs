use std::collections::BTreeSet;

use crate::catalogue::Code;
use crate::targets::Role;
use crate::verify::proof::{Proof, Verdict};
use crate::verify::results::{Results, TargetEntry};

/// The proofs of all servers, or those of one client. Codes are the rows, servers the columns.
#[derive(Debug)]
pub(super) struct Table<'a> {
    /// The client, if the table is for a client.
    pub(super) client: Option<&'a TargetEntry>,
    /// The names of the servers.
    pub(super) columns: Vec<String>,
    /// The proofs, in the order of the results, each with its position there.
    pub(super) proofs: Vec<(usize, &'a Proof)>,
}

/// The tables of the results, without empty ones.
pub(super) fn tables(results: &Results) -> Vec<Table<'_>> {
    let clients = results.targets.iter().filter(|it| it.role == Role::Client).map(Some);
    let tables = std::iter::once(None).chain(clients).map(|client| Table::new(results, client));
    tables.filter(|table| !table.proofs.is_empty()).collect()
}

impl<'a> Table<'a> {
    fn new(results: &'a Results, client: Option<&'a TargetEntry>) -> Self {
        let here = |(_, proof): &(usize, &Proof)| match client {
            Some(client) => proof.target == client.id,
            None => proof.server.is_none(),
        };
        let proofs: Vec<_> = results.proofs.iter().enumerate().filter(here).collect();
        let mut columns: Vec<String> = Vec::new();
        for (_, proof) in &proofs {
            let column = column(proof);
            if !columns.contains(&column) {
                columns.push(column);
            }
        }
        Self { client, columns, proofs }
    }

    /// The codes, ascending.
    pub(super) fn codes(&self) -> BTreeSet<Code> {
        self.proofs.iter().map(|(_, proof)| proof.code).collect()
    }

    /// The proof for a code in a column.
    pub(super) fn find(&self, code: Code, server: &str) -> Option<&'a Proof> {
        let here = |it: &&Proof| it.code == code && column(it) == server;
        self.proofs.iter().map(|(_, proof)| *proof).find(here)
    }

    /// The proofs on usual servers, or all if there are no such.
    pub(super) fn usual(&self) -> impl Iterator<Item = &'a Proof> {
        let any = self.proofs.iter().any(|(_, it)| it.on_default);
        self.proofs.iter().map(|(_, it)| *it).filter(move |it| it.on_default || !any)
    }

    /// How many are proven on their usual servers, and how many there are.
    pub(super) fn score(&self) -> (usize, usize) {
        let proven = self.usual().filter(|it| it.verdict == Verdict::Proven).count();
        (proven, self.usual().filter(|it| it.verdict.is_offer()).count())
    }
}

/// The target whose server ran in a proof, and the server if it is not the first one.
pub(super) fn column(proof: &Proof) -> String {
    let target = proof.server.as_deref().unwrap_or(&proof.target);
    match proof.on.as_deref().filter(|_| !proof.on_default) {
        Some(server) => format!("{target}/{server}"),
        None => target.to_owned(),
    }
}
