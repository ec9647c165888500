//! Two codes that people confuse: `data/comparisons/`, a file a pair.

use serde::{Deserialize, Serialize};

use super::code::Code;
use super::prose::Prose;

/// What sets two codes apart.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "formats", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Comparison {
    /// The codes, the smaller one first, as in the file's name.
    pub codes: [Code; 2],
    /// The decisive difference.
    pub difference: Prose,
    /// Further differences.
    pub points: Vec<Point>,
    /// When to use which.
    #[serde(rename = "use")]
    pub usage: Sides,
}

/// A point in which the codes differ.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "formats", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Point {
    /// The name of the point.
    pub on: Prose,
    /// What holds for the first code.
    pub first: Prose,
    /// What holds for the second code.
    pub second: Prose,
}

/// A text for each of the codes.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "formats", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Sides {
    /// For the first code.
    pub first: Prose,
    /// For the second code.
    pub second: Prose,
}

impl Comparison {
    /// What is wrong beyond the syntax, if anything.
    pub(super) fn fault(&self, stem: &str) -> Option<String> {
        let [first, second] = self.codes;
        if first >= second {
            return Some("codes: expected two, the smaller one first".into());
        }
        if format!("{first}-{second}") != stem {
            return Some(format!("codes: `{first}-{second}` does not agree with the file's name"));
        }
        self.points.is_empty().then(|| "points: the list is empty".into())
    }

    /// All its texts.
    pub(super) fn texts(&self) -> impl Iterator<Item = &Prose> {
        let points = self.points.iter().flat_map(|it| [&it.first, &it.second]);
        [&self.difference, &self.usage.first, &self.usage.second].into_iter().chain(points)
    }
}
