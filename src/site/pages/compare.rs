use minijinja::context;
use minijinja::value::{Serde, Value};

use super::PageBuilder;
use super::code::title;
use crate::catalogue::Code;
use crate::error::Result;
use crate::pages::ComparisonPage;
use crate::site::code_context::digit;
use crate::site::site_file::SiteFile;
use crate::site::{address, markdown, prose};

const INDEX: &str = "compare/index.html";

impl PageBuilder<'_> {
    /// The page that lists the comparisons, and the comparisons as data.
    pub(super) fn comparisons(&self) -> Result<Vec<SiteFile>> {
        let title = "Status codes compared".to_owned();
        let description = "Status codes that people confuse, side by side: the decisive difference, and \
                           when to use which.";
        let page = self.head(INDEX, title, description.to_owned()).with_data();
        let context = context! { page => Serde(page), curated => self.curated(None)? };
        let mut written = Vec::new();
        for (one, other) in &self.contents.curated {
            written.extend(self.contents.generator.comparison(*one, *other)?);
        }
        let data = SiteFile::data(&address::data(INDEX), &written);
        let markdown = self.markdown("comparisons.md.j2", INDEX, &context)?;
        Ok(vec![self.print("comparisons.html", INDEX, context)?, data, markdown])
    }

    /// The written comparisons, or those with a code of a class.
    pub(super) fn curated(&self, class: Option<u16>) -> Result<Vec<Value>> {
        let inside = |code: Code| class.is_none_or(|class| digit(code) == class);
        let mut curated = Vec::new();
        for (one, other) in &self.contents.curated {
            if !inside(*one) && !inside(*other) {
                continue;
            }
            let comparison = self.contents.generator.comparison(*one, *other)?;
            let path = address::pair(*one, *other);
            let difference = comparison.map(|it| it.difference);
            let (first, second) = (one.number(), other.number());
            curated.push(context! { first, second, path, difference => Serde(difference) });
        }
        Ok(curated)
    }

    /// The pages that compare a code with greater ones, and their data.
    pub(super) fn pairs(&self, one: Code) -> Result<Vec<SiteFile>> {
        let mut files = Vec::new();
        for (_, other) in self.contents.pairs.iter().filter(|(first, _)| *first == one) {
            files.extend(self.pair(one, *other)?);
        }
        Ok(files)
    }

    fn pair(&self, one: Code, other: Code) -> Result<Vec<SiteFile>> {
        let codes = self.contents.codes.get(&one).zip(self.contents.codes.get(&other));
        let Some((first, second)) = codes else { return Ok(Vec::new()) };
        let path = address::pair(one, other);
        let comparison = if self.contents.curated.contains(&(one, other)) {
            self.contents.generator.comparison(one, other)?
        } else {
            None
        };
        let page_data = ComparisonPage::of([first.side(), second.side()], comparison);
        let titles = [title(first.status()), title(second.status())];
        let [left, right] = &titles;
        let description = match &page_data.comparison {
            Some(it) => prose::plain(it.difference.as_str()),
            None => format!(
                "{left} and {right} side by side: what each means, when you see it and how to fix it."
            ),
        };
        let mut page = self.head(&path, format!("{left} or {right}"), description).with_data();
        page.json_ld = Some(self.json_ld().pair(&page));
        let side = |code: &Code| self.sides.get(code).cloned().unwrap_or_default();
        let context = context! {
            page => Serde(page),
            first => self.entry(one),
            second => self.entry(other),
            sides => [side(&one), side(&other)],
            comparison => Serde(&page_data.comparison),
            differences => Serde(&page_data.differences),
        };
        let data = SiteFile::data(&address::data(&path), &page_data.data());
        let markdown = markdown::beside(&path, &page_data.article(1))?;
        Ok(vec![self.print("pair.html", &path, context)?, data, markdown])
    }
}
