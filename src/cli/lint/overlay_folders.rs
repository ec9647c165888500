use std::fmt;
use std::path::PathBuf;

use super::args::LintArguments;
use crate::catalogue::Code;
use crate::error::{Error, ErrorKind, Result};
use crate::origin::Origin;
use crate::snippet::Generator;
use crate::targets::Target;

/// The folders of which an overlay must have one.
const FOLDERS: [&str; 3] = ["data", "page-templates", "snippet-templates"];

/// The folders that are checked, the one with the highest priority last.
pub(super) struct OverlayFolders(Vec<PathBuf>);

impl OverlayFolders {
    pub(super) fn new(arguments: &LintArguments) -> Self {
        Self(arguments.overlays.folders().chain(arguments.folder.clone()).collect())
    }

    pub(super) fn generator(&self) -> Result<Generator> {
        Generator::with_overlays(self.0.iter().cloned())
    }

    /// An error for each folder that is no overlay.
    pub(super) fn faults(&self) -> impl Iterator<Item = Error> {
        let empty = self.0.iter().filter(|it| FOLDERS.iter().all(|name| !it.join(name).is_dir()));
        empty.map(|folder| {
            Error::new(ErrorKind::Data, "the folder has none of an overlay's folders")
                .at(Origin::file(folder.display().to_string()))
                .with_hint(format!("expected `{}`", FOLDERS.join("/`, `") + "/"))
        })
    }

    /// The path of the file of that name in the folder with the highest priority that has it.
    pub(super) fn path(&self, name: &str) -> Option<PathBuf> {
        self.0.iter().rev().map(|folder| folder.join(name)).find(|path| path.exists())
    }

    /// Whether a file of an overlay is to blame.
    pub(super) fn have(&self, origin: &Origin) -> bool {
        self.0.iter().any(|folder| origin.name().starts_with(&folder.display().to_string()))
    }

    /// Whether they have a part of the target: of its folder, of what is shared by the targets of
    /// its language, or the language.
    pub(super) fn have_part_of(&self, target: &Target) -> bool {
        let language = &target.language;
        let parts = [
            format!("snippet-templates/{}", target.id()),
            format!("snippet-templates/_shared/{language}"),
            format!("data/languages/{language}.yaml"),
        ];
        parts.iter().any(|part| self.path(part).is_some())
    }

    /// Whether they have the file of a code.
    pub(super) fn have_code(&self, code: Code) -> bool {
        ["statuses", "unofficial"]
            .iter()
            .any(|folder| self.path(&format!("data/{folder}/{code}.yaml")).is_some())
    }
}

/// The folders as they were named.
impl fmt::Display for OverlayFolders {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let folders: Vec<_> = self.0.iter().map(|folder| folder.display().to_string()).collect();
        f.write_str(&folders.join(", "))
    }
}
