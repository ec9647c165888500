//! Texts by which debug pages and stack traces are recognized.

use serde::Deserialize;

use crate::assets;
use crate::error::{Error, ErrorKind, Result};
use crate::snippet::Generator;

const FILE: &str = "data/leaks.yaml";

/// What no response may show.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(transparent)]
pub struct Leaks(Vec<Leak>);

/// A text that no response may show.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Leak {
    text: String,
    /// Whose text it is.
    of: String,
    /// Whether no response at all has it, be it an error or not.
    #[serde(default)]
    always: bool,
    /// An excerpt of a page that shows it.
    example: String,
}

impl Leaks {
    /// Those of `data/leaks.yaml`.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Data`] if the file is wrong: each text has to be in its example.
    pub fn new(generator: &Generator) -> Result<Self> {
        let Some(file) = generator.assets().read(FILE)? else { return Ok(Self::default()) };
        let leaks: Self = assets::parse(&file)?;
        let is_idle = |it: &&Leak| it.text.is_empty() || !it.example.contains(&it.text);
        if let Some(leak) = leaks.0.iter().find(is_idle) {
            let message = format!("`{}` is not in its example", leak.text.escape_debug());
            return Err(Error::new(ErrorKind::Data, message).at(file.origin));
        }
        Ok(leaks)
    }

    /// The first text that a response shows, and whose it is. The message of an example may contain
    /// anything.
    pub(super) fn find(
        &self,
        content: &str,
        is_error: bool,
        message: &str,
    ) -> Option<(&str, &str)> {
        let looked_for = |leak: &&Leak| (is_error || leak.always) && !message.contains(&leak.text);
        let found = self.0.iter().filter(looked_for).find(|leak| content.contains(&leak.text))?;
        Some((&found.text, &found.of))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_excerpt_is_found() {
        let leaks = Leaks::new(&Generator::new()).unwrap();
        assert!(leaks.0.len() > 20);
        for leak in &leaks.0 {
            let alone = Leaks(vec![leak.clone()]);
            assert!(alone.find(&leak.example, true, "Hello").is_some(), "{}", leak.text);
            assert_eq!(alone.find(&leak.example, false, "Hello").is_some(), leak.always);
            assert_eq!(alone.find(&leak.example, true, &leak.text), None, "it is the message");
            assert_eq!(leaks.find("{\"message\": \"Not Found\"}", true, ""), None);
        }
    }
}
