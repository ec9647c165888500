use std::collections::{BTreeMap, BTreeSet};

use super::context::Context;
use super::resolved_selection::ResolvedSelection;
use super::subject::Subject;
use crate::catalogue::{Class, Code};
use crate::error::{Error, ErrorKind, Result};
use crate::snippet::{Generator, Options};

/// What to export: some codes in some targets.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "cli", derive(clap::Args))]
pub struct Selection {
    /// A code, its number or its phrase; can be repeated [default: every code]
    #[cfg_attr(feature = "cli", arg(long = "code", value_name = "CODE", value_delimiter = ','))]
    pub codes: Vec<String>,
    /// The codes of a class, such as 4xx, in addition to those named; can be repeated
    #[cfg_attr(feature = "cli", arg(long = "class", value_name = "CLASS", value_delimiter = ','))]
    pub classes: Vec<Class>,
    /// Include the codes that IANA does not list
    #[cfg_attr(feature = "cli", arg(long))]
    pub unofficial: bool,
    /// A target; can be repeated [default: every server]
    #[cfg_attr(
        feature = "cli",
        arg(long = "target", value_name = "TARGET", value_delimiter = ',')
    )]
    pub targets: Vec<String>,
}

impl Selection {
    /// Finds what is selected. Codes are in ascending order, targets by name, each once, whatever
    /// the order of the arguments. A comparison is selected if one of its codes is.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::UnknownStatus`] or `UnknownTarget`, with the nearest one as a hint, `Usage` if
    /// targets are named and the subject has none, and `Data` if a file is wrong.
    pub fn resolve<'g>(
        &self,
        generator: &'g Generator,
        subject: Subject,
        options: Options,
    ) -> Result<ResolvedSelection<'g>> {
        let is_named = !self.targets.is_empty();
        if is_named && !subject.has_targets() {
            let message = format!("`--target` has no effect on {subject}");
            let hint = "select codes with `--code` and `--class`";
            return Err(Error::new(ErrorKind::Usage, message).with_hint(hint));
        }
        let mut codes = BTreeSet::new();
        for query in &self.codes {
            let status = generator.status(query).map_err(|error| match query.parse::<Class>() {
                Ok(_) => error.with_hint(format!("`--class {query}` selects the codes of a class")),
                Err(_) => error,
            })?;
            codes.insert(status.code);
        }
        let every = self.codes.is_empty() && self.classes.is_empty();
        let selected = |code: &&Code| every || self.classes.contains(&code.class());
        codes.extend(generator.codes()?.iter().filter(selected));
        if self.unofficial {
            codes.extend(generator.unofficial_codes()?.iter().filter(selected));
        }
        let mut pairs = generator.compared()?;
        pairs.retain(|(one, other)| codes.contains(one) || codes.contains(other));
        let mut targets = generator.distinct_targets(&self.targets)?;
        if targets.is_empty() {
            targets = generator.servers()?;
        }
        let targets: BTreeMap<_, _> =
            targets.into_iter().map(|target| (target.id().to_owned(), target)).collect();
        Ok(ResolvedSelection {
            context: Context {
                generator,
                targets: targets.into_values().collect(),
                is_named,
                options,
                line_numbers: false,
            },
            subject,
            codes: codes.into_iter().collect(),
            pairs,
        })
    }
}
