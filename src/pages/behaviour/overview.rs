//! All behaviours in short: a word for each target, or for each server of the only target.

use serde::Serialize;

use super::cell::{Cell, Verdict};
use super::matrix::Matrix;
use super::row::Behaviour;

const LEGEND: [(Verdict, &str); 5] = [
    (Verdict::Yes, "all examples behave as the section asks"),
    (Verdict::Partly, "some examples do, or some servers"),
    (Verdict::Differs, "something else happens"),
    (Verdict::No, "the examples that would show it don't work on the server"),
    (Verdict::None, "no example would show it"),
];

/// The table in short.
#[derive(Debug, Serialize)]
pub(crate) struct Overview<'a> {
    /// What each word means.
    pub(crate) legend: [(&'static str, &'static str); 5],
    /// The names of the columns: targets, or servers.
    pub(crate) columns: Vec<&'a str>,
    /// The behaviours below each heading.
    pub(crate) groups: Vec<Group<'a>>,
}

/// Behaviours below a heading.
#[derive(Debug, Serialize)]
pub(crate) struct Group<'a> {
    pub(crate) name: &'a str,
    pub(crate) rows: Vec<Row<'a>>,
}

/// A behaviour with a verdict for each column.
#[derive(Debug, Serialize)]
pub(crate) struct Row<'a> {
    pub(crate) name: &'a str,
    pub(crate) asks: &'a str,
    pub(crate) verdicts: Vec<&'static str>,
}

impl Matrix {
    /// The table in short.
    pub(crate) fn overview(&self) -> Overview<'_> {
        let shown = self.shown_columns();
        let mut groups = Vec::new();
        let mut rest = self.rows.as_slice();
        while let Some((first, _)) = rest.first() {
            let alike = rest.iter().take_while(|(it, _)| it.group == first.group).count();
            let (group, after) = rest.split_at(alike);
            let rows = group.iter().map(|row| short(row, &shown)).collect();
            groups.push(Group { name: &first.group, rows });
            rest = after;
        }
        let legend = LEGEND.map(|(verdict, what)| (verdict.word(), what));
        Overview { legend, columns: shown.into_iter().map(|(name, _)| name).collect(), groups }
    }

    /// Whether it is about the servers of one target.
    pub(super) fn is_of_one_target(&self) -> bool {
        let first = self.columns.first();
        self.columns.iter().all(|it| first.is_some_and(|first| first.target == it.target))
    }

    /// The columns that an overview shows, each with the places of its cells.
    fn shown_columns(&self) -> Vec<(&str, Vec<usize>)> {
        let mut shown: Vec<(&str, Vec<usize>)> = Vec::new();
        for (place, column) in self.columns.iter().enumerate() {
            let name = if self.is_of_one_target() { &column.server } else { &column.target };
            match shown.last_mut().filter(|(last, _)| last == name) {
                Some((_, places)) => places.push(place),
                None => shown.push((name, vec![place])),
            }
        }
        shown
    }
}

fn short<'a>(
    (behaviour, cells): &'a (Behaviour, Vec<Cell>),
    shown: &[(&str, Vec<usize>)],
) -> Row<'a> {
    let verdict = |places: &[usize]| {
        let cells = places.iter().filter_map(|place| cells.get(*place));
        Verdict::of_all(&cells.map(|it| it.verdict).collect::<Vec<_>>()).word()
    };
    let verdicts = shown.iter().map(|(_, places)| verdict(places)).collect();
    Row { name: &behaviour.name, asks: &behaviour.asks, verdicts }
}
