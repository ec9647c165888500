//! The pages, by kind.

mod behaviour;
mod class;
mod code;
mod compare;
mod extras;
mod framework;
mod home;

use std::collections::BTreeMap;
use std::sync::Arc;

use minijinja::context;
use minijinja::value::{Serde, Value};

use super::address;
use super::code_context::{self, CodeContext, CodeSummary};
use super::contents::Contents;
use super::own_examples::has_own_examples;
use super::page_metadata::PageMetadata;
use super::page_renderer::PageRenderer;
use super::playground::Playground;
use super::settings::Settings;
use super::site_file::SiteFile;
use super::theme_script::ThemeScript;
use crate::assets::Assets;
use crate::catalogue::Code;
use crate::error::{Error, Result};
use crate::pages::behaviour::Matrix;
use crate::parallel::{available_workers, map_in_order};

/// Builds the pages from data that all of them share.
pub(super) struct PageBuilder<'g> {
    contents: Contents<'g>,
    settings: &'g Settings,
    renderer: PageRenderer,
    /// The codes in the context of templates.
    entries: BTreeMap<Code, Value>,
    /// The part of each code in all pages that compare it with another.
    sides: BTreeMap<Code, Value>,
    /// What the frameworks of the site do in HTTP's edge cases.
    behaviours: Matrix,
    /// What changes examples in the reader's browser, if the owner wants it.
    playground: Option<Playground>,
}

/// Pages that are built together.
#[derive(Clone, Debug)]
pub(super) enum Job {
    /// Pages that the site has once.
    Once,
    /// The page of a code.
    Code(Code),
    /// All pages that compare this code with a greater one.
    Pairs(Code),
    /// The page of the framework with this index.
    Framework(usize),
}

impl<'g> PageBuilder<'g> {
    pub(super) fn new(
        contents: Contents<'g>,
        settings: &'g Settings,
        playground: Option<Playground>,
    ) -> Result<Self> {
        let assets = contents.generator.assets();
        let site = site(&contents, settings, assets)?;
        let pairs = Arc::new(contents.pairs.clone());
        let renderer = PageRenderer::new(assets, site, move |one, other| {
            pairs.contains(&(Code::min(one, other), Code::max(one, other)))
        });
        let mut entries = BTreeMap::new();
        for (code, code_data) in &contents.codes {
            entries.insert(*code, CodeContext::value(code_data));
        }
        let sides = BTreeMap::new();
        let targets: Vec<_> = contents.servers.iter().map(|it| it.id().to_owned()).collect();
        let behaviours = Matrix::new(contents.generator, None, &targets)?;
        let mut builder =
            Self { contents, settings, renderer, entries, sides, behaviours, playground };
        builder.sides = builder.make_sides()?;
        Ok(builder)
    }

    /// The jobs, in a fixed order.
    pub(super) fn jobs(&self) -> Vec<Job> {
        let codes = || self.contents.codes.keys().copied();
        std::iter::once(Job::Once)
            .chain(codes().map(Job::Pairs))
            .chain(codes().map(Job::Code))
            .chain((0..self.contents.servers.len()).map(Job::Framework))
            .collect()
    }

    /// Builds the files of a job.
    pub(super) fn make(&self, job: &Job) -> Result<Vec<SiteFile>> {
        match job {
            Job::Once => {
                let mut files = self.home()?;
                files.extend(self.classes()?);
                files.extend(self.comparisons()?);
                files.extend(self.behaviours()?);
                files.extend(self.frameworks()?);
                files.extend(self.extras()?);
                Ok(files)
            }
            Job::Code(code) => self.code(*code),
            Job::Pairs(code) => self.pairs(*code),
            Job::Framework(index) => self.framework(*index),
        }
    }

    fn make_sides(&self) -> Result<BTreeMap<Code, Value>> {
        let paired = |code: &Code| {
            self.contents.pairs.iter().any(|(one, other)| one == code || other == code)
        };
        let wanted = self.entries.iter().filter(|(code, _)| paired(code));
        let work = |(code, entry): (&Code, &Value)| {
            let page = context! { root => "../" };
            let html = self.renderer.print("side.html", context! { entry, page })?;
            Ok((*code, Value::from_safe_string(html)))
        };
        let mut sides = BTreeMap::new();
        map_in_order(available_workers(), wanted, work, |side: Result<(Code, Value)>| {
            let (code, html) = side?;
            sides.insert(code, html);
            Ok::<_, Error>(())
        })?;
        Ok(sides)
    }

    /// The settings of the site's owner.
    pub(super) fn settings(&self) -> &Settings {
        self.settings
    }

    fn head(&self, path: &str, title: String, description: String) -> PageMetadata {
        PageMetadata::new(path, title, description, self.settings.base_url.as_ref())
    }

    fn entry(&self, code: Code) -> Value {
        self.entries.get(&code).cloned().unwrap_or_default()
    }

    /// The page of that path as Markdown, from a template.
    fn markdown(&self, template: &str, page: &str, context: &Value) -> Result<SiteFile> {
        let text = self.renderer.print(template, context.clone())?;
        Ok(SiteFile::file(&address::markdown(page), text))
    }

    fn print(&self, template: &str, path: &str, context: Value) -> Result<SiteFile> {
        Ok(SiteFile::page(path, self.renderer.print(template, context)?))
    }
}

/// The data that every page can use.
fn site(contents: &Contents<'_>, settings: &Settings, assets: &Assets) -> Result<Value> {
    let briefs: BTreeMap<u16, Value> = contents
        .codes
        .values()
        .map(|code_data| {
            (
                code_data.status().code.number(),
                Value::from(Serde(CodeSummary::new(code_data.status()))),
            )
        })
        .collect();
    let class = |(digit, title): (u16, &'static str)| {
        let inside = |(code, _): &(&u16, &Value)| **code / 100 == digit;
        let codes: Vec<_> = briefs.iter().filter(inside).map(|(_, brief)| brief.clone()).collect();
        context! { digit, title, codes, path => address::class(digit) }
    };
    let classes: Vec<_> = code_context::CLASSES.into_iter().map(class).collect();
    let targets: Vec<_> = contents.servers.iter().map(|target| framework::brief(target)).collect();
    let base = settings.base_url.as_ref();
    Ok(context! {
        title => settings.title.as_str(),
        base => base.map(super::settings::BaseUrl::as_str),
        base_path => base.map(super::settings::BaseUrl::path),
        version => env!("CARGO_PKG_VERSION"),
        proven => !has_own_examples(contents.generator)?,
        playground => settings.playground.is_some(),
        body => settings.body.as_deref(),
        codes => Serde(briefs),
        classes,
        targets,
        feed => !extras::releases(assets)?.is_empty(),
        theme => Serde(ThemeScript::read(assets)?),
    })
}
