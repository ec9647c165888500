//! The files of a new target.

use std::collections::BTreeMap;

use super::model::Model;
use super::{target_yaml, verify_yaml};
use crate::catalogue::{Code, Status};
use crate::error::{Error, ErrorKind, Result};
use crate::snippet::{Generator, Options};
use crate::targets::Target;

const README: &str = include_str!("readme.txt");

/// The folder of a target that doesn't exist yet.
pub(super) struct TargetFolder {
    pub(super) id: String,
    /// The target that it is like.
    pub(super) like: String,
    /// The codes that its programs answer with.
    codes: Vec<Code>,
    /// By name.
    pub(super) files: BTreeMap<String, Vec<u8>>,
}

impl TargetFolder {
    pub(super) fn new(generator: &Generator, id: &str, like: &str) -> Result<Self> {
        check_name(generator, id)?;
        let target = generator.verifiable_target(like)?;
        let statuses = generator.all_statuses()?;
        let simplest = simplest_recipe(generator, &target, &statuses)?;
        let mut names = vec!["program.j2".to_owned(), "body.j2".to_owned()];
        names.extend(simplest.iter().map(|recipe| format!("recipes/{recipe}.j2")));
        let covered = |status: &&&Status| {
            simplest.is_some()
                && status.recipe == simplest
                && !target.unsupported.contains_key(&status.code)
        };
        let statuses: Vec<_> = statuses.iter().filter(covered).copied().collect();
        let codes: Vec<_> = statuses.iter().map(|status| status.code).collect();
        let templates = generator.used_templates(&target, names)?;
        let mut programs = Vec::new();
        for status in &statuses {
            for body in generator.bodies()? {
                let options = Options { body: Some(body), ..Options::default() };
                programs.push(generator.snippet(status, &target, &options)?.text);
            }
        }
        let (codes_of, programs) = (codes.as_slice(), programs.as_slice());
        let model = Model { target: &target, codes: codes_of, templates: &templates, programs };
        let mut files = BTreeMap::new();
        let title = title(id, &target.title);
        let yaml = target_yaml::text(&source(generator, &target, "target.yaml")?, &model, &title);
        files.insert("target.yaml".to_owned(), yaml.into_bytes());
        if target.verify.is_some() {
            let yaml = verify_yaml::text(&source(generator, &target, "verify.yaml")?);
            files.insert("verify.yaml".to_owned(), yaml.into_bytes());
        }
        for (name, bytes) in generator.runtime(&target)? {
            files.insert(format!("runtime/{name}"), bytes.into_owned());
        }
        let readme = README.replace("{title}", &title).replace("{id}", id);
        files.insert("README.md".to_owned(), readme.into_bytes());
        files
            .extend(templates.iter().map(|(name, text)| (name.clone(), text.clone().into_bytes())));
        Ok(Self { id: id.to_owned(), like: target.id().to_owned(), codes, files })
    }

    pub(super) fn first_code(&self) -> Option<Code> {
        self.codes.first().copied()
    }

    /// The codes as arguments of a command, with a space before each.
    pub(super) fn codes(&self) -> String {
        let words: Vec<_> = self.codes.iter().map(|code| format!(" {code}")).collect();
        words.concat()
    }
}

/// Refuses a name that no folder can have, or that a target has.
fn check_name(generator: &Generator, id: &str) -> Result<()> {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if id.is_empty() || id.len() > 50 || !id.bytes().all(fits) || id.starts_with('-') {
        return Err(Error::new(ErrorKind::Option, format!("the name `{}`", id.escape_debug()))
            .about(id)
            .with_hint("a target's name has small letters, digits and `-`, such as `falcon`"));
    }
    if generator.is_target(id)? {
        let message = format!("`{id}` is the name of a target or a language");
        return Err(Error::new(ErrorKind::Conflict, message)
            .about(id)
            .with_hint("`statuscraft list targets` has all of them"));
    }
    Ok(())
}

/// The recipe that covers most codes, of those for which the target has a template. A client has
/// none: its program covers every code.
fn simplest_recipe(
    generator: &Generator,
    target: &Target,
    statuses: &[&Status],
) -> Result<Option<String>> {
    if target.is_client() {
        return Ok(None);
    }
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for recipe in statuses.iter().filter_map(|status| status.recipe.as_deref()) {
        *counts.entry(recipe).or_default() += 1;
    }
    let mut best: Option<(&str, usize)> = None;
    for (recipe, count) in counts {
        let file = format!("snippet-templates/{}/recipes/{recipe}.j2", target.id());
        if best.is_none_or(|(_, most)| count > most) && generator.assets().has(&file)? {
            best = Some((recipe, count));
        }
    }
    Ok(best.map(|(recipe, _)| recipe.to_owned()))
}

/// The text of one of the target's files.
fn source(generator: &Generator, target: &Target, name: &str) -> Result<String> {
    let file = generator.assets().read(&format!("snippet-templates/{}/{name}", target.id()))?;
    Ok(file.map(|file| file.text.into_owned()).unwrap_or_default())
}

/// The title of a target with another name: `Python (One)` becomes `Python (Another)`.
fn title(id: &str, like: &str) -> String {
    let words: Vec<String> = id
        .split('-')
        .map(|word| {
            let mut letters = word.chars();
            letters.next().map_or_else(String::new, |first| {
                first.to_ascii_uppercase().to_string() + letters.as_str()
            })
        })
        .collect();
    let name = words.join(" ");
    match like.split_once(" (") {
        Some((language, _)) => format!("{language} ({name})"),
        None => name,
    }
}

#[cfg(test)]
mod tests {
    use super::title;

    #[test]
    fn a_title_keeps_the_language() {
        assert_eq!(title("another", "Python (One)"), "Python (Another)");
        assert_eq!(title("two-words", "Java (One Two)"), "Java (Two Words)");
        assert_eq!(title("another", "One"), "Another");
    }
}
