use super::code::CodeFile;
use super::markdown::Markdown;
use super::page::{Page, Piece};
use super::rendered::Rendered;
use super::yaml::{block_or_quoted, comment, quoted};
use super::{Article, Format, Result, article, prose};

/// YAML for an operation of an `OpenAPI` description: the list `x-codeSamples`.
#[derive(Debug)]
pub(super) struct Openapi;

impl Format for Openapi {
    fn name(&self) -> &'static str {
        "openapi"
    }

    fn about(&self) -> &'static str {
        "YAML for an operation in OpenAPI: `x-codeSamples`, or `description` for texts"
    }

    fn extension(&self) -> &'static str {
        "yaml"
    }

    fn render(&self, page: &Page<'_>) -> Result<Rendered> {
        Ok(Rendered::plain(list(&samples(page, ""))))
    }

    fn pages(&self, pages: &[Page<'_>]) -> Result<Rendered> {
        if let [page] = pages {
            return self.render(page);
        }
        let each = pages
            .iter()
            .map(|page| samples(page, &format!("{} {}, ", page.status.code, page.status.phrase)));
        Ok(Rendered::plain(list(&each.collect::<String>())))
    }

    fn article(&self, article: &Article<'_>) -> Result<Rendered> {
        let text = article::markdown::write(article, &Markdown)?.body;
        Ok(Rendered::plain(format!("description: {}", block_or_quoted(&text, "  "))))
    }
}

fn list(samples: &str) -> String {
    let is_empty = samples.lines().all(|line| line.trim_start().starts_with('#'));
    format!("x-codeSamples:{}\n{samples}", if is_empty { " []" } else { "" })
}

/// The elements of the list. A missing example is a comment.
fn samples(page: &Page<'_>, code: &str) -> String {
    page.pieces.iter().map(|piece| sample(piece, code)).collect()
}

fn sample(piece: &Piece, code: &str) -> String {
    match &piece.content {
        Ok(snippet) => CodeFile::of(snippet)
            .iter()
            .enumerate()
            .map(|(at, file)| {
                let title = match at {
                    0 => format!("{code}{}", piece.target.title),
                    _ => format!("{code}{}: {}", piece.target.title, file.path),
                };
                format!(
                    "  - lang: {}\n    label: {}\n    source: {}",
                    quoted(file.fence),
                    quoted(&title),
                    block_or_quoted(file.text, "      ")
                )
            })
            .collect::<Vec<_>>()
            .concat(),
        Err(refusal) => comment(&format!("{code}{}", prose::no_example(refusal)), "  "),
    }
}
