//! Targets and languages, and the template for each code.

mod comment;
mod deviation;
mod invisible;
mod known_framework;
mod language;
mod literal;
mod names;
mod on_server;
mod places;
mod requirement;
mod route;
mod server;
mod service;
mod syntax_check;
mod target;
#[cfg(feature = "cli")]
mod template_names;
mod verification;
mod word_list;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};

use crate::assets::{self, Assets, File, Tree};
use crate::catalogue::Code;
use crate::error::{Error, ErrorKind, Result};
use crate::suggest::did_you_mean;

use literal::StringSyntax;

pub use deviation::Deviation;
pub use language::Language;
use places::StatedPlaces;
pub use places::{Absence, Place, Places};
pub use requirement::Requirement;
pub(crate) use route::{PathPart, RouteFault};
pub use server::{NotHere, ServerSetup};
use service::TierTemplates;
pub(crate) use service::{Service, Template};
pub use syntax_check::SyntaxCheck;
pub use target::{FurtherFile, Role, SavedIn, Target, Unsupported, Variation};
pub use verification::Verification;

const FOLDER: &str = "snippet-templates";
/// The folder of the files that targets share to run.
const SHARED_RUNTIME: &str = "data/servers/runtime";
const LANGUAGES: &str = "data/languages";

/// A longer word names no folder.
const LONGEST: usize = 100;

/// The folder of the templates that the targets of a language share. No target can be called so.
const SHARED: &str = "_shared";

/// The target folders and the languages, each parsed at most once.
#[derive(Debug)]
pub(crate) struct Targets {
    assets: Assets,
    parsed: RwLock<BTreeMap<String, Arc<Target>>>,
    /// What their `verify.yaml` says for readers.
    places: RwLock<BTreeMap<String, Arc<StatedPlaces>>>,
    languages: RwLock<BTreeMap<String, Arc<Language>>>,
    /// By target, then by code.
    tier_templates: RwLock<BTreeMap<String, BTreeMap<Code, TierTemplates>>>,
}

impl Targets {
    pub(crate) fn new(assets: Assets) -> Self {
        Self {
            assets,
            parsed: RwLock::default(),
            places: RwLock::default(),
            languages: RwLock::default(),
            tier_templates: RwLock::default(),
        }
    }

    /// Whether files can come from elsewhere than the program.
    pub(crate) fn has_overlays(&self) -> bool {
        self.assets.has_overlays()
    }

    /// The names of all target folders, sorted.
    pub(crate) fn ids(&self) -> Result<Vec<String>> {
        let mut ids = Vec::new();
        for name in self.assets.list(FOLDER)? {
            if self.assets.has(&format!("{FOLDER}/{name}/target.yaml"))? {
                ids.push(name);
            }
        }
        Ok(ids)
    }

    /// The target whose folder has that name, in any case.
    fn own(&self, id: &str) -> Result<Option<Arc<Target>>> {
        if id.len() > LONGEST {
            return Ok(None);
        }
        let wanted = id.to_ascii_lowercase();
        if let Some(target) = cached(&self.parsed, &wanted) {
            return Ok(Some(target));
        }
        let file = if is_id(&wanted) {
            self.assets.read(&format!("{FOLDER}/{wanted}/target.yaml"))?
        } else {
            None
        };
        let Some(file) = file else { return Ok(None) };
        let mut target: Target = assets::parse(&file)?;
        target.id.clone_from(&wanted);
        target.origin = Some(file.origin);
        Ok(Some(keep(&self.parsed, wanted, target)))
    }

    /// The target of that name with what its `verify.yaml` says, if it has one.
    pub(crate) fn find_verifiable(&self, id: &str) -> Result<Arc<Target>> {
        let target = self.find(id)?;
        let file = self.verification(&target)?;
        let verify = file.map(|file| assets::parse(&file)).transpose()?;
        Ok(Arc::new(Target { verify, ..Target::clone(&target) }))
    }

    /// A target's `verify.yaml`, if it has one.
    fn verification(&self, target: &Target) -> Result<Option<File>> {
        self.assets.read(&format!("{FOLDER}/{}/verify.yaml", target.id))
    }

    /// Where a target's example of that code runs.
    pub(crate) fn places(&self, target: &Target, code: Code) -> Result<Places> {
        if let Some(known) = cached(&self.places, &target.id) {
            return Ok(known.places(code));
        }
        let Some(file) = self.verification(target)? else { return Ok(Places::default()) };
        let stated: StatedPlaces = assets::parse(&file)?;
        Ok(keep(&self.places, target.id.clone(), stated).places(code))
    }

