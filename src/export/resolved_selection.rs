use super::context::Context;
use super::items::Item;
use super::layout::Layout;
use super::subject::Subject;
use crate::catalogue::Code;
use crate::error::{Error, Result};
use crate::generated::FolderUpdate;
use crate::parallel::{available_workers, map_in_order};

/// The selected codes, targets and options, in output order.
pub struct ResolvedSelection<'g> {
    pub(super) context: Context<'g>,
    pub(super) subject: Subject,
    pub(super) codes: Vec<Code>,
    /// The pairs of codes with a written comparison.
    pub(super) pairs: Vec<(Code, Code)>,
}

impl ResolvedSelection<'_> {
    /// Passes the records as JSON lines, in order, to `sink`. One item at a time is in memory.
    ///
    /// # Errors
    ///
    /// Those of [`Page::new`](crate::output::Page::new), except for unsupported codes, and the first error of
    /// `sink`.
    pub fn records<E: From<Error>>(
        &self,
        mut sink: impl FnMut(&str) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        // Threads would cost more than they save: all built-in examples together take a few
        // milliseconds.
        for item in self.items() {
            sink(&item.lines(&self.context)?)?;
        }
        Ok(())
    }

    /// Adds the files that the folder should hold.
    ///
    /// # Errors
    ///
    /// Those of [`Page::new`](crate::output::Page::new), except for unsupported codes, and those of
    /// [`FolderUpdate::add`].
    pub fn add_files(&self, layout: Layout, folder: &mut FolderUpdate) -> Result<()> {
        let work = |item: Item<'_>| item.files(&self.context, layout);
        map_in_order(
            available_workers(),
            self.items().into_iter(),
            work,
            |files: Result<Vec<_>>| {
                files?.into_iter().try_for_each(|(path, bytes)| folder.add(&path, bytes))
            },
        )
    }

    /// With or without numbers before the lines of code, where the format can show them.
    pub fn set_line_numbers(&mut self, line_numbers: bool) {
        self.context.line_numbers = line_numbers;
    }

    fn items(&self) -> Vec<Item<'_>> {
        let codes = self.codes.iter().copied();
        match self.subject {
            Subject::Examples => codes.map(Item::Examples).collect(),
            Subject::Explanations => codes.map(Item::Explanation).collect(),
            Subject::Codes => codes.map(Item::Code).collect(),
            Subject::Comparisons => {
                self.pairs.iter().map(|(one, other)| Item::Comparison(*one, *other)).collect()
            }
            Subject::Transcripts => {
                let of_code =
                    |code| self.context.targets.iter().map(move |it| Item::Transcript(code, it));
                codes.flat_map(of_code).collect()
            }
        }
    }
}
