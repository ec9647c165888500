use super::page::Page;
use super::record::Record;
use super::rendered::Rendered;
use super::{Article, Format, Result};

/// JSON: the object of one target, or the array of several.
#[derive(Debug)]
pub(super) struct Json;

impl Format for Json {
    fn name(&self) -> &'static str {
        "json"
    }

    fn about(&self) -> &'static str {
        "A JSON object, described by `statuscraft schema snippet`, or an array of them for several targets"
    }

    fn extension(&self) -> &'static str {
        "json"
    }

    fn render(&self, page: &Page<'_>) -> Result<Rendered> {
        Ok(written(&Record::all(page)))
    }

    fn pages(&self, pages: &[Page<'_>]) -> Result<Rendered> {
        Ok(written(&pages.iter().flat_map(Record::all).collect::<Vec<_>>()))
    }

    fn article(&self, article: &Article<'_>) -> Result<Rendered> {
        Ok(Rendered::plain(format!("{:#}\n", article.data)))
    }
}

fn written(records: &[Record<'_>]) -> Rendered {
    let text = match records {
        [one] => serde_json::to_string_pretty(one),
        several => serde_json::to_string_pretty(several),
    };
    // Records are plain structs of strings and numbers, which always serialize.
    Rendered::plain(text.unwrap_or_default() + "\n")
}
