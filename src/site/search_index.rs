//! The index of the search on the pages: the words of the catalogue, the codes in which each occurs, and
//! the pages of frameworks and behaviours.

use std::collections::BTreeMap;

use serde_json::json;

use super::code_context::digit;
use super::contents::{CodeData, Contents};
use crate::catalogue::Registration;
use crate::error::Result;
use crate::pages::behaviour::Matrix;
use crate::pages::{STOP_WORDS, weights};
use crate::targets::Target;

/// Weights are written as whole numbers to save space; this number stands for 1.
const FINE: f64 = 2.0;

/// A script that defines the index. Pages opened from a file can't load anything but scripts.
pub(super) fn script(contents: &Contents<'_>, behaviours: &Matrix) -> Result<String> {
    let targets = contents.generator.targets()?;
    let codes: Vec<_> = contents.codes.values().map(about).collect();
    let mut words: BTreeMap<String, BTreeMap<usize, String>> = BTreeMap::new();
    for (at, code_data) in contents.codes.values().enumerate() {
        for (word, weight) in weights(contents.generator, code_data.status(), &targets)? {
            let weight = format!("{:.0}", (weight * FINE).max(1.0));
            words.entry(word).or_default().insert(at, weight);
        }
    }
    let lines: Vec<_> = words.iter().map(|(word, places)| line(word, places)).collect();
    let pairs: Vec<_> =
        contents.pairs.iter().map(|(one, other)| format!("{one}-{other}")).collect();
    let empty: Vec<_> = STOP_WORDS.split_whitespace().collect();
    let index = json!({
        "codes": codes,
        "empty": empty,
        "words": lines.join("\n"),
        "pairs": pairs.join(" "),
        "frameworks": contents.servers.iter().map(|it| framework(it)).collect::<Vec<_>>(),
        "behaviours": behaviours.rows.iter().map(|(it, _)| json!([it.name, it.asks])).collect::<Vec<_>>(),
    });
    Ok(format!("window.statuscraftIndex={index};\n"))
}

/// The data of a framework: its name, its title and what else it is called.
fn framework(target: &Target) -> serde_json::Value {
    json!([target.id(), target.title, target.aliases.join(" ")])
}

/// The data of a search result.
fn about(code_data: &CodeData<'_>) -> serde_json::Value {
    let status = code_data.status();
    let official = status.registration != Registration::Unofficial;
    json!([
        status.code.number(),
        status.phrase,
        digit(status.code),
        u8::from(official),
        status.summary
    ])
}

/// `word 9:3,1:0.7.12`: for each weight the codes, by their position in the list.
fn line(word: &str, places: &BTreeMap<usize, String>) -> String {
    let mut by_weight: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (place, weight) in places {
        by_weight.entry(weight).or_default().push(place.to_string());
    }
    let groups = by_weight.iter().rev();
    let groups: Vec<_> = groups.map(|(weight, at)| format!("{weight}:{}", at.join("."))).collect();
    format!("{word} {}", groups.join(","))
}
