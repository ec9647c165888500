//! The codes and the targets that the words of a request name, in either order.

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use crate::catalogue::{Class, LIST_HINT, Status, is_status_line};
use crate::enumeration::enumerated;
use crate::error::{Error, ErrorKind, Result};
use crate::pages::{STOP_WORDS, search};
use crate::short_quote::word;
use crate::snippet::Generator;
use crate::targets::Target;

/// Codes and targets, each once, in the order in which they are named.
#[derive(Default)]
pub(super) struct Named<'g> {
    pub(super) statuses: Vec<&'g Status>,
    pub(super) targets: Vec<Arc<Target>>,
}

/// How many words a phrase may have that stands without quotes.
const PHRASE: usize = 6;
/// How many words a target's name may have that stands without quotes.
const NAME: usize = 3;
/// How many results of a search a hint shows, and up to which length it repeats the words.
const RESULTS: usize = 3;
const SEARCHED: usize = 40;

impl<'g> Named<'g> {
    /// Reads words, each of them a code, a class of codes or a target, or several with commas
    /// between. The words of a phrase or of a target's name may stand one by one.
    pub(super) fn read(generator: &'g Generator, words: &[&str]) -> Result<Self> {
        // That a word may begin a target's name is found out only if the words say nothing else: it
        // means reading the files of all targets.
        Self::read_words(generator, words, false)
            .or_else(|error| Self::read_words(generator, words, true).map_err(|_| error))
    }

    fn read_words(generator: &'g Generator, words: &[&str], long_names: bool) -> Result<Self> {
        let mut named = Self::default();
        let mut rest = words;
        let mut seen = HashSet::new();
        while let Some((first, after)) = rest.split_first() {
            rest = after;
            if long_names && let Some(count) = named.target_name(generator, first, after)? {
                rest = after.get(count..).unwrap_or_default();
                continue;
            }
            // Thousands of repetitions cost nothing.
            if seen.contains(first) || named.list(generator, first, after)? {
                seen.insert(first);
                continue;
            }
            let Some((status, count)) = phrase(generator, first, after) else {
                return Err(named.unknown(generator, first, after));
            };
            named.add_status(status);
            rest = after.get(count..).unwrap_or_default();
        }
        Ok(named)
    }

    /// Adds targets.
    pub(super) fn add_targets(&mut self, targets: Vec<Arc<Target>>) {
        for target in targets {
            if self.targets.iter().all(|known| known.id() != target.id()) {
                self.targets.push(target);
            }
        }
    }

    /// Adds the target whose name is this word and some of those that follow, and returns how many.
    fn target_name(
        &mut self,
        generator: &Generator,
        first: &str,
        after: &[&str],
    ) -> Result<Option<usize>> {
        for count in (1..=after.len().min(NAME - 1)).rev() {
            let Some(words) = after.get(..count) else { continue };
            let name = [&[first], words].concat().join(" ");
            if generator.is_target(&name)? {
                self.add_targets(generator.distinct_targets(&[&name])?);
                return Ok(Some(count));
            }
        }
        Ok(None)
    }

    fn add_status(&mut self, status: &'g Status) {
        if self.statuses.iter().all(|known| known.code != status.code) {
            self.statuses.push(status);
        }
    }

    /// Adds what the parts of a word between commas name; false if it is one part, and neither a
    /// number nor a class nor a target.
    fn list(&mut self, generator: &'g Generator, word: &str, after: &[&str]) -> Result<bool> {
        let several = word.contains(',');
        let parts: BTreeSet<(usize, &str)> = first_of_each(word.split(',').map(str::trim));
        for (_, part) in parts.into_iter().filter(|(_, part)| !part.is_empty() || !several) {
            if is_number(part) {
                self.add_status(generator.status(part)?);
            } else if let Ok(class) = part.parse::<Class>() {
                for code in generator.codes()?.iter().filter(|code| code.class() == class) {
                    self.add_status(generator.status(&code.to_string())?);
                }
            } else if generator.is_target(part)? {
                self.add_targets(generator.distinct_targets(&[part])?);
            } else if !several {
                return Ok(false);
            } else if let Ok(status) = generator.status(part) {
                self.add_status(status);
            } else {
                return Err(self.unknown(generator, part, after));
            }
        }
        Ok(true)
    }