    /// The language of that target.
    pub(crate) fn language(&self, target: &Target) -> Result<Arc<Language>> {
        self.language_called(&target.language, target)
    }

    /// The language of that name, which a target's file names.
    pub(crate) fn language_called(&self, id: &str, target: &Target) -> Result<Arc<Language>> {
        match self.own_language(id)? {
            Some(language) => Ok(language),
            None => Err(self.unknown_language(id, target)?),
        }
    }

    /// The language whose file has that name.
    fn own_language(&self, id: &str) -> Result<Option<Arc<Language>>> {
        if let Some(language) = cached(&self.languages, id) {
            return Ok(Some(language));
        }
        let Some(file) = self.assets.read(&format!("{LANGUAGES}/{id}.yaml"))? else {
            return Ok(None);
        };
        let mut language: Language = assets::parse(&file)?;
        let syntax = || language.syntax.as_ref().and_then(SyntaxCheck::fault);
        let verbatim = || language.verbatim.as_ref().and_then(StringSyntax::fault);
        let fault = language.string.fault().or_else(verbatim);
        let fault = fault.or_else(|| language.comment.fault()).or_else(syntax);
        if let Some(fault) = fault {
            return Err(Error::new(ErrorKind::Data, fault).at(file.origin));
        }
        if language.ignores_case {
            language.reserved.make_ascii_lowercase();
        }
        Ok(Some(keep(&self.languages, id.to_owned(), language)))
    }

    /// The template of that name in a target's folder; one below `shared/` is for all targets of
    /// the language.
    pub(crate) fn template(&self, id: &str, name: &str) -> Result<Option<File>> {
        let Some(shared) = name.strip_prefix("shared/") else {
            return self.assets.read(&format!("{FOLDER}/{id}/{name}"));
        };
        let language = &self.find(id)?.language;
        self.assets.read(&format!("{FOLDER}/{SHARED}/{language}/{shared}"))
    }

    /// The attempt at a code that the target can't produce.
    pub(crate) fn attempt(&self, target: &Target, code: Code) -> Result<Option<String>> {
        let name = format!("attempts/{code}.j2");
        Ok(self.assets.has(&format!("{FOLDER}/{}/{name}", target.id))?.then_some(name))
    }

    /// The files of the target's `runtime/` folder, by their names inside it.
    pub(crate) fn runtime(&self, target: &Target) -> Result<Tree> {
        self.assets.tree(&format!("{FOLDER}/{}/runtime", target.id))
    }

    /// The files that what targets are run with needs, whatever the target, by their names.
    pub(crate) fn shared(&self) -> Result<Tree> {
        self.assets.tree(SHARED_RUNTIME)
    }

    /// The files of all layers.
    #[cfg(any(feature = "site", all(feature = "verify", unix)))]
    pub(crate) fn assets(&self) -> &Assets {
        &self.assets
    }

    /// The files and folders on disk that can change a snippet, sorted.
    pub(crate) fn sources(&self) -> Result<BTreeSet<PathBuf>> {
        self.assets.sources()
    }

    fn unknown_language(&self, id: &str, target: &Target) -> Result<Error> {
        let ids = self.language_ids()?;
        let message = format!("language: no file `{LANGUAGES}/{}.yaml`", id.escape_debug());
        let hint = did_you_mean(id, ids.iter().map(String::as_str));
        let hint = hint.unwrap_or_else(|| format!("the languages are {}", ids.join(", ")));
        Ok(fault(ErrorKind::Data, target, message, &hint))
    }
}

/// An error in a target's file.
fn fault(kind: ErrorKind, target: &Target, message: String, hint: &str) -> Error {
    let error = Error::new(kind, message).with_hint(hint);
    match &target.origin {
        Some(origin) => error.at(origin.clone()),
        None => error,
    }
}

/// Whether a target's folder may have that name.
fn is_id(name: &str) -> bool {
    !name.is_empty()
        && name
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

fn cached<T>(cache: &RwLock<BTreeMap<String, Arc<T>>>, key: &str) -> Option<Arc<T>> {
    cache.read().unwrap_or_else(PoisonError::into_inner).get(key).cloned()
}

fn keep<T>(cache: &RwLock<BTreeMap<String, Arc<T>>>, key: String, value: T) -> Arc<T> {
    let mut cache = cache.write().unwrap_or_else(PoisonError::into_inner);
    Arc::clone(cache.entry(key).or_insert_with(|| Arc::new(value)))
}
