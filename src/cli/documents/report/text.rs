//! For people: diffs on standard output, the rest on standard error.

use std::io;

use super::super::coloured_diff;
use super::super::finding::{forced, message};
use super::super::results::Results;
use crate::cli::output::{bare, hint, note, problem, report, summary, warning};
use crate::error::{Error, ErrorKind};
use crate::regions::State;
use crate::short_quote::printable;

/// What `check` found.
pub(in super::super) fn checked(results: &Results) -> io::Result<()> {
    for (_, outcome) in results.outcomes() {
        coloured_diff::print(&outcome.diff)?;
    }
    faults(results);
    edits(results);
    let stale = results.outcomes().filter(|(_, outcome)| !outcome.stale.is_empty()).count();
    let all = results.with_regions();
    if stale > 0 {
        let documents = if all == 1 { "document" } else { "documents" };
        let are = if stale == 1 { "is" } else { "are" };
        problem(&format!("{stale} of {all} {documents} with regions {are} not current"));
        hint(&cure(results, stale));
    }
    Ok(())
}

/// What to do about stale regions.
fn cure(results: &Results, stale: usize) -> String {
    let states = || results.outcomes().flat_map(|(_, outcome)| outcome.stale.iter().map(|it| it.1));
    if states().all(State::is_protected) {
        return overwriting(results);
    }
    let command = results.command.of(false, &results.generated());
    let what = match (states().any(State::is_protected), stale) {
        (true, _) => "the regions that were generated and not edited since",
        (false, 1) => "it",
        (false, _) => "them",
    };
    format!("`{command}` fixes {what}")
}

/// What to do about regions that are not overwritten.
fn overwriting(results: &Results) -> String {
    let command = results.command.of(true, &results.protected());
    forced(&command, protected(results))
}

/// The state of what is not overwritten: edited by hand, if anything is.
fn protected(results: &Results) -> State {
    let mut states = results.outcomes().flat_map(|(_, outcome)| &outcome.stale);
    let edited = states.any(|(_, state)| *state == State::Edited);
    if edited { State::Edited } else { State::Unsigned }
}

/// What a filter refused to do. The diff goes to standard error, too.
pub(in super::super) fn filtered(results: &Results) {
    for (_, outcome) in results.outcomes() {
        bare(&outcome.diff);
    }
    faults(results);
    if results.is_refused() {
        edits(results);
        hint(&overwriting(results));
    }
}

/// Everything that is wrong, to detect whether it has changed.
pub(in super::super) fn state(results: &Results) -> String {
    let errors: Vec<_> = results.errors().map(ToString::to_string).collect();
    let mut state = errors.join("\n");
    state.extend(results.outcomes().map(|(_, outcome)| outcome.diff.as_str()));
    state
}

/// What `update` did, and what it refused to do.
pub(in super::super) fn updated(results: &Results) -> io::Result<()> {
    let mut text = String::new();
    for (name, outcome) in results.outcomes().filter(|(_, outcome)| outcome.text.is_some()) {
        let kept = |state: State| state.is_protected() && !outcome.diff.is_empty();
        let done = outcome.stale.iter().filter(|(_, state)| !kept(*state)).count();
        let regions = if done == 1 { "region" } else { "regions" };
        text.extend([&printable(name), ": ", &done.to_string(), " ", regions, " updated\n"]);
    }
    summary(&text)?;
    for (_, outcome) in results.outcomes() {
        coloured_diff::print(&outcome.diff)?;
    }
    faults(results);
    if results.is_refused() {
        edits(results);
        hint(&overwriting(results));
    }
    Ok(())
}

/// Documents that could not be compared.
fn faults(results: &Results) {
    for name in results.foreign() {
        note(&format!("{name}: the document is not UTF-8 and was skipped"));
    }
    results.warnings().for_each(warning);
    match results.without.as_slice() {
        [] => {}
        [name] => note(&format!("{name}: there is no region in this document")),
        [name, others @ ..] => {
            let others = others.len();
            note(&format!("{name} and {others} more of the named documents have no region"));
        }
    }
    if results.found_nothing() {
        let message = format!("no document with a region in {}", results.command.places());
        let hint = "a region is a pair of comments such as `<!-- statuscraft 404 -->` and \
                    `<!-- /statuscraft -->`; files that git ignores are skipped";
        warning(&Error::new(ErrorKind::Document, message).with_hint(hint));
    }
    results.errors().for_each(report);
}

/// Regions that may hold text written by hand.
fn edits(results: &Results) {
    for (name, outcome) in results.outcomes() {
        for (region, state) in outcome.stale.iter().filter(|(_, state)| state.is_protected()) {
            let (line, column) = (region.line, region.column);
            problem(&format!("{name}:{line}:{column}: {}", message(region, *state)));
        }
    }
}
