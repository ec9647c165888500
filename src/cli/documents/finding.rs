use super::summary::Summary;
use crate::error::Error;
use crate::regions::{Region, State};

/// Something that `check` has to tell, for any report that is not text.
pub(super) struct Finding<'a> {
    pub(super) rule: Rule,
    /// The document, as its user knows it; nothing where no file is to blame.
    pub(super) file: Option<&'a str>,
    /// The lines from and to, and the column of the first.
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

/// The sort of finding.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Rule {
    /// A region is not what its command prints.
    Stale,
    /// So, and it was edited by hand.
    Edited,
    /// A document or the configuration can't be used as it is.
    Fault,
    /// A document is not UTF-8, and is passed over.
    Foreign,
}

impl Rule {
    /// All rules.
    pub(super) const ALL: [Self; 4] = [Self::Stale, Self::Edited, Self::Fault, Self::Foreign];

    /// The rule's name in reports.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Stale => "stale",
            Self::Edited => "edited",
            Self::Fault => "fault",
            Self::Foreign => "not-utf-8",
        }
    }

    /// What the rule is about.
    pub(super) fn about(self) -> &'static str {
        match self {
            Self::Stale => "A region is not what its command prints.",
            Self::Edited => "A region was edited by hand and is not what its command prints.",
            Self::Fault => "A document, its markers or the configuration can't be used.",
            Self::Foreign => "A document is not UTF-8 and was passed over.",
        }
    }

    /// Whether it is an error rather than a warning.
    pub(super) fn is_error(self) -> bool {
        self != Self::Foreign
    }
}

/// Everything that there is to tell.
pub(super) fn findings(summary: &Summary) -> Vec<Finding<'_>> {
    let mut findings: Vec<_> = summary.errors.iter().map(of_error).collect();
    for file in &summary.files {
        match &file.result {
            Ok(outcome) => {
                let of_region = |(region, state): &(Region, State)| {
                    of_region(&file.name, region, *state, &summary.command)
                };
                findings.extend(outcome.stale.iter().map(of_region));
            }
            Err(errors) if errors.is_empty() => findings.push(Finding {
                rule: Rule::Foreign,
                file: Some(&file.name),
                place: None,
                message: "the document is not UTF-8 and was passed over".into(),
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

fn of_region<'a>(file: &'a str, region: &Region, state: State, command: &str) -> Finding<'a> {
    let edited = state == State::Edited;
    Finding {
        rule: if edited { Rule::Edited } else { Rule::Stale },
        file: Some(file),
        place: Some(Place { line: region.line, column: region.column, end_line: region.end_line }),
        message: message(region, state),
        hint: Some(if edited { forced(command) } else { format!("`{command}` mends it") }),
    }
}

/// What is wrong with a region.
pub(super) fn message(region: &Region, state: State) -> String {
    let words = &region.command;
    match state {
        State::Edited => format!("the region of `{words}` was edited by hand"),
        _ => format!("the region is not what `{words}` prints"),
    }
}

/// What helps against a region that was edited by hand.
pub(super) fn forced(command: &str) -> String {
    let forced = command.replacen(" update", " update --force", 1);
    format!("`{forced}` puts back what is printed; to keep the edit, remove the markers")
}
