//! Which template serves which code.

use std::collections::BTreeSet;
use std::sync::PoisonError;

use super::target::{Target, Unsupported};
use super::{FOLDER, Targets, fault};
use crate::catalogue::Status;
use crate::error::{ErrorKind, Result};

/// The folder of the templates that pass every edge.
const STRICT: &str = "strict/";

/// The template for a code in a target, or why there is none.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Service {
    /// A template.
    Template(Template),
    /// The target can't produce the code.
    Unsupported(Unsupported),
}

/// A template that serves a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Template {
    /// Its name relative to the target's folder.
    pub(crate) name: String,
    /// Whether strict examples have another one than the usual ones.
    pub(crate) differs: bool,
}

/// The templates that a target's folder has for a code.
#[derive(Clone, Debug)]
pub(super) struct TierTemplates {
    /// The recipe that they may be named after.
    recipe: Option<String>,
    usual: Option<String>,
    /// The one in the folder `strict`.
    strict: Option<String>,
}

impl Targets {
    /// What serves `status` in `target`: the template of the code, else that of its recipe, else
    /// the target's reason for having none. If it is to be strict, those of the folder `strict`
    /// come first. A client's usual program serves every other code too, because it writes down
    /// whatever request the catalogue has.
    pub(crate) fn service(
        &self,
        target: &Target,
        status: &Status,
        strict: bool,
    ) -> Result<Service> {
        let TierTemplates { mut usual, strict: own, .. } = self.templates(target, status)?;
        if let Some(reason) = target.unsupported.get(&status.code) {
            return refused(target, status, strict, reason, usual, own);
        }
        if target.is_client() && usual.is_none() {
            usual = Some("program.j2".to_owned());
        }
        let differs = own.is_some();
        match usual.map(|usual| if strict { own.unwrap_or(usual) } else { usual }) {
            Some(name) => Ok(Service::Template(Template { name, differs })),
            None => Err(fault(
                ErrorKind::Gap,
                target,
                format!("{} has neither a template nor a reason", status.code),
                "add a file in `recipes/` or `codes/`, or a reason under `unsupported`",
            )),
        }
    }

    /// The templates named after the code or its recipe, looked for at most once.
    fn templates(&self, target: &Target, status: &Status) -> Result<TierTemplates> {
        let known = self.tier_templates.read().unwrap_or_else(PoisonError::into_inner);
        let of_code = known.get(target.id()).and_then(|its| its.get(&status.code));
        // A status of another catalogue may have another recipe.
        if let Some(found) = of_code.filter(|it| it.recipe == status.recipe) {
            return Ok(found.clone());
        }
        drop(known);
        let found = TierTemplates {
            recipe: status.recipe.clone(),
            usual: self.first(target, status, "")?,
            strict: self.first(target, status, STRICT)?,
        };
        let mut known = self.tier_templates.write().unwrap_or_else(PoisonError::into_inner);
        known.entry(target.id().to_owned()).or_default().insert(status.code, found.clone());
        Ok(found)
    }

    /// The first template below this folder of the target that is named after the code or its recipe.
    fn first(&self, target: &Target, status: &Status, folder: &str) -> Result<Option<String>> {
        for name in names(status) {
            let name = format!("{folder}{name}");
            if self.assets.has(&format!("{FOLDER}/{}/{name}", target.id()))? {
                return Ok(Some(name));
            }
        }
        Ok(None)
    }

    /// The templates in `codes/`, `recipes/` and the same folders of `strict/` that are named after
    /// no code and no recipe.
    pub(crate) fn misnamed(&self, target: &Target, statuses: &[&Status]) -> Result<Vec<String>> {
        let known: BTreeSet<String> = statuses.iter().flat_map(|status| names(status)).collect();
        let mut misnamed = Vec::new();
        for (tier, folder) in
            [("", "codes"), ("", "recipes"), (STRICT, "codes"), (STRICT, "recipes")]
        {
            for name in self.assets.list(&format!("{FOLDER}/{}/{tier}{folder}", target.id()))? {
                if !known.contains(&format!("{folder}/{name}")) {
                    misnamed.push(format!("{tier}{folder}/{name}"));
                }
            }
        }
        Ok(misnamed)
    }
}

/// What becomes of a code that has a reason for having no usual example.
fn refused(
    target: &Target,
    status: &Status,
    strict: bool,
    reason: &Unsupported,
    usual: Option<String>,
    own: Option<String>,
) -> Result<Service> {
    let code = status.code;
    match usual.or_else(|| own.clone().filter(|_| !reason.only_strict)) {
        Some(name) => Err(fault(
            ErrorKind::Data,
            target,
            format!("unsupported: {code} has a reason, but `{name}` serves it"),
            "remove the reason or the template",
        )),
        None if reason.only_strict && own.is_none() => Err(fault(
            ErrorKind::Data,
            target,
            format!("unsupported: {code} is `only_strict`, but has no strict template"),
            "add a file in `strict/recipes/` or `strict/codes/`, or leave out `only_strict`",
        )),
        None => Ok(match own.filter(|_| strict) {
            Some(name) => Service::Template(Template { name, differs: false }),
            None => Service::Unsupported(reason.clone()),
        }),
    }
}

/// The names that a template for the code can have, the first one first in line.
fn names(status: &Status) -> impl Iterator<Item = String> {
    let recipe = status.recipe.iter().map(|recipe| format!("recipes/{recipe}.j2"));
    std::iter::once(format!("codes/{}.j2", status.code)).chain(recipe)
}
