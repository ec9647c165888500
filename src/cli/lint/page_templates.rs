//! The templates of the site's pages.

use super::Lint;
use crate::error::{Error, ErrorKind, Result};
use crate::origin::Origin;
use crate::site;

const FOLDER: &str = "page-templates";

impl Lint<'_> {
    /// Builds every page of the site in memory, if an overlay has templates of pages.
    pub(super) fn page_templates(&mut self) -> Result<()> {
        if self.folders.path(FOLDER).is_none() {
            return Ok(());
        }
        for name in site::unused_templates(self.generator)? {
            let name = format!("{FOLDER}/{name}");
            let file = self.folders.path(&name).map_or(name, |path| path.display().to_string());
            let fault = Error::new(ErrorKind::Template, "no page uses this template");
            self.faults.push(fault.at(Origin::file(file)));
        }
        // What a snippet lacks has been reported, and no page can be built without it.
        if self.faults.is_empty() {
            self.faults.extend(site::check(self.generator, &site::Settings::default())?);
        }
        Ok(())
    }
}
