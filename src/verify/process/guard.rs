//! A guard that kills all child processes, even if this process is killed.

use std::io::{self, Write};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, ChildStdin, Stdio};
use std::sync::{Mutex, PoisonError};

use rustix::process::Pid;

use super::helper::Helper;

/// A process that kills all registered process groups when this process has ended.
#[derive(Debug)]
pub(in crate::verify) struct Guard {
    process: Child,
    pipe: Option<Mutex<ChildStdin>>,
}

impl Guard {
    /// Starts the guard in a process group of its own, which Ctrl-C doesn't reach. At the end it
    /// removes `folder`, if one is given.
    pub(in crate::verify) fn start(helper: &Helper, folder: Option<&Path>) -> io::Result<Self> {
        let mut process = helper
            .guard()
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()?;
        let pipe = process.stdin.take().map(Mutex::new);
        let guard = Self { process, pipe };
        if let Some(folder) = folder {
            // Cut at a line break, the name would be that of another folder.
            let name = folder.to_str().filter(|name| !name.contains('\n'));
            let name = name.ok_or_else(|| {
                io::Error::other("the name of the temporary folder is not one line of UTF-8; set TMPDIR to another one")
            })?;
            guard.tell(&format!("={name}\n"))?;
        }
        Ok(guard)
    }

    /// Registers a process group.
    pub(in crate::verify) fn add(&self, group: Pid) -> io::Result<()> {
        self.tell(&format!("+{group}\n"))
    }

    /// Removes a process group, which has ended.
    pub(in crate::verify) fn remove(&self, group: Pid) -> io::Result<()> {
        self.tell(&format!("-{group}\n"))
    }

    fn tell(&self, line: &str) -> io::Result<()> {
        let Some(pipe) = &self.pipe else { return Ok(()) };
        // A single write, which the system doesn't split. Half a line would be lost with this
        // process.
        pipe.lock().unwrap_or_else(PoisonError::into_inner).write_all(line.as_bytes())
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        // The guard acts when its input ends.
        self.pipe = None;
        let _ = self.process.wait();
    }
}
