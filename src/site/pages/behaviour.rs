use minijinja::context;
use minijinja::value::{Serde, Value};

use super::PageBuilder;
use crate::catalogue::Code;
use crate::error::Result;
use crate::pages::behaviour::Behaviour;
use crate::site::site_file::SiteFile;
use crate::site::{address, markdown, prose};

impl PageBuilder<'_> {
    /// The behaviours that the exchange of a code tests, in the context of templates.
    pub(super) fn tested_by(&self, code: Code) -> Vec<Value> {
        let brief = |it: &Behaviour| {
            let path = address::behaviour(&it.name);
            context! { name => it.name.as_str(), asks => it.asks.as_str(), path }
        };
        self.behaviours.tested_by(code).map(brief).collect()
    }

    /// The paths of the pages of behaviours.
    pub(super) fn behaviour_paths(&self) -> impl Iterator<Item = String> {
        let rows = self.behaviours.rows.iter();
        std::iter::once(address::BEHAVIOURS.to_owned())
            .chain(rows.map(|(it, _)| address::behaviour(&it.name)))
    }

    /// The page of all behaviours and a page for each of them, with the same as data and as Markdown.
    pub(super) fn behaviours(&self) -> Result<Vec<SiteFile>> {
        let mut files = Vec::new();
        let description = "What web frameworks and servers do in HTTP's edge cases: HEAD, ranges, \
                           conditions, uploads, gateways. Every cell was measured.";
        let matrix = &self.behaviours;
        let path = address::BEHAVIOURS;
        let title = "Behaviour of frameworks".to_owned();
        let mut page = self.head(path, title, description.to_owned()).with_data();
        page.json_ld = Some(self.json_ld().overview(&page));
        files.push(SiteFile::data(&address::data(path), &matrix.data()));
        files.push(markdown::beside(path, &matrix.article(1))?);
        let context = context! { page => Serde(page), overview => Serde(matrix.overview()) };
        files.push(self.print("behaviours.html", path, context)?);
        for (behaviour, _) in &matrix.rows {
            let Some(one) = matrix.of_behaviour(&behaviour.name) else { continue };
            let path = address::behaviour(&behaviour.name);
            let title = sentence(&behaviour.asks);
            let page = self.head(&path, title, behaviour.matters.clone()).with_data();
            let data = one.data();
            files.push(SiteFile::data(&address::data(&path), &data));
            files.push(markdown::beside(&path, &one.article(1))?);
            let context = context! { page => Serde(page), row => Serde(data.get(0)) };
            files.push(self.print("behaviour.html", &path, context)?);
        }
        Ok(files)
    }
}

/// A clause as a title.
fn sentence(clause: &str) -> String {
    let clause = prose::plain(clause);
    let mut letters = clause.chars();
    let first: String = letters.next().iter().flat_map(|one| one.to_uppercase()).collect();
    first + letters.as_str()
}
