//! The reference as a site, for its readers and its owner.

mod data;
mod folder;
mod links;
mod looks;
mod markdown;
mod overlay;
mod playground;
mod sizes;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use statuscraft::generated::Summary;
use statuscraft::site::{self, Pairs, Settings};
use statuscraft::{Generator, Result};
use tempfile::TempDir;

use crate::support::files_below;

/// The files of a site by their paths.
pub type Site = BTreeMap<String, String>;

/// The site with default settings.
pub static PLAIN: LazyLock<Site> = LazyLock::new(|| made(&Settings::default()));

/// Every pair, and an address.
pub static WHOLE: LazyLock<Site> = LazyLock::new(|| {
    let base_url = Some("https://example.org/docs/status".parse().expect("an address"));
    made(&Settings { base_url, pairs: Pairs::All, ..Settings::default() })
});

pub fn made(settings: &Settings) -> Site {
    let folder = TempDir::new().expect("a folder");
    write(folder.path(), settings).expect("a site");
    files(folder.path())
}

pub fn write(folder: &Path, settings: &Settings) -> Result<Summary> {
    site::write(&Generator::new(), settings, folder, false)
}

pub fn files(folder: &Path) -> Site {
    let read = |path| fs::read_to_string(path).expect("text");
    files_below(folder).into_iter().map(|(name, path)| (name, read(path))).collect()
}

/// The pages of a site.
pub fn pages(site: &Site) -> impl Iterator<Item = (&str, &str)> {
    let files = site.iter().map(|(path, text)| (path.as_str(), text.as_str()));
    files.filter(|(path, _)| path.ends_with(".html"))
}
