use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use super::args::DocumentArguments;
use super::kinds::Kinds;
use super::repository_boundary;
use crate::cli::overlays::Overlays;
use crate::error::{Error, ErrorKind, Result};
use crate::origin::Origin;
use crate::output;
use crate::regions::{Kind, Printed, Settings};
use crate::regular_file;
use crate::request::{Defaults, Query};
use crate::short_quote::word;
use crate::snippet::Generator;

/// The name of the configuration file.
pub(super) const SETTINGS: &str = "statuscraft.yaml";

/// Documents that share a configuration file, or have none.
pub(super) struct Project {
    settings: Settings,
    /// What markers leave out.
    defaults: Defaults,
    pub(super) kinds: Kinds,
    /// The default format of Markdown documents.
    markdown: &'static str,
    generator: Generator,
    printed: RwLock<HashMap<String, HashMap<String, Arc<Printed>>>>,
}

/// A configuration is wrong, and the error has been recorded.
#[derive(Clone, Copy)]
struct Broken;

/// What is wrong with a setting: its key and its value.
type Fault = (Error, &'static str, String);

/// The project of a folder.
type Found = std::result::Result<Arc<Project>, Broken>;

/// The projects of all folders seen so far.
pub(super) struct Projects {
    overlays: Vec<PathBuf>,
    kinds: Kinds,
    markdown: &'static str,
    folders: RwLock<HashMap<PathBuf, Found>>,
    turn: Mutex<()>,
    errors: Mutex<Vec<Error>>,
}

impl Projects {
    pub(super) fn new(arguments: &DocumentArguments) -> Result<Self> {
        Self::over(&arguments.overlays, Kinds::new(&arguments.marker)?, "markdown")
    }

    /// The projects of the chapters of a book. Their default format is mdBook's.
    pub(super) fn for_mdbook(overlays: &Overlays) -> Result<Self> {
        Self::over(overlays, Kinds::default(), "mdbook")
    }

    fn over(overlays: &Overlays, kinds: Kinds, markdown: &'static str) -> Result<Self> {
        let overlays: Vec<_> = overlays.folders().collect();
        // Folders that don't exist are reported before anything is read.
        Generator::with_overlays(overlays.clone())?;
        Ok(Self {
            overlays,
            kinds,
            markdown,
            folders: RwLock::default(),
            turn: Mutex::default(),
            errors: Mutex::default(),
        })
    }

    /// The project of the documents in a folder; nothing if its configuration is wrong.
    pub(super) fn of(&self, folder: &Path) -> Option<Arc<Project>> {
        if let Some(project) = self.known(folder) {
            return project.ok();
        }
        // One thread at a time, so that no configuration is read or reported twice.
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        let absolute = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
        let project = self.search(&absolute);
        self.remember(folder, &project);
        project.ok()
    }

    fn known(&self, folder: &Path) -> Option<Found> {
        self.folders.read().unwrap_or_else(PoisonError::into_inner).get(folder).cloned()
    }

    fn remember(&self, folder: &Path, project: &Found) {
        let mut folders = self.folders.write().unwrap_or_else(PoisonError::into_inner);
        folders.insert(folder.to_owned(), project.clone());
    }

    /// What was wrong with configurations.
    pub(super) fn into_errors(self) -> Vec<Error> {
        self.errors.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    /// The project of an absolute folder. Callers hold the lock.
    fn search(&self, folder: &Path) -> Found {
        if let Some(project) = self.known(folder) {
            return project;
        }
        let file = folder.join(SETTINGS);
        let project = match folder.parent() {
            _ if file.symlink_metadata().is_ok() => self.keep(self.open(folder, &file)),
            Some(parent) => self.search(parent),
            None => {
                let project = self.project(Settings::default(), Path::new(""));
                self.keep(project.map_err(|(error, ..)| error))
            }
        };
        self.remember(folder, &project);
        project
    }

    fn keep(&self, project: Result<Project>) -> Found {
        project.map(Arc::new).map_err(|error| {
            self.errors.lock().unwrap_or_else(PoisonError::into_inner).push(error);
            Broken
        })
    }

    fn open(&self, folder: &Path, file: &Path) -> Result<Project> {
        let name = shown(file);
        repository_boundary::refuse_escape("this link", folder, file)
            .map_err(|error| error.at(Origin::file(name.as_str())))?;
        let text = regular_file::read(file).and_then(|bytes| {
            String::from_utf8(bytes).map_err(|_| io::Error::other("it is not UTF-8"))
        });
        let text = text.map_err(|error| {
            Error::new(ErrorKind::Read, format!("can't be read: {error}"))
                .at(Origin::file(name.as_str()))
        })?;
        let settings = Settings::parse(&name, text.clone())?;
        let located = |(error, key, value): Fault| match (error.origin(), key) {
            (Some(_), _) => error,
            (None, key) => error.at(Settings::place(&name, &text, key, &value)),
        };
        self.project(settings, folder).map_err(located)
    }

    fn project(&self, settings: Settings, folder: &Path) -> std::result::Result<Project, Fault> {
        let of = |key, value: &str| {
            let value = value.to_owned();
            move |error: Error| (error, key, value)
        };
        for overlay in &settings.overlays {
            let named = overlay.display().to_string();
            let what = format!("the overlay `{named}`");
            repository_boundary::refuse_escape(&what, folder, &folder.join(overlay))
                .and_then(|()| Generator::with_overlays([folder.join(overlay)]).map(drop))
                .map_err(of("overlays", &named))?;
        }
        let overlays = settings.overlays.iter().map(|overlay| folder.join(overlay));
        let mut kinds = self.kinds.clone();
        for (ending, marker) in &settings.markers {
            kinds.add(ending, marker).map_err(of("markers", ending))?;
        }
        let generator = Generator::with_overlays(overlays.chain(self.overlays.iter().cloned()))
            .map_err(of("overlays", ""))?;
        if let Some(name) = &settings.body {
            generator.body(name).map_err(of("body", name))?;
        }
        for name in &settings.targets {
            generator.distinct_targets(&[name.as_str()]).map_err(of("targets", name))?;
        }
        if let Some(path) = settings.path.as_ref().filter(|path| !path.starts_with('/')) {
            let message = format!("the path `{}` does not start with `/`", word(path));
            let error = Error::new(ErrorKind::Option, message);
            return Err(of("path", path)(error.with_hint("write it like `/endpoint`")));
        }
        Ok(Project {
            generator,
            kinds,
            markdown: self.markdown,
            defaults: Defaults {
                targets: settings.targets.clone(),
                form: settings.form,
                strict: settings.strict,
                body: settings.body.clone(),
                path: settings.path.clone(),
                message: settings.message.clone(),
                name: settings.name.clone(),
                line_numbers: false,
            },
            settings,
            printed: RwLock::default(),
        })
    }
}

impl Project {
    /// The output of a marker's command in the document of that name and kind.
    pub(super) fn print(&self, command: &str, name: &str, kind: &Kind) -> Result<Arc<Printed>> {
        let printed = self.printed(command, name, kind)?;
        Ok(printed.for_kind(kind).map_or(printed, Arc::new))
    }

    /// The same as the format has it, whatever the kind of document makes of it.
    fn printed(&self, command: &str, name: &str, kind: &Kind) -> Result<Arc<Printed>> {
        let extension = Path::new(name).extension().and_then(|it| it.to_str()).unwrap_or_default();
        let formats = self.settings.format.as_ref();
        let format = formats.and_then(|formats| formats.of(kind, extension));
        let format = format.unwrap_or(self.own_format(kind));
        let known = self.printed.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(printed) = known.get(format).and_then(|commands| commands.get(command)) {
            return Ok(Arc::clone(printed));
        }
        drop(known);
        let printed = Arc::new(self.render(command, format)?);
        let mut known = self.printed.write().unwrap_or_else(PoisonError::into_inner);
        let commands = known.entry(format.to_owned()).or_default();
        Ok(Arc::clone(commands.entry(command.to_owned()).or_insert(printed)))
    }

    fn render(&self, command: &str, format: &str) -> Result<Printed> {
        let query = Query::from_line(command)?.or(&self.defaults);
        let format = match query.format() {
            Some(format) => format,
            None => output::format(format)?,
        };
        let rendered = query.render(&self.generator, format)?;
        Ok(Printed::new(rendered.imports, &rendered.body))
    }

    /// The default format of a kind of document.
    fn own_format(&self, kind: &Kind) -> &'static str {
        match kind {
            Kind::Markdown | Kind::Mdx => self.markdown,
            Kind::Html | Kind::Astro => "html",
            Kind::Asciidoc => "asciidoc",
            Kind::Rst => "rst",
            Kind::Other(_) => "text",
        }
    }

    /// Folders whose files the regions depend on.
    pub(super) fn overlays<'a>(&'a self, folder: &'a Path) -> impl Iterator<Item = PathBuf> + 'a {
        self.settings.overlays.iter().map(move |overlay| folder.join(overlay))
    }
}

/// A path as its user would type it: relative to the working directory if it is below it.
fn shown(path: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    path.strip_prefix(here).unwrap_or(path).display().to_string()
}