    /// That a word is neither a code nor a target: the one of which none is named yet.
    fn unknown(&self, generator: &Generator, word: &str, after: &[&str]) -> Error {
        let is_first = self.statuses.is_empty() && !any_code(generator, after);
        if is_first || is_status_line(word) {
            return unknown_code(generator, word);
        }
        let error = unknown_target(generator, word);
        let other = after.first().and_then(|it| generator.status(it).ok());
        match (self.statuses.last(), other) {
            (Some(one), Some(other)) if is_between(word) => error.with_hint(format!(
                "`statuscraft compare {} {}` compares two codes",
                one.code, other.code
            )),
            _ => error,
        }
    }
}

/// Whether a word stands between two things that are compared.
pub(super) fn is_between(word: &str) -> bool {
    let word = word.trim_end_matches('.');
    ["vs", "versus", "and", "or", "to", "with"].iter().any(|it| word.eq_ignore_ascii_case(it))
}

/// Each part once, with its place.
fn first_of_each<'a>(parts: impl Iterator<Item = &'a str>) -> BTreeSet<(usize, &'a str)> {
    let mut seen = HashSet::new();
    parts.enumerate().filter(|(_, part)| seen.insert(*part)).collect()
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// The code whose phrase begins with this word, and how many of the following words belong to it.
fn phrase<'g>(
    generator: &'g Generator,
    first: &str,
    after: &[&str],
) -> Option<(&'g Status, usize)> {
    let more = after.len().min(PHRASE - 1);
    (0..=more).rev().find_map(|count| {
        let words = after.get(..count)?;
        let text = std::iter::once(first).chain(words.iter().copied()).collect::<Vec<_>>();
        Some((generator.status(&text.join(" ")).ok()?, count))
    })
}

/// Whether one of the words is a code.
fn any_code(generator: &Generator, words: &[&str]) -> bool {
    words.iter().flat_map(|word| word.split(',')).any(|word| {
        is_number(word) || word.parse::<Class>().is_ok() || generator.status(word).is_ok()
    })
}

/// That a word is no code, and which codes it may be about.
pub(super) fn unknown_code(generator: &Generator, query: &str) -> Error {
    let error = match generator.status(query) {
        Err(error) => error,
        Ok(_) => Error::new(ErrorKind::UnknownStatus, format!("no status code `{}`", word(query))),
    };
    if error.kind() != ErrorKind::UnknownStatus || error.hint() != Some(LIST_HINT) {
        return error;
    }
    match found(generator, query) {
        Some(hint) => error.with_hint(hint),
        None => error,
    }
}

/// What a search for the word finds, as a hint.
fn found(generator: &Generator, query: &str) -> Option<String> {
    let hits = search(generator, query).ok()?;
    let hits = hits.iter().take(RESULTS);
    let names = hits.map(|hit| format!("{} {}", hit.status.code, hit.status.phrase));
    let names: Vec<_> = names.collect();
    let plain = |one: char| one.is_alphanumeric() || one == '-';
    let command = if query.len() <= SEARCHED && query.chars().all(plain) {
        format!("`statuscraft search {query}`")
    } else {
        "a search for it".to_owned()
    };
    (!names.is_empty()).then(|| format!("{command} finds {}", enumerated(&names)))
}

/// That a word is no target.
fn unknown_target(generator: &Generator, query: &str) -> Error {
    let error = match generator.target(query) {
        Err(error) => error,
        Ok(_) => Error::new(ErrorKind::UnknownTarget, format!("no target `{}`", word(query))),
    };
    if STOP_WORDS.contains(&format!(" {} ", query.to_lowercase())) {
        return error.with_hint(format!("leave out `{query}`"));
    }
    error
}
