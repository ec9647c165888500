//! What targets share: the files of `data/servers/runtime`, and a root of a newer Debian suite.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::folder::{Digester, Lock, write_whole};
use super::set_up_error::SetUpError;
use crate::verify::process::{Launch, Launcher, ResourceLimits, fill};

/// How long making the root may take: it is downloaded.
const LIMIT: Duration = Duration::from_mins(20);
/// The part of the files that makes the root, and the script in it.
const ROOT: &str = "root/";
const MAKE: &str = "root/make";

type Files = BTreeMap<String, Cow<'static, [u8]>>;

/// Where the files that targets share are, or will be once they are wanted.
#[derive(Clone, Debug)]
pub(in crate::verify) struct SharedFiles {
    /// The copy of the files.
    folder: PathBuf,
    /// The root of a newer suite.
    root: PathBuf,
}

impl SharedFiles {
    /// Writes the files into the cache folder, if nobody has.
    pub(in crate::verify) fn write(caches: &Path, files: &Files) -> io::Result<Self> {
        let root = Self::digest(files.iter().filter(|(name, _)| name.starts_with(ROOT)));
        let shared = Self {
            folder: caches.join(format!("shared-{}", Self::digest(files.iter()))),
            root: caches.join(format!("root-{root}")),
        };
        fs::create_dir_all(caches)?;
        let _lock = Lock::take(&shared.folder.with_extension("lock"))?;
        for (name, bytes) in files {
            let path = shared.folder.join(name);
            if !path.exists() {
                write_whole(&path, bytes)?;
            }
        }
        Ok(shared)
    }

    /// Makes the root unless it is there, and returns what is wrong, if anything.
    pub(in crate::verify) fn make_root(
        &self,
        launcher: &Launcher,
    ) -> io::Result<Option<SetUpError>> {
        let _lock = Lock::take(&self.folder.with_extension("root.lock"))?;
        let log = self.folder.join("root.log");
        let make = self.folder.join(MAKE);
        let words = ["sh".into(), make.display().to_string(), self.root.display().to_string()];
        fs::write(&log, [])?;
        let launch = Launch {
            words: &words,
            folder: &self.folder,
            env: &BTreeMap::new(),
            inherits: true,
            log: &log,
            output: None,
            limits: ResourceLimits::TOOL,
        };
        let how = match launcher.run(&launch, LIMIT)? {
            Some(status) if status.success() => return Ok(None),
            Some(status) => status.to_string(),
            None => format!("not done after {} seconds", LIMIT.as_secs()),
        };
        let log = crate::verify::process::log::tail(&log);
        let said = log.lines().last().map_or(how, str::to_owned);
        Ok(Some(SetUpError { message: format!("the root of a newer Debian suite: {said}"), log }))
    }

    /// What is installed in the root, in which versions.
    pub(in crate::verify) fn packages(&self) -> io::Result<Vec<u8>> {
        fs::read(self.root.join("packages.txt"))
    }

    /// The text with `{root}` and `{shared}` filled in.
    pub(in crate::verify) fn fill(&self, text: &str) -> String {
        let shared = self.folder.display().to_string();
        let root = self.root.display().to_string();
        fill(text, &[("shared", &shared), ("root", &root)])
    }

    fn digest<'f>(files: impl Iterator<Item = (&'f String, &'f Cow<'static, [u8]>)>) -> String {
        let mut digester = Digester::default();
        for (name, bytes) in files {
            digester.add(name);
            digester.add(bytes);
        }
        digester.finish().chars().take(16).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(make: &'static [u8], other: &'static [u8]) -> Files {
        [(MAKE, make), ("nginx/nginx.conf", other)]
            .map(|(name, bytes)| (name.to_owned(), Cow::Borrowed(bytes)))
            .into()
    }

    #[test]
    fn files_are_written_once_and_another_content_has_another_place() -> io::Result<()> {
        let caches = tempfile::tempdir()?;
        let first = SharedFiles::write(caches.path(), &files(b"a", b"b"))?;
        let place = first.fill("{shared}/nginx/nginx.conf");
        assert_eq!(fs::read(&place)?, b"b");
        let second = SharedFiles::write(caches.path(), &files(b"a", b"c"))?;
        assert_ne!(second.fill("{shared}"), first.fill("{shared}"));
        assert_eq!(second.fill("{root}"), first.fill("{root}"));
        let third = SharedFiles::write(caches.path(), &files(b"b", b"c"))?;
        assert_ne!(third.fill("{root}"), first.fill("{root}"));
        assert_eq!(fs::read(place)?, b"b");
        Ok(())
    }
}
