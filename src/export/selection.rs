use std::collections::{BTreeMap, BTreeSet};

use super::resolved_selection::ResolvedSelection;
use crate::catalogue::{Class, Code};
use crate::error::Result;
use crate::snippet::{Generator, Options};

/// Which examples to export: some codes in some targets.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "cli", derive(clap::Args))]
pub struct Selection {
    /// A code, its number or its phrase; can be repeated [default: every code]
    #[cfg_attr(feature = "cli", arg(long = "code", value_name = "CODE", value_delimiter = ','))]
    pub codes: Vec<String>,
    /// The codes of a class, such as 4xx, in addition to those named; can be repeated
    #[cfg_attr(feature = "cli", arg(long = "class", value_name = "CLASS", value_delimiter = ','))]
    pub classes: Vec<Class>,
    /// A target; can be repeated [default: every server]
    #[cfg_attr(
        feature = "cli",
        arg(long = "target", value_name = "TARGET", value_delimiter = ',')
    )]
    pub targets: Vec<String>,
}

impl Selection {
    /// Finds what is selected. Codes are in ascending order, targets by name, each once, whatever
    /// the order of the arguments.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::UnknownStatus`](crate::error::ErrorKind::UnknownStatus) or `UnknownTarget`, with the
    /// nearest one as a hint, and `Data` if a file is wrong.
    pub fn resolve<'g>(
        &self,
        generator: &'g Generator,
        options: Options,
    ) -> Result<ResolvedSelection<'g>> {
        let mut codes = BTreeSet::new();
        for query in &self.codes {
            codes.insert(generator.status(query)?.code);
        }
        let every = self.codes.is_empty() && self.classes.is_empty();
        let selected = |code: &&Code| every || self.classes.contains(&code.class());
        codes.extend(generator.codes()?.iter().filter(selected));
        let mut targets = generator.distinct_targets(&self.targets)?;
        if targets.is_empty() {
            targets = generator.servers()?;
        }
        let targets: BTreeMap<_, _> =
            targets.into_iter().map(|target| (target.id().to_owned(), target)).collect();
        Ok(ResolvedSelection {
            generator,
            codes: codes.into_iter().collect(),
            targets: targets.into_values().collect(),
            options,
        })
    }
}
