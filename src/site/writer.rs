use std::path::Path;

use super::contents::Contents;
use super::inputs_hash::inputs_hash;
use super::links::Web;
use super::pages::{Job, PageBuilder};
use super::playground::Playground;
use super::settings::Settings;
use super::site_file::SiteFile;
use crate::error::Result;
use crate::generated::{FolderUpdate, Summary};
use crate::parallel::{available_workers, map_in_order};
use crate::snippet::Generator;

/// Writes the site into the folder `out`, with a manifest of the generated files. With `force`,
/// edits of generated files are overwritten.
///
/// # Errors
///
/// Those of [`Generator::snippet`], except for unsupported codes, of [`FolderUpdate::write`] and of
/// [`FolderUpdate::commit`]; [`ErrorKind::Template`](crate::error::ErrorKind::Template) if a page
/// template is wrong, and `Data` if a link has no target.
pub fn write(
    generator: &Generator,
    settings: &Settings,
    out: &Path,
    force: bool,
) -> Result<Summary> {
    let playground = Playground::read(generator, settings)?;
    let inputs_hash = inputs_hash(generator, settings, playground.as_ref())?;
    // Waiting for the disk after each of thousands of files takes minutes. If the machine fails,
    // the next run notices it by the manifest's hashes.
    let mut folder = FolderUpdate::write(out)?.without_sync();
    if let Some(summary) = folder.unchanged(&inputs_hash)? {
        return Ok(summary);
    }
    let builder = PageBuilder::new(Contents::new(generator, settings)?, settings, playground)?;
    let mut web = Web::default();
    let work = |job: Job| builder.make(&job);
    map_in_order(
        available_workers(),
        builder.jobs().into_iter(),
        work,
        |files: Result<Vec<SiteFile>>| {
            files?.into_iter().try_for_each(|file| {
                web.add(&file.path, file.links);
                folder.add(&file.path, file.bytes)
            })
        },
    )?;
    web.check()?;
    folder.set_inputs_hash(inputs_hash);
    folder.set_what("a site");
    folder.commit(force)
}
