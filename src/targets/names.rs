//! The names by which people call targets: their own, those of their languages, and usual ones.

use std::sync::Arc;

use super::known_framework::KnownFramework;
use super::{LANGUAGES, Language, Target, Targets};
use crate::assets;
use crate::error::{Error, ErrorKind, Result};
use crate::suggest::did_you_mean;

/// Frameworks and languages that people ask for and that have no target.
const FRAMEWORKS: &str = "data/frameworks.yaml";
/// Longer words are no names.
const LONGEST: usize = 60;

impl Targets {
    /// The target of that name, or the only one that the word stands for.
    pub(crate) fn find(&self, word: &str) -> Result<Arc<Target>> {
        if let Some(target) = self.own(word)? {
            return Ok(target);
        }
        match self.called(word)?.as_slice() {
            [one] => Ok(Arc::clone(one)),
            [] => Err(self.unknown(word)?),
            several => {
                let message = format!("`{}` stands for several targets", shown(word));
                let hint = format!("name one of {}", ids(several).join(", "));
                Err(Error::new(ErrorKind::UnknownTarget, message).about(word).with_hint(hint))
            }
        }
    }

    /// The targets that the word stands for: the one of that name, or those of that language.
    pub(crate) fn named(&self, word: &str) -> Result<Vec<Arc<Target>>> {
        if let Some(target) = self.own(word)? {
            return Ok(vec![target]);
        }
        match self.called(word)? {
            none if none.is_empty() => Err(self.unknown(word)?),
            some => Ok(some),
        }
    }

    /// Whether the word stands for a target or several.
    pub(crate) fn is_name(&self, word: &str) -> Result<bool> {
        Ok(self.own(word)?.is_some() || !self.called(word)?.is_empty())
    }

    /// The targets of the language of that name.
    pub(crate) fn of_language(&self, word: &str) -> Result<Vec<Arc<Target>>> {
        let wanted = letters(word);
        let all = self.all()?;
        for (id, language) in self.all_languages()? {
            if !wanted.is_empty() && language_names(&id, &language).any(|it| letters(it) == wanted)
            {
                return Ok(in_language(&all, &id));
            }
        }
        Ok(Vec::new())
    }

    /// The targets that the word stands for, if it is not the name of one.
    fn called(&self, word: &str) -> Result<Vec<Arc<Target>>> {
        let wanted = letters(word);
        if wanted.is_empty() || wanted.len() > LONGEST {
            return Ok(Vec::new());
        }
        let all = self.all()?;
        let is_called = |target: &&Arc<Target>| names(target).any(|name| letters(name) == wanted);
        if let Some(target) = all.iter().find(is_called) {
            return Ok(vec![Arc::clone(target)]);
        }
        self.of_language(word)
    }

    /// All targets that can be read. A request for one of the others fails and says why.
    fn all(&self) -> Result<Vec<Arc<Target>>> {
        Ok(self.ids()?.iter().filter_map(|id| self.own(id).ok().flatten()).collect())
    }

    /// All languages that can be read, by their names.
    fn all_languages(&self) -> Result<Vec<(String, Arc<Language>)>> {
        let names = self.language_ids()?;
        let read = |id: String| Some((self.own_language(&id).ok().flatten()?, id));
        Ok(names.into_iter().filter_map(read).map(|(language, id)| (id, language)).collect())
    }

    /// The languages in which a target is written, sorted.
    pub(crate) fn languages_with_targets(&self) -> Result<Vec<String>> {
        let targets = self.all()?;
        let used = |id: &String| targets.iter().any(|target| target.language == *id);
        Ok(self.language_ids()?.into_iter().filter(used).collect())
    }

    /// The names of the languages, sorted.
    pub(super) fn language_ids(&self) -> Result<Vec<String>> {
        let names = self.assets.list(LANGUAGES)?;
        let stem = |name: &String| name.strip_suffix(".yaml").map(str::to_owned);
        Ok(names.iter().filter_map(stem).collect())
    }

    /// That the word stands for no target, and what does.
    fn unknown(&self, word: &str) -> Result<Error> {
        let error = |message: String| Error::new(ErrorKind::UnknownTarget, message).about(word);
        let message = format!("no target `{}`", shown(word));
        let all = self.ids()?.join(", ");
        if let Some(known) = self.known_framework(word)? {
            let near = match &known.near {
                Some(language) => in_language(&self.all()?, language),
                None => Vec::new(),
            };
            let quoted: Vec<_> = ids(&near).iter().map(|id| format!("`{id}`")).collect();
            let hint = match quoted.as_slice() {
                [] => format!("the targets are {all}"),
                [one] => format!("the nearest target is {one}"),
                several => format!("the nearest targets are {}", several.join(", ")),
            };
            return Ok(error(format!("{message}: {} is not offered", known.name)).with_hint(hint));
        }
        let targets = self.all()?;
        let mut languages = self.all_languages()?;
        // A language without a target is nothing to choose.
        languages.retain(|(id, _)| targets.iter().any(|target| target.language == *id));
        let languages = languages.iter().flat_map(|(id, language)| language_names(id, language));
        let names = ids(&targets).into_iter();
        let names = names.chain(targets.iter().flat_map(|target| names_to_type(target)));
        let hint = did_you_mean(word, names.chain(languages));
        let hint = hint.unwrap_or_else(|| format!("the targets are {all}"));
        Ok(error(message).with_hint(hint))
    }

    fn known_framework(&self, word: &str) -> Result<Option<KnownFramework>> {
        let wanted = letters(word);
        let Some(file) = self.assets.read(FRAMEWORKS)? else { return Ok(None) };
        let mut all = assets::parse::<Vec<KnownFramework>>(&file)?.into_iter();
        Ok(all.find(|it| it.names().any(|name| letters(name) == wanted)))
    }
}

/// The names of a target besides that of its folder.
fn names(target: &Target) -> impl Iterator<Item = &str> {
    names_to_type(target).chain([target.title.as_str()])
}

fn names_to_type(target: &Target) -> impl Iterator<Item = &str> {
    target.aliases.iter().map(String::as_str)
}

fn language_names<'a>(id: &'a str, language: &'a Language) -> impl Iterator<Item = &'a str> {
    [id, language.title.as_str()].into_iter().chain(language.aliases.iter().map(String::as_str))
}

/// The servers that are written in that language, or else the clients.
fn in_language(all: &[Arc<Target>], language: &str) -> Vec<Arc<Target>> {
    let its = all.iter().filter(|target| target.language == language);
    let (clients, servers): (Vec<_>, Vec<_>) = its.cloned().partition(|it| it.is_client());
    if servers.is_empty() { clients } else { servers }
}

fn ids(targets: &[Arc<Target>]) -> Vec<&str> {
    targets.iter().map(|target| target.id()).collect()
}

/// Lower-case letters, digits and the signs of C++ and C#. Nothing else distinguishes names.
fn letters(name: &str) -> String {
    let counts = |one: &char| one.is_alphanumeric() || matches!(one, '+' | '#');
    name.chars().filter(counts).take(LONGEST + 1).flat_map(char::to_lowercase).collect()
}

/// A word as an error shows it.
fn shown(word: &str) -> String {
    crate::short_quote::word(word)
}
