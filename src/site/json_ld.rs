//! Structured data for search engines: JSON-LD with schema.org's vocabulary.

use minijinja::Value;
use serde_json::{Value as Json, json};

use super::contents::CodeData;
use super::page_metadata::{self, PageMetadata};
use super::pages::PageBuilder;
use super::prose;
use super::settings::Settings;

/// Creates the structured data of a site's pages.
pub(super) struct JsonLd<'a> {
    settings: &'a Settings,
}

impl PageBuilder<'_> {
    pub(super) fn json_ld(&self) -> JsonLd<'_> {
        JsonLd { settings: self.settings() }
    }
}

impl JsonLd<'_> {
    /// The data of the first page.
    pub(super) fn home(&self, page: &PageMetadata) -> Value {
        let mut site =
            json!({"@type": "WebSite", "name": page.title, "description": page.description});
        self.address(&mut site, "url", &page.path);
        written(&[site])
    }

    /// The data of a code: an article, its place in the site, and its questions.
    pub(super) fn code(&self, page: &PageMetadata, code_data: &CodeData<'_>) -> Value {
        let mut nodes = vec![self.article(page), self.trail(page, None)];
        if let Some(reference) = code_data.reference() {
            let questions: Vec<_> = reference
                .questions
                .iter()
                .map(|it| {
                    let answer = prose::plain(it.answer.as_str());
                    let name = prose::plain(it.question.as_str());
                    json!({
                        "@type": "Question",
                        "name": name,
                        "acceptedAnswer": {"@type": "Answer", "text": answer},
                    })
                })
                .collect();
            nodes.push(json!({"@type": "FAQPage", "mainEntity": questions}));
        }
        written(&nodes)
    }

    /// The data of a comparison.
    pub(super) fn pair(&self, page: &PageMetadata) -> Value {
        written(&[self.article(page), self.trail(page, Some(("Compared", "compare/index.html")))])
    }

    /// The data of a page about a framework or a class.
    pub(super) fn overview(&self, page: &PageMetadata) -> Value {
        written(&[self.article(page), self.trail(page, None)])
    }

    fn article(&self, page: &PageMetadata) -> Json {
        let mut article = json!({
            "@type": "TechArticle",
            "headline": page.title,
            "description": page.description,
            "inLanguage": "en",
        });
        self.address(&mut article, "url", &page.path);
        article
    }

    /// The breadcrumbs from the first page to this one.
    fn trail(&self, page: &PageMetadata, over: Option<(&str, &str)>) -> Json {
        let title = self.settings.title.as_str();
        let steps = std::iter::once((title, "index.html")).chain(over);
        let steps = steps.chain(std::iter::once((page.title.as_str(), page.path.as_str())));
        let items: Vec<_> = steps
            .zip(1..)
            .map(|((name, path), position)| {
                let mut item = json!({"@type": "ListItem", "position": position, "name": name});
                self.address(&mut item, "item", path);
                item
            })
            .collect();
        json!({"@type": "BreadcrumbList", "itemListElement": items})
    }

    /// Adds an address, if the site's address is known.
    fn address(&self, node: &mut Json, name: &str, path: &str) {
        if let (Some(base), Some(node)) = (&self.settings.base_url, node.as_object_mut()) {
            node.insert(name.to_owned(), page_metadata::url(base, path).into());
        }
    }
}

/// The data as text that can't close the element around it.
fn written(nodes: &[Json]) -> Value {
    let graph = json!({"@context": "https://schema.org", "@graph": nodes});
    Value::from_safe_string(graph.to_string().replace('<', "\\u003c"))
}
