//! One document: read, compared and, in update mode, written.

use super::docusaurus;
use super::places::{self, Lines};
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
    /// How many regions there are, of those that are meant.
    pub(super) regions: usize,
    /// Regions that are not current, and how they differ.
    pub(super) stale: Vec<(Region, State)>,
    /// The diff of what `check` finds, or of what `update` refuses.
    pub(super) diff: String,
    /// The document with its regions updated, where that is not what it was.
    pub(super) text: Option<String>,
    /// What looks like a marker but isn't one.
    pub(super) warnings: Vec<Error>,
    /// That another program does not accept the markers.
    pub(super) refusal: Option<Error>,
    /// Whether only some of the document's regions are meant.
    pub(super) is_partial: bool,
}

/// Compares the regions of a document with what their commands print. Nothing if there is nothing to say
/// of it; an empty error if it is not UTF-8 and needs not be. With `lines`, only the regions count that begin
/// in one of them.
pub(super) fn compare(
    name: &str,
    bytes: &[u8],
    kind: &Kind,
    project: &Project,
    mode: Mode,
    lines: Option<&Lines>,
) -> Result<Option<Outcome>, Vec<Error>> {
    let kind = &docusaurus::refined(kind, name, bytes);
    let document = match (Document::read(name, bytes, kind)?, lines) {
        (Reading::Plain(_), Some(lines)) => {
            return Err(places::missing(&std::iter::empty(), name, lines));
        }
        (Reading::Plain(warnings), None) if warnings.is_empty() => return Ok(None),
        (Reading::Plain(warnings), None) => return Ok(Some(Outcome::without_regions(warnings))),
        (Reading::Foreign, _) => return Err(Vec::new()),
        (Reading::Document(document), _) => document,
    };
    let mut plan = document.plan(|command| project.print(command, name, kind))?;
    if let Some(lines) = lines {
        places::keep(&mut plan, name, lines)?;
    }
    let mut outcome = Outcome {
        regions: plan.comparisons.len(),
        stale: stale(&plan),
        diff: String::new(),
        text: None,
        warnings: Vec::new(),
        refusal: docusaurus::warning(kind, name, bytes, document.regions()),
        is_partial: lines.is_some(),
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
                if let Ok(Reading::Document(new)) = Document::read(name, new.as_bytes(), kind) {
                    places::relocate(&mut outcome.stale, &document, &new);
                }
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
            is_partial: false,
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
