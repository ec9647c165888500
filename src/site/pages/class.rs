use std::collections::BTreeSet;

use minijinja::context;
use minijinja::value::Serde;

use super::PageBuilder;
use crate::error::Result;
use crate::pages::statuses;
use crate::site::address;
use crate::site::code_context::{CLASSES, digit};
use crate::site::site_file::SiteFile;

impl PageBuilder<'_> {
    /// The page of each class that has codes, and the list of its codes as data.
    pub(super) fn classes(&self) -> Result<Vec<SiteFile>> {
        let mut files = Vec::new();
        for (class, title) in CLASSES {
            let codes = || self.contents.codes.keys().filter(|code| digit(**code) == class);
            let Some(first) = codes().next() else { continue };
            let path = address::class(class);
            let description = format!(
                "What the {} HTTP status codes from {class}00 to {class}99 mean.",
                codes().count()
            );
            let mut page = self.head(&path, format!("{class}xx {title}"), description).with_data();
            page.json_ld = Some(self.json_ld().overview(&page));
            let listing = statuses(self.contents.generator, Some(first.class()), true)?;
            files.push(SiteFile::data(&address::data(&path), &listing.data));
            let curated = self.curated(Some(class))?;
            let context = context! { page => Serde(page), digit => class, curated };
            files.push(self.markdown("class.md.j2", &path, &context)?);
            files.push(self.print("class.html", &path, context)?);
        }
        Ok(files)
    }

    /// The classes that have codes, by their first digit.
    pub(super) fn class_digits(&self) -> BTreeSet<u16> {
        self.contents.codes.keys().map(|code| digit(*code)).collect()
    }
}
