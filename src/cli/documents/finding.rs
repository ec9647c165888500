use super::results::Results;
use super::update_command::{Meant, UpdateCommand};
use crate::error::Error;
use crate::regions::{Region, State};

/// A result of `check`, for every report except text.
pub(super) struct Finding<'a> {
    pub(super) rule: Rule,
    /// The document, as its user knows it; empty if no file is affected.
    pub(super) file: Option<&'a str>,
    /// The first and last line, and the column of the first one.
    pub(super) place: Option<Place>,
    pub(super) message: String,
    pub(super) hint: Option<String>,
}

/// Where in a document a finding is, counted from 1.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) line: usize,
    pub(super) column: usize,
    /// The last line; that of the closing marker.
    pub(super) end_line: usize,
}

/// The kind of finding.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Rule {
    /// A region differs from the output of its command.
    Stale,
    /// The same, and it was edited by hand.
    Edited,
    /// So, and no checksum says that its lines were generated.
    Unsigned,
    /// A comment looks like a marker but isn't one.
    NearMiss,
    /// A marker is a comment that the generator of the site does not accept.
    Comment,
    /// A document or the configuration can't be used as it is.
    Fault,
    /// A document is not UTF-8 and is skipped.
    Foreign,
}

impl Rule {
    /// All rules.
    pub(super) const ALL: [Self; 7] = [
        Self::Stale,
        Self::Edited,
        Self::Unsigned,
        Self::NearMiss,
        Self::Comment,
        Self::Fault,
        Self::Foreign,
    ];

    /// The rule's name in reports.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Stale => "stale",
            Self::Edited => "edited",
            Self::Unsigned => "no-checksum",
            Self::NearMiss => "near-miss",
            Self::Comment => "comment-syntax",
            Self::Fault => "fault",
            Self::Foreign => "not-utf-8",
        }
    }

    /// What the rule is about.
    pub(super) fn about(self) -> &'static str {
        match self {
            Self::Stale => "A region is not what its command prints.",
            Self::Edited => "A region was edited by hand and is not what its command prints.",
            Self::Unsigned => {
                "A region holds lines that no checksum covers, and they are not what its command prints."
            }
            Self::NearMiss => "A comment looks like a marker but isn't one.",
            Self::Comment => {
                "A marker is a comment that the generator of the site does not accept."
            }
            Self::Fault => "A document, its markers or the configuration can't be used.",
            Self::Foreign => "A document is not UTF-8 and was skipped.",
        }
    }

    /// Whether it is an error rather than a warning.
    pub(super) fn is_error(self) -> bool {
        !matches!(self, Self::Foreign | Self::NearMiss | Self::Comment)
    }
}

/// All findings.
pub(super) fn findings(results: &Results) -> Vec<Finding<'_>> {
    let mut findings: Vec<_> = results.errors.iter().map(of_error).collect();
    for file in &results.files {
        match &file.result {
            Ok(outcome) => {
                let of_region = |(region, state): &(Region, State)| {
                    let only = outcome.is_partial.then_some(region.line);
                    of_region((&file.name, only), region, *state, &results.command)
                };
                findings.extend(outcome.stale.iter().map(of_region));
                let near = |error| Finding { rule: Rule::NearMiss, ..of_error(error) };
                findings.extend(outcome.warnings.iter().map(near));
                let refused = |error| Finding { rule: Rule::Comment, ..of_error(error) };
                findings.extend(outcome.refusal.iter().map(refused));
            }
            Err(errors) if errors.is_empty() => findings.push(Finding {
                rule: Rule::Foreign,
                file: Some(&file.name),
                place: None,
                message: "the document is not UTF-8 and was skipped".into(),
                hint: None,
            }),
            Err(errors) => findings.extend(errors.iter().map(of_error)),
        }
    }
    findings
}

fn of_error(error: &Error) -> Finding<'_> {
    let origin = error.origin();
    let place = origin.and_then(|origin| Some((origin.line()?, origin.column()?)));
    Finding {
        rule: Rule::Fault,
        file: origin.map(crate::origin::Origin::name),
        place: place.map(|(line, column)| Place { line, column, end_line: line }),
        message: error.message().to_owned(),
        hint: error.hint().map(str::to_owned),
    }
}

fn of_region<'a>(
    (file, only): Meant<'a>,
    region: &Region,
    state: State,
    command: &UpdateCommand,
) -> Finding<'a> {
    Finding {
        rule: match state {
            State::Edited => Rule::Edited,
            State::Unsigned => Rule::Unsigned,
            _ => Rule::Stale,
        },
        file: Some(file),
        place: Some(Place { line: region.line, column: region.column, end_line: region.end_line }),
        message: message(region, state),
        hint: Some(if state.is_protected() {
            forced(&command.of(true, &[(file, Some(region.line))]), state)
        } else {
            format!("`{}` fixes it", command.of(false, &[(file, only)]))
        }),
    }
}

/// What is wrong with a region.
pub(super) fn message(region: &Region, state: State) -> String {
    let words = cut(&region.command);
    match state {
        State::Edited => format!("the region of `{words}` was edited by hand"),
        State::Unsigned => {
            format!("the region of `{words}` holds text that no checksum covers, maybe your own")
        }
        _ => format!("the region is not what `{words}` prints"),
    }
}

/// The words of a command that a reader needs to know it again.
fn cut(words: &str) -> String {
    const MOST: usize = 80;
    match words.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}\u{2026}", words.get(..end).unwrap_or_default()),
        None => words.to_owned(),
    }
}

/// What to do about a region that may hold text written by hand; the command would overwrite it.
pub(super) fn forced(forced: &str, state: State) -> String {
    match state {
        State::Unsigned => {
            format!("to keep the text, move it out of the region; `{forced}` overwrites it")
        }
        _ => format!(
            "`{forced}` overwrites it; to keep the edit, remove the markers; if a formatter made it, let the formatter skip regions"
        ),
    }
}
