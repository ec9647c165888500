//! What is exported, one item after the other.

use std::sync::Arc;

use super::context::Context;
use super::layout::Layout;
use crate::catalogue::Code;
use crate::error::{ErrorKind, Result};
use crate::output::{Format, Rendered, format};
use crate::pages::{self, ComparisonPage, Explanation};
use crate::snippet::Snippet;
use crate::targets::Target;

/// A part of an export that is read and written on its own.
#[derive(Clone, Copy)]
pub(super) enum Item<'s> {
    /// The examples of a code.
    Examples(Code),
    /// The explanation of a code.
    Explanation(Code),
    /// A written comparison.
    Comparison(Code, Code),
    /// The facts of a code.
    Code(Code),
    /// The recorded exchange of a code in a target.
    Transcript(Code, &'s Arc<Target>),
}

/// The level of an explanation's title in a file of its own.
const TITLE: u8 = 1;

impl Item<'_> {
    /// The item as JSON lines; nothing if there is no such record.
    pub(super) fn lines(self, context: &Context<'_>) -> Result<String> {
        let generator = context.generator;
        let line = |value: serde_json::Value| format!("{value}\n");
        Ok(match self {
            Self::Code(code) => line(pages::code_record(generator, code)?),
            Self::Transcript(code, target) => {
                pages::transcript_record(generator, code, target)?.map(line).unwrap_or_default()
            }
            _ => self.printed(context, format("ndjson")?)?.body,
        })
    }

    /// The paths and bytes of the files that hold the item.
    pub(super) fn files(
        self,
        context: &Context<'_>,
        layout: Layout,
    ) -> Result<Vec<(String, Vec<u8>)>> {
        match layout {
            Layout::Files => self.own_files(context),
            Layout::Pages(format) => {
                let path = format!("{}.{}", self.name(), format.extension());
                let text = match self {
                    Self::Code(_) | Self::Transcript(..) => self.lines(context)?,
                    _ => match self.printed(context, format) {
                        Ok(printed) => printed.to_string(),
                        // A format without prose has nothing to show in this case.
                        Err(error) if error.kind() == ErrorKind::Unsupported => String::new(),
                        Err(error) => return Err(error),
                    },
                };
                let file = (!text.is_empty()).then(|| (path, text.into_bytes()));
                Ok(file.into_iter().collect())
            }
        }
    }

    /// The name of the item's page.
    fn name(self) -> String {
        match self {
            Self::Examples(code) | Self::Explanation(code) | Self::Code(code) => code.to_string(),
            Self::Comparison(one, other) => format!("{one}-{other}"),
            Self::Transcript(code, target) => format!("{}/{code}", target.id()),
        }
    }

    fn printed(self, context: &Context<'_>, format: &dyn Format) -> Result<Rendered> {
        let generator = context.generator;
        match self {
            Self::Explanation(code) => {
                let names = context.named_targets();
                let explanation = Explanation::new(generator, &code.to_string(), &names)?;
                format.article(&explanation.article(TITLE))
            }
            Self::Comparison(one, other) => {
                let page = ComparisonPage::new(generator, &one.to_string(), &other.to_string())?;
                format.article(&page.article(TITLE))
            }
            Self::Examples(code) | Self::Code(code) | Self::Transcript(code, _) => {
                format.render(&context.page(code)?)
            }
        }
    }

    fn own_files(self, context: &Context<'_>) -> Result<Vec<(String, Vec<u8>)>> {
        if let Self::Transcript(code, target) = self {
            let recorded = context.generator.recorded_exchange(code, target.id())?;
            let path = format!("{}.http", self.name());
            return Ok(recorded.map(|it| (path, it.text().into_bytes())).into_iter().collect());
        }
        let Self::Examples(code) = self else { return Ok(Vec::new()) };
        let page = context.page(code)?;
        let snippets = page.pieces.iter().filter_map(|piece| piece.content.as_ref().ok());
        Ok(snippets.flat_map(program).collect())
    }
}

/// The files of a program.
fn program(snippet: &Snippet) -> impl Iterator<Item = (String, Vec<u8>)> {
    let first = (&snippet.file, &snippet.text);
    let further = snippet.files.iter().map(|file| (&file.path, &file.text));
    std::iter::once(first).chain(further).map(|(path, text)| {
        let path = format!("{}/{}/{path}", snippet.target, snippet.code);
        (path, text.clone().into_bytes())
    })
}
