use minijinja::context;
use minijinja::value::Serde;

use super::PageBuilder;
use crate::error::Result;
use crate::pages::statuses;
use crate::site::address;
use crate::site::site_file::SiteFile;

impl PageBuilder<'_> {
    /// The page with all codes, and their list as data.
    pub(super) fn home(&self) -> Result<Vec<SiteFile>> {
        let description = format!(
            "All {} HTTP status codes: what each means, what causes it, how to fix it, and \
             handlers that answer with it.",
            self.contents.codes.len()
        );
        let mut page =
            self.head("index.html", self.settings.title.clone(), description).with_data();
        page.json_ld = Some(self.json_ld().home(&page));
        let context = context! { page => Serde(page), curated => self.curated(None)? };
        let all = statuses(self.contents.generator, None, true)?;
        let data = SiteFile::data(&address::data("index.html"), &all.data);
        let markdown = self.markdown("llms.txt", "index.html", &context)?;
        let llms = SiteFile::file("llms.txt", markdown.bytes.clone());
        Ok(vec![self.print("home.html", "index.html", context)?, data, markdown, llms])
    }
}
