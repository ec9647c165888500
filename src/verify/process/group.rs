//! A child process and all processes that it starts.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Write};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process_group};

use super::guard::Guard;
use super::helper::Helper;
use super::resource_limits::ResourceLimits;

/// How often to check whether a process has ended.
pub(in crate::verify) const PAUSE: Duration = Duration::from_millis(5);
/// How long a process has to end after it was asked to.
const GRACE: Duration = Duration::from_millis(500);

/// How processes are started: the helper and the guard.
#[derive(Debug)]
pub(in crate::verify) struct Launcher {
    pub(in crate::verify) helper: Helper,
    pub(in crate::verify) guard: Guard,
}

/// What is started, where and with what.
pub(in crate::verify) struct Launch<'a> {
    /// Program and arguments.
    pub(in crate::verify) words: &'a [String],
    /// The working directory.
    pub(in crate::verify) folder: &'a Path,
    /// Variables of the environment.
    pub(in crate::verify) env: &'a BTreeMap<String, String>,
    /// Whether it inherits the environment of this process.
    pub(in crate::verify) inherits: bool,
    /// The file for standard output and standard error.
    pub(in crate::verify) log: &'a Path,
    /// A separate file for standard output, if it is needed.
    pub(in crate::verify) output: Option<&'a Path>,
    /// Its limits.
    pub(in crate::verify) limits: ResourceLimits,
}

/// A running process group. It is killed when this value is dropped.
pub(in crate::verify) struct Group<'a> {
    child: Child,
    id: Option<Pid>,
    guard: &'a Guard,
}

impl Launcher {
    /// Starts a process group. A program that can't be started ends immediately and reports it in
    /// the log.
    pub(in crate::verify) fn start(&self, launch: &Launch<'_>) -> io::Result<Group<'_>> {
        let open = |path| File::options().create(true).append(true).open(path);
        let log = open(launch.log)?;
        let output = launch.output.map_or_else(|| log.try_clone(), open)?;
        let mut command = self.helper.launcher(launch.limits, launch.words);
        if !launch.inherits {
            command.env_clear();
        }
        let mut child = command
            .envs(launch.env)
            .current_dir(launch.folder)
            .stdin(Stdio::piped())
            .stdout(output)
            .stderr(log)
            .process_group(0)
            .spawn()?;
        let release = child.stdin.take();
        let id = Pid::from_raw(child.id().cast_signed());
        let group = Group { child, id, guard: &self.guard };
        if let Some(id) = id {
            self.guard.add(id)?;
        }
        if let Some(mut release) = release {
            release.write_all(b"\n")?;
        }
        Ok(group)
    }

    /// Runs a command to its end, or kills it after `limit` and returns nothing.
    pub(in crate::verify) fn run(
        &self,
        launch: &Launch<'_>,
        limit: Duration,
    ) -> io::Result<Option<ExitStatus>> {
        self.start(launch)?.wait(limit)
    }
}

impl Group<'_> {
    /// Its number.
    pub(in crate::verify) fn id(&self) -> Option<u32> {
        self.id.and_then(|id| u32::try_from(id.as_raw_nonzero().get()).ok())
    }

    /// How the process ended, if it has.
    pub(in crate::verify) fn ended(&mut self) -> io::Result<Option<ExitStatus>> {
        self.child.try_wait()
    }

    /// The same, but waits for it that long.
    pub(in crate::verify) fn wait(&mut self, limit: Duration) -> io::Result<Option<ExitStatus>> {
        let end = Instant::now() + limit;
        loop {
            let status = self.ended()?;
            if status.is_some() || Instant::now() >= end {
                return Ok(status);
            }
            thread::sleep(PAUSE);
        }
    }
}

impl Drop for Group<'_> {
    fn drop(&mut self) {
        let Some(id) = self.id else { return };
        if self.ended().is_ok_and(|status| status.is_none()) {
            let _ = kill_process_group(id, Signal::TERM);
            let _ = self.wait(GRACE);
        }
        // Processes that it left behind are still in its group.
        let _ = kill_process_group(id, Signal::KILL);
        let _ = self.child.wait();
        let _ = self.guard.remove(id);
    }
}
