//! The behaviours that are compared: `data/behaviours.yaml`, with the edges and controls of the catalogue.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::assets;
use crate::catalogue::{Code, Prose};
use crate::error::{Error, ErrorKind, Result};
use crate::snippet::Generator;

const FILE: &str = "data/behaviours.yaml";

/// A behaviour in one of HTTP's edge cases.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Behaviour {
    /// Its name: that of an edge, of a control, or of a rule for all responses.
    pub name: String,
    /// The heading below which it is shown.
    pub group: String,
    /// What is right, in one clause.
    pub asks: String,
    /// The section that asks it, such as `RFC 9110, section 14.2`.
    pub section: Option<String>,
    /// What a client or an administrator notices.
    pub matters: String,
    /// The codes whose exchanges test it. None, if it is tested in all of them.
    pub codes: Vec<Code>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    group: String,
    rows: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    name: String,
    /// What a rule asks. The catalogue says it of the others.
    asks: Option<String>,
    section: Option<String>,
    matters: Prose,
}

/// What the catalogue says of a behaviour.
struct Tested {
    says: String,
    section: Option<String>,
    codes: Vec<Code>,
}

/// All behaviours, in the order of the file.
pub(super) fn behaviours(generator: &Generator) -> Result<Vec<Behaviour>> {
    let Some(file) = generator.assets().read(FILE)? else { return Ok(Vec::new()) };
    let groups: Vec<Group> = assets::parse(&file)?;
    let tested = tested(generator)?;
    let mut behaviours = Vec::new();
    for Group { group, rows } in groups {
        for Entry { name, asks, section, matters } in rows {
            let (asks, section, codes) = match (asks, tested.get(&name)) {
                (Some(asks), None) => (asks, section, Vec::new()),
                (None, Some(it)) => (it.says.clone(), it.section.clone(), it.codes.clone()),
                (Some(_), Some(_)) => {
                    let message = format!("`{name}`: the catalogue says what it asks");
                    return Err(Error::new(ErrorKind::Data, message).at(file.origin));
                }
                (None, None) => {
                    let message = format!("`{name}` is neither an edge nor a named control");
                    let hint = "a rule for all responses has `asks` and `section`";
                    return Err(Error::new(ErrorKind::Data, message)
                        .at(file.origin)
                        .with_hint(hint));
                }
            };
            let (group, matters) = (group.clone(), matters.to_string());
            behaviours.push(Behaviour { name, group, asks, section, matters, codes });
        }
    }
    Ok(behaviours)
}

/// The named edges and controls of the catalogue.
fn tested(generator: &Generator) -> Result<BTreeMap<String, Tested>> {
    let mut tested: BTreeMap<String, Tested> = BTreeMap::new();
    for status in generator.all_statuses()? {
        let Some(exchange) = &status.exchange else { continue };
        let edges = exchange.edges.iter().map(|it| (Some(&it.name), Some(&it.says), &it.section));
        let controls = exchange.controls.iter();
        let controls = controls.map(|it| (it.name.as_ref(), it.says.as_ref(), &it.section));
        for (name, says, section) in edges.chain(controls) {
            let (Some(name), Some(says)) = (name, says) else { continue };
            let known = tested.entry(name.as_str().to_owned()).or_insert_with(|| Tested {
                says: says.clone(),
                section: section.clone(),
                codes: Vec::new(),
            });
            if !known.codes.contains(&status.code) {
                known.codes.push(status.code);
            }
        }
    }
    Ok(tested)
}
