use std::sync::Arc;

use crate::catalogue::Code;
use crate::error::Result;
use crate::output::Page;
use crate::snippet::{Generator, Options};
use crate::targets::Target;

/// What all items of an export have in common.
pub(super) struct Context<'g> {
    pub(super) generator: &'g Generator,
    pub(super) targets: Vec<Arc<Target>>,
    /// Whether the targets were named and are not all servers.
    pub(super) is_named: bool,
    pub(super) options: Options,
    /// Whether pages have numbers before the lines of code, where the format can show them.
    pub(super) line_numbers: bool,
}

impl<'g> Context<'g> {
    /// The examples of a code.
    pub(super) fn page(&self, code: Code) -> Result<Page<'g>> {
        let status = self.generator.status(&code.to_string())?;
        let page = Page::new(self.generator, status, &self.targets, &self.options)?;
        Ok(page.with_line_numbers(self.line_numbers))
    }

    /// The names of the targets, if they were named.
    pub(super) fn named_targets(&self) -> Vec<String> {
        let names = self.targets.iter().filter(|_| self.is_named);
        names.map(|target| target.id().to_owned()).collect()
    }
}
