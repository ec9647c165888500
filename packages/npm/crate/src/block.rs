//! A block in a document: a line of words, and the defaults of the document.

use serde::Deserialize;
use statuscraft::output;
use statuscraft::request::{Defaults, Query};
use statuscraft::{Error, Form, Generator};

/// The words of a block, and what holds where they say nothing.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Block {
    line: String,
    format: Option<String>,
    /// The formats that the document can hold; all of them if there are none.
    #[serde(default)]
    formats: Vec<String>,
    #[serde(default)]
    targets: Vec<String>,
    form: Option<Form>,
    #[serde(default)]
    strict: bool,
    body: Option<String>,
    path: Option<String>,
    message: Option<String>,
    name: Option<String>,
    #[serde(default)]
    line_numbers: bool,
}

/// Why a block has no text.
pub(crate) enum Fault {
    /// The request is wrong.
    Request(Error),
    /// The document can't hold this format.
    Format { name: &'static str, hint: String },
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        Self::Request(error)
    }
}

impl Block {
    /// What the words request, in their format or in that of the document.
    pub(crate) fn render(self, generator: &Generator) -> Result<String, Fault> {
        let defaults = Defaults {
            targets: self.targets,
            form: self.form,
            strict: self.strict,
            body: self.body,
            path: self.path,
            message: self.message,
            name: self.name,
            line_numbers: self.line_numbers,
        };
        let query = Query::from_line(&self.line)?.or(&defaults);
        let format = match (query.format(), &self.format) {
            (Some(format), _) => format,
            (None, Some(name)) => output::format(name)?,
            (None, None) => output::default_format(),
        };
        let name = format.name();
        if !self.formats.is_empty() && self.formats.iter().all(|allowed| allowed != name) {
            let hint = format!("formats for this document are `{}`", self.formats.join("`, `"));
            return Err(Fault::Format { name, hint });
        }
        Ok(query.render(generator, format)?.to_string())
    }
}
