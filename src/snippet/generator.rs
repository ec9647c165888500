use std::collections::BTreeMap;
#[cfg(feature = "overlays")]
use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};

use super::context::{Context, context};
use super::environment::TemplateEnvironment;
use super::example::Snippet;
use super::options::{Form, Options};
use super::refusal::Refusal;
use crate::assets::Assets;
use crate::catalogue::{Body, Catalogue, Code, Status};
#[cfg(doc)]
use crate::error::ErrorKind;
use crate::error::Result;
use crate::origin::Origin;
use crate::targets::{Language, Service, Target, Targets, Template};

/// Creates snippets from the catalogue and the templates inside the binary, and from overlay
/// folders.
///
/// Files are read and templates compiled on demand, and only once. A generator can be shared
/// between threads.
pub struct Generator {
    pub(super) catalogue: Catalogue,
    pub(super) targets: Arc<Targets>,
    /// By target, then by language.
    environments: RwLock<BTreeMap<String, BTreeMap<String, Arc<TemplateEnvironment>>>>,
}

impl Default for Generator {
    fn default() -> Self {
        Self::new()
    }
}

impl Generator {
    /// A generator with only the built-in files.
    pub fn new() -> Self {
        Self::over(Assets::default())
    }

    /// A generator with overlay folders: each may contain `data/` and `snippet-templates/`, laid
    /// out as in this project, and replaces single files. A later folder takes precedence.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Read`] if one of them is not a folder. Their files are read on demand.
    #[cfg(feature = "overlays")]
    pub fn with_overlays(folders: impl IntoIterator<Item = PathBuf>) -> Result<Self> {
        Assets::new(folders.into_iter().collect()).map(Self::over)
    }

    fn over(assets: Assets) -> Self {
        Self {
            catalogue: Catalogue::new(assets.clone()),
            targets: Arc::new(Targets::new(assets)),
            environments: RwLock::default(),
        }
    }

    /// The entry of the catalogue for a code's number, phrase or former phrase; case, spaces and
    /// punctuation don't matter.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::UnknownStatus`], with the nearest one as a hint, or [`ErrorKind::Data`] if its
    /// file is wrong.
    pub fn status(&self, query: &str) -> Result<&Status> {
        self.catalogue.find(query)
    }

    /// The codes of the IANA registry that have an entry in the catalogue, ascending. Nothing is
    /// parsed.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Data`] if a file is not named after a code.
    pub fn codes(&self) -> Result<&[Code]> {
        self.catalogue.codes()
    }

    /// The entries of the codes of the IANA registry, by code.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Data`] if a file is wrong.
    pub fn statuses(&self) -> Result<Vec<&Status>> {
        let mut statuses = Vec::new();
        for code in self.catalogue.codes()? {
            statuses.extend(self.catalogue.get(*code)?);
        }
        Ok(statuses)
    }

    /// The target of that name, in any case.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::UnknownTarget`], with the nearest one as a hint, or [`ErrorKind::Data`] if its
    /// `target.yaml` is wrong.
    pub fn target(&self, id: &str) -> Result<Arc<Target>> {
        self.targets.find(id)
    }

    /// The target of that name, in any case, with the content of `verify.yaml`. Snippets don't need
    /// it, so [`target`](Self::target) leaves it out.
    ///
    /// # Errors
    ///
    /// Those of [`target`](Self::target), and [`ErrorKind::Data`] if `verify.yaml` is wrong.
    pub fn verifiable_target(&self, id: &str) -> Result<Arc<Target>> {
        self.targets.find_verifiable(id)
    }

    /// The names of all targets, sorted. Nothing is parsed.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Read`] if an overlay can't be read.
    pub fn target_ids(&self) -> Result<Vec<String>> {
        self.targets.ids()
    }

    /// All targets, by name.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Data`] if a `target.yaml` is wrong.
    pub fn targets(&self) -> Result<Vec<Arc<Target>>> {
        self.target_ids()?.iter().map(|id| self.targets.find(id)).collect()
    }

    /// The servers among [all targets](Self::targets), with the same errors. They are the default
    /// if no target is named: a client's example needs a server.
    #[allow(clippy::missing_errors_doc, reason = "they are the ids of `targets`")]
    pub fn servers(&self) -> Result<Vec<Arc<Target>>> {
        self.targets().map(|all| all.into_iter().filter(|one| !one.is_client()).collect())
    }

