//! The runtime of a target: what its programs need, installed once.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::folder::{Digester, Lock};
use super::set_up_error::SetUpError;
use super::shared::SharedFiles;
use super::toolchain::Tool;
use crate::targets::{Target, Verification};
use crate::verify::process::ResourceLimits;
use crate::verify::process::fill;
use crate::verify::process::{Launch, Launcher};

/// How long one command of a set-up may take.
const LIMIT: Duration = Duration::from_mins(20);
/// For how long a runtime stays that no run has used.
const UNUSED: Duration = Duration::from_hours(30 * 24);
/// The file that marks a folder whose set-up is complete, written again by each run that uses it.
const DONE: &str = ".done";
const LOG: &str = "set-up.log";

/// A target's runtime: where it is, or will be after the set-up.
#[derive(Clone, Debug)]
pub(in crate::verify) struct Runtime {
    /// A digest of all its inputs.
    pub(in crate::verify) key: String,
    /// The folder that the set-up fills. Its path never changes, because installed files, such as a
    /// virtual environment's scripts, contain absolute paths.
    pub(in crate::verify) cache: PathBuf,
    shared: SharedFiles,
}

/// Removes the runtimes in that folder that no run has used for a long time, such as those of older
/// versions.
fn remove_unused(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let runtime = entry?.path();
        let used = fs::metadata(runtime.join(DONE)).and_then(|done| done.modified());
        if used.is_ok_and(|used| used.elapsed().is_ok_and(|age| age > UNUSED)) {
            let _lock = Lock::take(&runtime.with_extension("lock"))?;
            fs::remove_dir_all(&runtime)?;
        }
    }
    Ok(())
}

type Files = BTreeMap<String, Cow<'static, [u8]>>;

impl Runtime {
    /// The runtime for these files, commands and versions.
    pub(in crate::verify) fn new(
        caches: &Path,
        target: &Target,
        verification: &Verification,
        files: &Files,
        tools: &[Tool],
        shared: SharedFiles,
    ) -> io::Result<Self> {
        let mut digester = Digester::default();
        for (name, bytes) in files {
            digester.add(name);
            digester.add(bytes);
        }
        digester.add(format!("{:?}{:?}", verification.setup, verification.env));
        for tool in tools {
            digester.add(&tool.program);
            digester.add(&tool.version);
        }
        if verification.root {
            digester.add(shared.packages()?);
        }
        let key = digester.finish();
        let short = key.get(..16).unwrap_or_default();
        let cache = caches.join("runtimes").join(format!("{}-{short}", target.id()));
        Ok(Self { key, cache, shared })
    }

    /// The copy of the target's `runtime/` folder.
    pub(in crate::verify) fn folder(&self) -> PathBuf {
        self.cache.join("runtime")
    }

    /// Sets it up unless that has been done. A killed set-up is not marked as complete and starts
    /// again. A second process waits for the first one.
    pub(in crate::verify) fn prepare(
        &self,
        launcher: &Launcher,
        verification: &Verification,
        files: &Files,
    ) -> io::Result<Result<(), SetUpError>> {
        if let Some(parent) = self.cache.parent() {
            fs::create_dir_all(parent)?;
        }
        let _lock = Lock::take(&self.cache.with_extension("lock"))?;
        let done = self.cache.join(DONE);
        if done.exists() {
            // The day of its last use.
            fs::write(done, [])?;
            return self.tidy(launcher, verification);
        }
        if self.cache.exists() {
            fs::remove_dir_all(&self.cache)?;
        }
        self.write(files)?;
        for words in &verification.setup {
            if let Some(fault) = self.carry_out(launcher, verification, words)? {
                return Ok(Err(fault));
            }
        }
        fs::write(done, [])?;
        if let Some(parent) = self.cache.parent() {
            remove_unused(parent)?;
        }
        Ok(Ok(()))
    }

    /// Removes what earlier runs have left.
    fn tidy(
        &self,
        launcher: &Launcher,
        verification: &Verification,
    ) -> io::Result<Result<(), SetUpError>> {
        for words in &verification.tidy {
            if let Some(fault) = self.carry_out(launcher, verification, words)? {
                return Ok(Err(fault));
            }
        }
        Ok(Ok(()))
    }

    fn write(&self, files: &Files) -> io::Result<()> {
        let folder = self.folder();
        fs::create_dir_all(&folder)?;
        for (name, bytes) in files {
            let path = folder.join(name);
            if let Some(parent) = path.parent() {
                fs::create_dir_all(parent)?;
            }
            fs::write(path, bytes)?;
        }
        Ok(())
    }

    /// Runs one command in the environment of this process, which has the settings for proxies,
    /// mirrors and certificates. Returns what went wrong, if anything.
    fn carry_out(
        &self,
        launcher: &Launcher,
        verification: &Verification,
        words: &[String],
    ) -> io::Result<Option<SetUpError>> {
        let words: Vec<String> = words.iter().map(|word| self.fill(word)).collect();
        let mut env = self.env(verification);
        env.insert("XDG_CACHE_HOME".into(), self.cache.join(".cache").display().to_string());
        let log = self.cache.join(LOG);
        let launch = Launch {
            words: &words,
            folder: &self.cache,
            env: &env,
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
        let message = format!("the set-up's `{}` failed: {how}", words.join(" "));
        Ok(Some(SetUpError { message, log: crate::verify::process::log::tail(&log) }))
    }

    /// The target's variables, and its search path before the system's.
    pub(in crate::verify) fn env(&self, verification: &Verification) -> BTreeMap<String, String> {
        let mut env: BTreeMap<String, String> =
            verification.env.iter().map(|(name, value)| (name.clone(), self.fill(value))).collect();
        let system = std::env::var("PATH").unwrap_or_default();
        let folders = verification.path.iter().map(|folder| self.fill(folder));
        let path = folders.chain([system]).collect::<Vec<_>>().join(":");
        env.entry("PATH".into()).or_insert(path);
        env
    }

    /// The text with `{cache}`, `{runtime}` and what targets share filled in.
    pub(in crate::verify) fn fill(&self, text: &str) -> String {
        let cache = self.cache.display().to_string();
        let runtime = self.folder().display().to_string();
        self.shared.fill(&fill(text, &[("cache", &cache), ("runtime", &runtime)]))
    }
}

#[cfg(test)]
mod tests {
    use std::fs::File;
    use std::time::SystemTime;

    use super::*;

    #[test]
    fn what_no_run_has_used_for_long_is_removed() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let runtime = |name: &str, age: Duration| {
            let runtime = folder.path().join(name);
            fs::create_dir(&runtime)?;
            let done = File::create(runtime.join(DONE))?;
            done.set_modified(SystemTime::now() - age)?;
            Ok::<_, io::Error>(runtime)
        };
        let old = runtime("old", UNUSED + Duration::from_hours(1))?;
        let current = runtime("current", UNUSED / 2)?;
        let unfinished = folder.path().join("unfinished");
        fs::create_dir(&unfinished)?;
        remove_unused(folder.path())?;
        assert!(!old.exists() && current.exists() && unfinished.exists());
        Ok(())
    }
}
