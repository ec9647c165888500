//! The table as an article: all behaviours in short, or one in detail.

use super::cell::{Cell, Remark};
use super::matrix::{Column, Matrix};
use super::overview::Row;
use super::row::Behaviour;
use crate::enumeration::enumerated;
use crate::output::{Article, Block};

const ABOUT: &str = "What the usual example of each framework does, as the last proofs saw it. \
                     `statuscraft behaviour NAME` shows one behaviour on each server.";

impl Matrix {
    /// The table as an article whose title has that level.
    pub fn article(&self, level: u8) -> Article<'static> {
        let mut blocks = match self.rows.as_slice() {
            [(behaviour, cells)] => self.detail(behaviour, cells),
            _ => self.short(),
        };
        let remarks = self.remarks();
        if !remarks.is_empty() && (self.rows.len() == 1 || self.is_of_one_target()) {
            blocks.push(Block::Heading("What happens instead".to_owned()));
            blocks.push(Block::List(remarks));
        }
        let title = match self.rows.as_slice() {
            [(behaviour, _)] => behaviour.name.clone(),
            _ => "What frameworks do in HTTP's edge cases".to_owned(),
        };
        Article { title: Some(title), level, blocks, data: self.data() }
    }

    fn detail(&self, behaviour: &Behaviour, cells: &[Cell]) -> Vec<Block<'static>> {
        let mut facts = vec![
            ("Right".to_owned(), sentence(&behaviour.asks)),
            ("Why it matters".to_owned(), behaviour.matters.clone()),
        ];
        facts.extend(behaviour.section.iter().map(|it| ("Source".to_owned(), it.clone())));
        let codes: Vec<_> = behaviour.codes.iter().map(ToString::to_string).collect();
        let codes = if codes.is_empty() { "all examples".to_owned() } else { codes.join(", ") };
        facts.push(("Tested with".to_owned(), codes));
        let row = |(column, cell): (&Column, &Cell)| {
            let (target, server) = (column.target.clone(), column.server_title.clone());
            vec![target, server, cell.verdict.word().to_owned()]
        };
        let rows = self.columns.iter().zip(cells).map(row).collect();
        let heads = ["target", "server", "holds"].map(str::to_owned).to_vec();
        vec![Block::Facts(facts), Block::Columns { heads, rows, need_heads: false }]
    }

    /// A table for each group.
    fn short(&self) -> Vec<Block<'static>> {
        let overview = self.overview();
        let legend = overview.legend.map(|(word, what)| (word.to_owned(), what.to_owned()));
        let mut blocks = vec![Block::Paragraph(ABOUT.to_owned()), Block::Facts(legend.to_vec())];
        let heads = std::iter::once("behaviour").chain(overview.columns).map(str::to_owned);
        let heads: Vec<String> = heads.collect();
        for group in overview.groups {
            let cells = |row: &Row<'_>| {
                std::iter::once(row.name)
                    .chain(row.verdicts.iter().copied())
                    .map(str::to_owned)
                    .collect()
            };
            let rows = group.rows.iter().map(cells).collect();
            blocks.push(Block::Heading(group.name.to_owned()));
            blocks.push(Block::Columns { heads: heads.clone(), rows, need_heads: true });
        }
        blocks
    }

    /// What happens instead, once for each target, with the servers if it is not so on all.
    fn remarks(&self) -> Vec<String> {
        let mut remarks: Vec<(&Column, &Behaviour, &Remark, Vec<&str>)> = Vec::new();
        for (behaviour, cells) in &self.rows {
            for (column, cell) in self.columns.iter().zip(cells) {
                for remark in &cell.remarks {
                    let alike = remarks.iter_mut().find(|(other, on, known, _)| {
                        other.target == column.target
                            && on.name == behaviour.name
                            && *known == remark
                    });
                    let server = column.server_title.as_str();
                    match alike {
                        Some((.., servers)) => servers.push(server),
                        None => remarks.push((column, behaviour, remark, vec![server])),
                    }
                }
            }
        }
        let told =
            |(column, behaviour, remark, servers): (&Column, &Behaviour, &Remark, Vec<&str>)| {
                let about = if self.is_of_one_target() { &behaviour.name } else { &column.title };
                let on = match self.columns.iter().filter(|it| it.target == column.target).count() {
                    all if all == servers.len() => String::new(),
                    _ => format!(" on {}", enumerated(&servers)),
                };
                let codes: Vec<_> = remark.codes.iter().map(ToString::to_string).collect();
                let source = match (&remark.whose, &remark.see) {
                    (Some(whose), Some(see)) => format!(" {whose}: {see}"),
                    _ => String::new(),
                };
                format!("{about}{on} ({}): {}{source}", enumerated(&codes), remark.what)
            };
        remarks.into_iter().map(told).collect()
    }
}

/// A clause as a sentence.
fn sentence(clause: &str) -> String {
    let mut letters = clause.chars();
    let first: String = letters.next().iter().flat_map(|one| one.to_uppercase()).collect();
    format!("{first}{}.", letters.as_str())
}
