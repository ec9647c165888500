//! The files behind a generator's snippets.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::generator::Generator;
#[cfg(any(feature = "site", all(feature = "verify", unix)))]
use crate::assets::Assets;
use crate::catalogue::Status;
#[cfg(doc)]
use crate::error::ErrorKind;
use crate::error::Result;
use crate::targets::Target;

impl Generator {
    /// Templates of the target whose names match none of these codes and recipes.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Read`] if an overlay can't be read.
    pub fn misnamed_templates(&self, target: &Target, statuses: &[&Status]) -> Result<Vec<String>> {
        self.targets.misnamed(target, statuses)
    }

    /// The files that the target's programs need to run: those of its `runtime/` folder, by their
    /// names inside it.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Read`] if a file can't be read or is outside of its overlay.
    pub fn runtime(&self, target: &Target) -> Result<BTreeMap<String, Cow<'static, [u8]>>> {
        self.targets.runtime(target)
    }

    /// What running the programs of more than one target needs, by the names of the files.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Read`] if a file can't be read or is outside of its overlay.
    pub fn shared_runtime(&self) -> Result<BTreeMap<String, Cow<'static, [u8]>>> {
        self.targets.shared()
    }

    /// The files of all layers.
    #[cfg(any(feature = "site", all(feature = "verify", unix)))]
    pub(crate) fn assets(&self) -> &Assets {
        self.targets.assets()
    }

    /// The files and folders of overlays that can change a snippet, sorted.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Read`] if an overlay can't be read.
    pub fn sources(&self) -> Result<BTreeSet<PathBuf>> {
        self.targets.sources()
    }
}
