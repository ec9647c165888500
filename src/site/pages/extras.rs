use minijinja::context;
use minijinja::value::{Serde, Value};

use super::{Job, PageBuilder};
use crate::assets::Assets;
use crate::error::Result;
use crate::site::changelog::{self, Release};
use crate::site::playground::Playground;
use crate::site::site_file::SiteFile;
use crate::site::{address, markdown_tables, page_metadata, search_index};

/// Files that are copied unchanged.
const STATIC: &str = "page-templates/static";

/// Those of them that only a site with a playground needs begin with this.
const PLAYGROUND: &str = "playground.";

const CONFORMANCE: &str = "conformance.html";

impl PageBuilder<'_> {
    /// Everything that is not a page of a code: conformance, the page for missing addresses, files
    /// for crawlers and feed readers, and the static files.
    pub(super) fn extras(&self) -> Result<Vec<SiteFile>> {
        let mut files = self.conformance()?;
        files.push(self.missing()?);
        files.push(self.text("robots.txt", context! {})?);
        let releases = releases(self.contents.generator.assets())?;
        if let Some(last) = releases.iter().map(|it| &it.date).max() {
            files.push(
                self.text("feed.xml", context! { updated => last, releases => Serde(&releases) })?,
            );
        }
        if let Some(base) = &self.settings.base_url {
            let urls: Vec<_> =
                self.paths().iter().map(|path| page_metadata::url(base, path)).collect();
            files.push(self.text("sitemap.xml", context! { urls })?);
        }
        files.push(SiteFile::file(
            "static/index.js",
            search_index::script(&self.contents, &self.behaviours)?,
        ));
        files.extend(self.playground.iter().flat_map(Playground::files));
        for (name, bytes) in self.contents.generator.assets().tree(STATIC)? {
            if self.playground.is_none() && name.starts_with(PLAYGROUND) {
                continue;
            }
            files.push(SiteFile::file(&format!("static/{name}"), bytes.into_owned()));
        }
        Ok(files)
    }

    fn conformance(&self) -> Result<Vec<SiteFile>> {
        let document = self.contents.generator.assets().read("CONFORMANCE.md")?;
        let parts = document.as_ref();
        let parts = parts.map(|file| markdown_tables::parts(&file.text)).unwrap_or_default();
        let description =
            "Which examples were run in their frameworks, and how many follow every rule.";
        let page = self.head(CONFORMANCE, "Conformance".into(), description.into()).with_data();
        let data = SiteFile::data(&address::data(CONFORMANCE), &parts);
        let text = document.as_ref().map_or("", |file| &file.text);
        let markdown = SiteFile::file(&address::markdown(CONFORMANCE), text);
        let offered = self.offered();
        let context = context! { page => Serde(page), parts => Serde(parts), offered };
        Ok(vec![self.print(CONFORMANCE, CONFORMANCE, context)?, data, markdown])
    }

    fn missing(&self) -> Result<SiteFile> {
        let description = "There is no page at this address.";
        let mut page = self.head("404.html", "No such page".into(), description.into());
        // It is shown at any address, so only a path from the host's root works.
        if let Some(base) = &self.settings.base_url {
            base.path().clone_into(&mut page.root);
        }
        let html = self.renderer.print("missing.html", context! { page => Serde(page) })?;
        Ok(match self.settings.base_url {
            // Its links are those of the other pages with another root.
            Some(_) => SiteFile::file("404.html", html),
            None => SiteFile::page("404.html", html),
        })
    }

    fn text(&self, name: &str, context: Value) -> Result<SiteFile> {
        Ok(SiteFile::file(name, self.renderer.print(name, context)?))
    }

    /// The paths of all pages for readers, except the one for missing addresses.
    fn paths(&self) -> Vec<String> {
        let mut paths: Vec<String> =
            ["index.html", "compare/index.html", "conformance.html", address::FRAMEWORKS]
                .map(str::to_owned)
                .into();
        for job in self.jobs() {
            match job {
                Job::Once => {
                    paths.extend(self.class_digits().into_iter().map(address::class));
                    paths.extend(self.behaviour_paths());
                }
                Job::Code(code) => paths.push(address::code(code)),
                Job::Pairs(one) => {
                    let pairs = self.contents.pairs.iter().filter(|(first, _)| *first == one);
                    paths.extend(pairs.map(|(one, other)| address::pair(*one, *other)));
                }
                Job::Framework(index) => {
                    let target = self.contents.servers.get(index);
                    paths.extend(target.map(|target| address::framework(target.id())));
                }
            }
        }
        paths
    }
}

/// The versions of the changelog.
pub(super) fn releases(assets: &Assets) -> Result<Vec<Release>> {
    let document = assets.read("CHANGELOG.md")?;
    Ok(document.map(|file| changelog::releases(&file.text)).unwrap_or_default())
}
