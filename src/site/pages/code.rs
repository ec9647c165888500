use minijinja::context;
use minijinja::value::Serde;

use super::PageBuilder;
use crate::catalogue::{Code, Status};
use crate::error::Result;
use crate::site::contents::Contents;
use crate::site::site_file::SiteFile;
use crate::site::{address, markdown, prose};

impl PageBuilder<'_> {
    /// The page of a code, and its data.
    pub(super) fn code(&self, code: Code) -> Result<Vec<SiteFile>> {
        let Some(code_data) = self.contents.codes.get(&code) else { return Ok(Vec::new()) };
        let path = address::code(code);
        let summary = prose::plain(code_data.status().summary.as_str());
        let mut page = self.head(&path, title(code_data.status()), summary).with_data();
        page.json_ld = Some(self.json_ld().code(&page, code_data));
        let before =
            self.contents.codes.range(..code).next_back().map(|(code, _)| self.entry(*code));
        let after = self.contents.codes.range(code..).nth(1).map(|(code, _)| self.entry(*code));
        let paired: Vec<_> = self.paired(code);
        let behaviours: Vec<_> = self.tested_by(code);
        let entry = self.entry(code);
        let context = context! { page => Serde(page), entry, before, after, paired, behaviours };
        let data = SiteFile::data(&address::data(&path), &code_data.explanation.data());
        let markdown = markdown::beside(&path, &code_data.explanation.article(1))?;
        Ok(vec![self.print("code.html", &path, context)?, data, markdown])
    }
}

impl PageBuilder<'_> {
    /// The pages that compare the code with another one without a written comparison.
    fn paired(&self, code: Code) -> Vec<(String, u16)> {
        let Contents { codes, pairs, curated, .. } = &self.contents;
        let pair = |other: &Code| {
            let pair = (code.min(*other), code.max(*other));
            let plain = pairs.contains(&pair) && !curated.contains(&pair);
            plain.then(|| (address::pair(code, *other), other.number()))
        };
        codes.keys().filter_map(pair).collect()
    }
}

/// `404 Not Found`.
pub(super) fn title(status: &Status) -> String {
    format!("{} {}", status.code, status.phrase)
}
