//! Targets by the words that users type.

use std::collections::HashSet;
use std::sync::Arc;

use super::generator::Generator;
use crate::error::{Error, ErrorKind, Result};
use crate::short_quote::word;
use crate::targets::Target;

impl Generator {
    /// The targets with these names, each once, in the order in which they are named first. A
    /// language stands for all of its targets.
    ///
    /// # Errors
    ///
    /// Those of [`target`](Self::target).
    pub fn distinct_targets<S: AsRef<str>>(&self, names: &[S]) -> Result<Vec<Arc<Target>>> {
        let (mut seen, mut targets) = (HashSet::new(), Vec::<Arc<Target>>::new());
        for name in names.iter().map(AsRef::as_ref) {
            if seen.insert(name) {
                for target in self.targets.named(name)? {
                    if targets.iter().all(|known| known.id() != target.id()) {
                        targets.push(target);
                    }
                }
            }
        }
        Ok(targets)
    }

    /// Whether the word names a target, or a language that has some.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Data`] if the file of the target of that name is wrong.
    pub fn is_target(&self, word: &str) -> Result<bool> {
        self.targets.is_name(word)
    }

    /// The targets of a language: its servers, or its clients if it has no server.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::UnknownTarget`], with what is nearest as a hint, if it has none.
    pub fn targets_of_language(&self, name: &str) -> Result<Vec<Arc<Target>>> {
        match self.targets.of_language(name)? {
            none if none.is_empty() => {
                let message = format!("no target in the language `{}`", word(name));
                let error = Error::new(ErrorKind::UnknownTarget, message).about(name);
                let languages = self.targets.languages_with_targets()?.join(", ");
                Err(error.with_hint(format!("the languages are {languages}")))
            }
            some => Ok(some),
        }
    }
}
