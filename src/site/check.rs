//! Checks the page templates without writing a site.

use std::collections::BTreeSet;

use super::contents::Contents;
use super::links::Web;
use super::pages::{Job, PageBuilder};
use super::playground::Playground;
use super::settings::Settings;
use super::site_file::SiteFile;
use crate::assets::Assets;
use crate::error::{Error, Result};
use crate::parallel::{available_workers, map_in_order};
use crate::snippet::Generator;

/// The folder of the templates.
const FOLDER: &str = "page-templates";

/// Builds every page in memory. Returns what is wrong with the templates: one error for each job
/// that fails, and otherwise a link that has no target.
///
/// # Errors
///
/// Those of [`write`](super::write) that are no fault of a template.
pub fn check(generator: &Generator, settings: &Settings) -> Result<Vec<Error>> {
    let playground = Playground::read(generator, settings)?;
    let contents = Contents::new(generator, settings)?;
    let builder = match PageBuilder::new(contents, settings, playground) {
        Ok(builder) => builder,
        Err(error) => return Ok(vec![error]),
    };
    let mut faults = Vec::new();
    let mut web = Web::default();
    let work = |job: Job| builder.make(&job);
    map_in_order(
        available_workers(),
        builder.jobs().into_iter(),
        work,
        |files: Result<Vec<SiteFile>>| {
            match files {
                Ok(files) => files.into_iter().for_each(|file| web.add(&file.path, file.links)),
                Err(error) => faults.push(error),
            }
            Ok::<_, Error>(())
        },
    )?;
    if faults.is_empty() {
        faults.extend(web.check().err());
    }
    Ok(faults)
}

/// Whether a file is a template, by its name.
fn is_template(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    ["html", "j2", "js", "txt", "xml"].contains(&ending)
}

/// The page templates of overlays that are built in under no such name and that no other template
/// mentions.
///
/// # Errors
///
/// [`ErrorKind::Read`](crate::error::ErrorKind::Read) if an overlay can't be read.
pub fn unused_templates(generator: &Generator) -> Result<Vec<String>> {
    let assets = generator.assets();
    let built_in = Assets::default().list(FOLDER)?;
    let mut names = BTreeSet::new();
    let mut texts = Vec::new();
    for name in assets.list(FOLDER)?.into_iter().filter(|name| is_template(name)) {
        texts.extend(assets.read(&format!("{FOLDER}/{name}"))?.map(|file| file.text));
        names.insert(name);
    }
    let is_mentioned = |name: &str| {
        let quoted = [format!("\"{name}\""), format!("'{name}'")];
        texts.iter().any(|text| quoted.iter().any(|it| text.contains(it.as_str())))
    };
    Ok(names.into_iter().filter(|it| !built_in.contains(it) && !is_mentioned(it)).collect())
}
