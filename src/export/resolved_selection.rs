use std::sync::Arc;

use super::layout::Layout;
use crate::catalogue::Code;
use crate::error::{Error, Result};
use crate::generated::FolderUpdate;
use crate::output::{Format, Page};
use crate::parallel::{available_workers, map_in_order};
use crate::snippet::{Generator, Options};
use crate::targets::Target;

/// The selected codes, targets and options, in output order.
pub struct ResolvedSelection<'g> {
    pub(super) generator: &'g Generator,
    pub(super) codes: Vec<Code>,
    pub(super) targets: Vec<Arc<Target>>,
    pub(super) options: Options,
}

impl ResolvedSelection<'_> {
    /// Passes one page per code, in that format and in order, to `sink`. One page at a time is in
    /// memory.
    ///
    /// # Errors
    ///
    /// Those of [`Generator::snippet`], except for unsupported codes, and the first error of
    /// `sink`.
    pub fn pages<E: From<Error>>(
        &self,
        format: &dyn Format,
        mut sink: impl FnMut(&str) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        // Threads would cost more than they save: all built-in examples together take a few
        // milliseconds.
        for code in &self.codes {
            sink(&format.render(&self.page(*code)?)?.body)?;
        }
        Ok(())
    }

    /// Adds the files that the folder should hold.
    ///
    /// # Errors
    ///
    /// Those of [`Generator::snippet`], except for unsupported codes, and those of
    /// [`FolderUpdate::add`].
    pub fn add_files(&self, layout: Layout, folder: &mut FolderUpdate) -> Result<()> {
        let work = |code| layout.files(&self.page(code)?);
        map_in_order(
            available_workers(),
            self.codes.iter().copied(),
            work,
            |files: Result<Vec<_>>| {
                files?.into_iter().try_for_each(|(path, bytes)| folder.add(&path, bytes))
            },
        )
    }

    fn page(&self, code: Code) -> Result<Page<'_>> {
        let status = self.generator.status(&code.to_string())?;
        Page::new(self.generator, status, &self.targets, &self.options)
    }
}
