use serde_json::Value;

use super::page::Page;
use super::record::Record;
use super::rendered::Rendered;
use super::{Article, Format, Result};

/// JSON lines: one object per target.
#[derive(Debug)]
pub(super) struct Ndjson;

impl Format for Ndjson {
    fn name(&self) -> &'static str {
        "ndjson"
    }

    fn about(&self) -> &'static str {
        "One JSON object per line, one for each target or row"
    }

    fn extension(&self) -> &'static str {
        "ndjson"
    }

    fn render(&self, page: &Page<'_>) -> Result<Rendered> {
        let mut body = String::new();
        for piece in &page.pieces {
            // Records are plain structs of strings and numbers, which always serialize.
            body.push_str(&serde_json::to_string(&Record::new(page, piece)).unwrap_or_default());
            body.push('\n');
        }
        Ok(Rendered::plain(body))
    }

    fn pages(&self, pages: &[Page<'_>]) -> Result<Rendered> {
        let lines = pages.iter().map(|page| Ok(self.render(page)?.body));
        Ok(Rendered::plain(lines.collect::<Result<String>>()?))
    }

    fn article(&self, article: &Article<'_>) -> Result<Rendered> {
        Ok(Rendered::plain(match &article.data {
            Value::Array(records) => lines(records),
            record => format!("{record}\n"),
        }))
    }
}

fn lines(records: &[Value]) -> String {
    let mut text = String::new();
    for record in records {
        text.extend([record.to_string().as_str(), "\n"]);
    }
    text
}
