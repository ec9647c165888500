//! The templates of a target, by name.

use super::target::Target;
use super::{FOLDER, SHARED, Targets};
use crate::error::Result;

/// What a template's name ends with.
const ENDING: &str = ".j2";

/// The folder with the files that programs need to run.
const RUNTIME: &str = "runtime";

impl Targets {
    /// The names of all templates in a target's folder, relative to it, sorted within each folder.
    pub(crate) fn template_names(&self, target: &Target) -> Result<Vec<String>> {
        let mut names = Vec::new();
        let mut folders = vec![String::new()];
        while let Some(inside) = folders.pop() {
            let folder = format!("{FOLDER}/{}/{inside}", target.id());
            for name in self.assets.list(folder.trim_end_matches('/'))? {
                if name.ends_with(ENDING) {
                    names.push(format!("{inside}{name}"));
                } else if !name.contains('.') && name != RUNTIME {
                    folders.push(format!("{inside}{name}/"));
                }
            }
        }
        let shared = self.assets.list(&format!("{FOLDER}/{SHARED}/{}", target.language))?;
        let shared = shared.into_iter().filter(|name| name.ends_with(ENDING));
        names.extend(shared.map(|name| format!("shared/{name}")));
        Ok(names)
    }
}