    /// The names of all shapes that the content of an error can have, sorted. Nothing is parsed.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Read`] if an overlay can't be read.
    pub fn bodies(&self) -> Result<Vec<String>> {
        self.catalogue.bodies()
    }

    /// The shape of errors of that name.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Option`], with the nearest one as a hint, if there is none, or
    /// [`ErrorKind::Data`] if its file is wrong.
    pub fn body(&self, name: &str) -> Result<Arc<Body>> {
        self.catalogue.body(name)
    }

    /// The language that a target's programs are written in.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Data`] if there is no such language or its file is wrong.
    pub fn language(&self, target: &Target) -> Result<Arc<Language>> {
        self.targets.language(target)
    }

    /// The language of that name, in which a target writes one of its files.
    ///
    /// # Errors
    ///
    /// Those of [`language`](Self::language).
    pub fn language_of(&self, target: &Target, language: &str) -> Result<Arc<Language>> {
        self.targets.language_called(language, target)
    }

    /// The example for a code in a target.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Unsupported`] with the reason where there is none, [`ErrorKind::Option`] if an
    /// option's value can't be used, [`ErrorKind::Data`] or [`ErrorKind::Template`] if a file of
    /// the target is wrong.
    pub fn snippet(&self, status: &Status, target: &Target, options: &Options) -> Result<Snippet> {
        self.example(status, target, options)?.map_err(|refusal| refusal.error())
    }

    /// The example for a code in a target, or why there is none.
    ///
    /// # Errors
    ///
    /// Those of [`snippet`](Self::snippet), except for [`ErrorKind::Unsupported`].
    pub fn example(
        &self,
        status: &Status,
        target: &Target,
        options: &Options,
    ) -> Result<std::result::Result<Snippet, Refusal>> {
        match self.service(status, target, options)? {
            Ok(template) => self.render(&template, status, target, options).map(Ok),
            Err(refusal) => Ok(Err(refusal)),
        }
    }

    /// For each line of the program for a code, the file and line of the template that printed it.
    ///
    /// # Errors
    ///
    /// Those of [`snippet`](Self::snippet).
    pub fn origins(
        &self,
        status: &Status,
        target: &Target,
        options: &Options,
    ) -> Result<Vec<Origin>> {
        let service = self.service(status, target, options)?;
        let template = service.map_err(|refusal| refusal.error())?;
        let context = Context::value(&context(status, target, options)?);
        let environment = self.environment(target, &target.language)?;
        environment.lines(&self.targets, &template.name, context)
    }

    /// The program that tries a code that the target says it can't produce, if its folder has one.
    ///
    /// # Errors
    ///
    /// Those of [`snippet`](Self::snippet).
    pub fn attempt(
        &self,
        status: &Status,
        target: &Target,
        options: &Options,
    ) -> Result<Option<Snippet>> {
        let Some(name) = self.targets.attempt(target, status.code)? else { return Ok(None) };
        let options = Options { form: Form::Program, ..options.clone() };
        self.render(&Template { name, differs: false }, status, target, &options).map(Some)
    }

    pub(super) fn service(
        &self,
        status: &Status,
        target: &Target,
        options: &Options,
    ) -> Result<std::result::Result<Template, Refusal>> {
        if let Some(refusal) = Refusal::of_status(status) {
            return Ok(Err(refusal));
        }
        Ok(match self.targets.service(target, status, options.strict)? {
            Service::Template(template) => Ok(template),
            Service::Unsupported(why) => Err(Refusal::of_target(status, target, &why)),
        })
    }

    /// The templates of a target, in which everything printed is a literal of that language.
    pub(super) fn environment(
        &self,
        target: &Target,
        language: &str,
    ) -> Result<Arc<TemplateEnvironment>> {
        let made = self.environments.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(environment) = made.get(target.id()).and_then(|its| its.get(language)) {
            return Ok(Arc::clone(environment));
        }
        drop(made);
        let found = self.targets.find(target.id())?;
        let environment = Arc::new(TemplateEnvironment::new(&self.targets, found, language)?);
        let mut made = self.environments.write().unwrap_or_else(PoisonError::into_inner);
        let its = made.entry(target.id().to_owned()).or_default();
        Ok(Arc::clone(its.entry(language.to_owned()).or_insert(environment)))
    }
}
