//! Input that is written to break out of a string, a path or a name.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::assets;
use crate::catalogue::Code;
use crate::error::{Error, ErrorKind, Result};
use crate::snippet::{Generator, Options};

const FILE: &str = "data/hostile.yaml";

/// Messages, paths and names that an example must handle safely.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hostile {
    /// The code whose examples get them.
    pub code: Code,
    /// Texts that come back in the response.
    messages: Vec<Input>,
    /// Paths of the resource.
    paths: Vec<Input>,
    /// Names of the handler.
    names: Vec<Input>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Input {
    /// Its name in reports.
    title: String,
    text: String,
    /// How often the text is repeated.
    #[serde(default = "once")]
    times: usize,
}

fn once() -> usize {
    1
}

impl Hostile {
    /// The inputs of `data/hostile.yaml`.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Data`] if the file is wrong or an overlay's file gives two inputs one title.
    pub fn new(generator: &Generator) -> Result<Self> {
        let file = generator
            .assets()
            .read(FILE)?
            .ok_or_else(|| Error::new(ErrorKind::Read, format!("no file `{FILE}`")))?;
        let hostile: Self = assets::parse(&file)?;
        let mut titles = BTreeSet::new();
        for (title, _) in hostile.inputs() {
            if let Some(twice) = titles.replace(title) {
                let message = format!("two inputs are called `{twice}`");
                return Err(Error::new(ErrorKind::Data, message).at(file.origin));
            }
        }
        Ok(hostile)
    }

    /// Each input's title, and the options of the example that gets it.
    pub(super) fn inputs(&self) -> Vec<(String, Options)> {
        let message = |text| Options { message: Some(text), ..Options::default() };
        let path = |text| Options { path: Some(text), ..Options::default() };
        let name = |text| Options { name: Some(text), ..Options::default() };
        let mut inputs = Vec::new();
        let mut add = |kind: &str, some: &[Input], options: &dyn Fn(String) -> Options| {
            for input in some {
                let text = input.text.repeat(input.times);
                inputs.push((format!("{kind}: {}", input.title), options(text)));
            }
        };
        add("message", &self.messages, &message);
        add("path", &self.paths, &path);
        add("name", &self.names, &name);
        inputs
    }
}
