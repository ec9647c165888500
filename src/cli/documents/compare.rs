//! One document: read, compared and, in update mode, written.

use super::docusaurus;
use super::project::Project;
use crate::error::Error;
use crate::regions::{Document, Kind, Plan, Reading, Region, State, difference};

/// What to do with documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// Nothing is written.
    Check,
    /// Regions are updated.
    Update {
        /// Also those that may hold text written by hand.
        force: bool,
    },
}

/// The result for a document with regions.
pub(super) struct Outcome {
    /// How many regions there are.
    pub(super) regions: usize,
    /// Regions that are not current, and how they differ.
    pub(super) stale: Vec<(Region, State)>,
    /// The diff of what `check` finds, or of what `update` refuses.
    pub(super) diff: String,
    /// The document with its regions updated, where that is not what it was.
    pub(super) text: Option<String>,
    /// What looks like a marker and is none.
    pub(super) warnings: Vec<Error>,
    /// That another program does not accept the markers.
    pub(super) refusal: Option<Error>,
}

/// Compares the regions of a document with what their commands print. Nothing if there is nothing to say
/// of it; an empty error if it is not UTF-8 and needs not be.
pub(super) fn compare(
    name: &str,
    bytes: &[u8],
    kind: &Kind,
    project: &Project,
    mode: Mode,
) -> Result<Option<Outcome>, Vec<Error>> {
    let kind = &docusaurus::refined(kind, name, bytes);
    let document = match Document::read(name, bytes, kind)? {
        Reading::Plain(warnings) if warnings.is_empty() => return Ok(None),
        Reading::Plain(warnings) => return Ok(Some(Outcome::without_regions(warnings))),
        Reading::Foreign => return Err(Vec::new()),
        Reading::Document(document) => document,
    };
    let plan = document.plan(|command| project.print(command, name, kind))?;
    let mut outcome = Outcome {
        regions: document.regions().len(),
        stale: stale(&plan),
        diff: String::new(),
        text: None,
        warnings: Vec::new(),
        refusal: docusaurus::warning(kind, name, bytes, document.regions()),
    };
    if outcome.stale.is_empty() {
        drop(plan);
        outcome.warnings = document.into_warnings();
        return Ok(Some(outcome));
    }
    let old = std::str::from_utf8(bytes).unwrap_or_default();
    let whole = plan.text(true).map_err(|error| vec![error])?;
    match mode {
        Mode::Check => outcome.diff = difference(name, old, &whole),
        Mode::Update { force: true } => outcome.text = Some(whole),
        Mode::Update { force: false } => {
            let new = plan.text(false).map_err(|error| vec![error])?;
            if outcome.stale.iter().any(|(_, state)| state.is_protected()) {
                outcome.diff = difference(name, &new, &whole);
            }
            outcome.text = (new != old).then_some(new);
        }
    }
    drop(plan);
    outcome.warnings = document.into_warnings();
    Ok(Some(outcome))
}

impl Outcome {
    fn without_regions(warnings: Vec<Error>) -> Self {
        Self {
            regions: 0,
            stale: Vec::new(),
            diff: String::new(),
            text: None,
            warnings,
            refusal: None,
        }
    }
}

fn stale(plan: &Plan<'_>) -> Vec<(Region, State)> {
    plan.comparisons
        .iter()
        .filter(|it| it.state != State::Current)
        .map(|it| (it.region.clone(), it.state))
        .collect()
}
