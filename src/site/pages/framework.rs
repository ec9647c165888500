use std::sync::Arc;

use minijinja::context;
use minijinja::value::{self, Serde};
use serde_json::Value;

use super::PageBuilder;
use super::code::title;
use crate::error::Result;
use crate::output::{Article, Block, Page, Record};
use crate::site::offered::Offered;
use crate::site::page_metadata::PageMetadata;
use crate::site::site_file::SiteFile;
use crate::site::{address, markdown};
use crate::snippet::Options;
use crate::targets::Target;

impl PageBuilder<'_> {
    /// The page that lists the frameworks, and their list as data.
    pub(super) fn frameworks(&self) -> Result<Vec<SiteFile>> {
        let path = address::FRAMEWORKS;
        let description = format!(
            "{} frameworks and servers, each with a complete program for every status code that it can \
             send.",
            self.contents.servers.len()
        );
        let mut page = self.head(path, "Frameworks".into(), description).with_data();
        page.json_ld = Some(self.json_ld().overview(&page));
        let offered = self.offered();
        let data = SiteFile::data(&address::data(path), &offered);
        let context = context! { page => Serde(page), offered };
        let markdown = self.markdown("frameworks.md.j2", path, &context)?;
        Ok(vec![self.print("frameworks.html", path, context)?, data, markdown])
    }

    /// The frameworks, each with the numbers of codes that the site has programs for.
    pub(super) fn offered(&self) -> Vec<value::Value> {
        let of = |target: &Arc<Target>| {
            let offered = Offered::by(&self.contents, target.id());
            let told = offered.told();
            context! { target => brief(target), offered => Serde(offered), told }
        };
        self.contents.servers.iter().map(of).collect()
    }

    /// The page of a framework, with its example for every code, and these as data.
    pub(super) fn framework(&self, index: usize) -> Result<Vec<SiteFile>> {
        let Some(target) = self.contents.servers.get(index) else { return Ok(Vec::new()) };
        let mut examples = Vec::new();
        for (code, code_data) in &self.contents.codes {
            let one = code_data.programs.iter().find(|it| it.target() == target.id());
            let Some(one) = one else { continue };
            examples.push(context! { code => code.number(), example => Serde(one) });
        }
        let path = address::framework(target.id());
        let description = format!(
            "Handlers in {} for {}, each a complete program.",
            target.title,
            Offered::by(&self.contents, target.id()).told()
        );
        let mut page =
            self.head(&path, format!("Status codes in {}", target.title), description).with_data();
        page.json_ld = Some(self.json_ld().overview(&page));
        let pages = self.pages(target)?;
        let data = SiteFile::data(&address::data(&path), &records(&pages));
        let markdown = markdown::beside(&path, &article(&pages, &page))?;
        let context = context! { page => Serde(page), target => brief(target), examples };
        Ok(vec![self.print("framework.html", &path, context)?, data, markdown])
    }

    /// The examples of a framework, a page for each code.
    fn pages(&self, target: &Arc<Target>) -> Result<Vec<Page<'_>>> {
        let targets = [Arc::clone(target)];
        let mut pages = Vec::new();
        for code_data in self.contents.codes.values().filter(|it| !it.programs.is_empty()) {
            let (generator, status) = (self.contents.generator, code_data.status());
            pages.push(Page::new(generator, status, &targets, &Options::default())?);
        }
        Ok(pages)
    }
}

/// The examples, each code under a heading.
fn article<'a>(pages: &[Page<'a>], metadata: &PageMetadata) -> Article<'a> {
    let mut blocks = vec![Block::Paragraph(metadata.description.clone())];
    for page in pages {
        blocks.push(Block::Heading(title(page.status)));
        blocks.push(Block::Examples(page.clone()));
    }
    Article { title: Some(metadata.title.clone()), level: 1, blocks, data: Value::Null }
}

/// The examples as `export --format json` prints them.
fn records(pages: &[Page<'_>]) -> Value {
    let records = pages.iter().flat_map(Record::all);
    records.map(|it| serde_json::to_value(it).unwrap_or_default()).collect()
}

/// A framework in the context of templates.
pub(super) fn brief(target: &Target) -> value::Value {
    context! {
        id => target.id(),
        title => target.title.as_str(),
        version => target.version.as_str(),
        documentation => target.documentation.as_str(),
        path => address::framework(target.id()),
    }
}
