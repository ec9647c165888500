//! The helper processes of `verify`: the same executable, started again in one of two modes.
//!
//! As a launcher it sets its limits, waits until its process group is registered, and becomes the
//! requested program. As a guard it outlives the process that started it, just long enough to kill
//! all remaining process groups.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::io::{self, BufRead, Read};
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::Command;
use std::{env, fs};

use rustix::process::{Pid, Signal, kill_process_group};

use super::resource_limits::ResourceLimits;
use crate::error::{Error, ErrorKind, Result};

/// The first argument of an executable that is started as a helper.
const MARK: &str = "statuscraft-verify-helper";
const LAUNCH: &str = "launch";
const GUARD: &str = "guard";

/// Which executable to start as a helper.
///
/// Another process starts the programs, because only a process that has not yet become the program
/// can set limits without a gap.
#[derive(Clone, Debug)]
pub struct Helper {
    executable: PathBuf,
}

impl Helper {
    /// The running executable, whose `main` must begin with [`serve`].
    ///
    /// # Errors
    ///
    /// If the system doesn't report the executable's path.
    pub fn this_executable() -> io::Result<Self> {
        env::current_exe().map(|executable| Self { executable })
    }

    /// Another executable whose `main` begins with [`serve`], such as `statuscraft` itself.
    pub fn executable(executable: PathBuf) -> Self {
        Self { executable }
    }

    /// The command of a guard.
    pub(in crate::verify) fn guard(&self) -> Command {
        let mut command = Command::new(&self.executable);
        command.args([MARK, GUARD]);
        command
    }

    /// The command that sets limits, waits for a byte of standard input and becomes `words`.
    pub(in crate::verify) fn launcher(&self, limits: ResourceLimits, words: &[String]) -> Command {
        let mut command = Command::new(&self.executable);
        command.args([MARK, LAUNCH]).args(limits.to_words()).args(words);
        command
    }
}

/// If the process was started as a helper, does the helper's work and returns the result: nothing,
/// or an error to print before it exits with a status other than 0. Call it first in the `main` of
/// an executable that verifies.
pub fn serve() -> Option<Result<()>> {
    let mut arguments = env::args_os().skip(1);
    if arguments.next()? != MARK {
        return None;
    }
    match arguments.next()?.to_str()? {
        LAUNCH => Some(Err(launch(arguments))),
        GUARD => {
            guard();
            Some(Ok(()))
        }
        _ => None,
    }
}

/// Returns only if the program can't be started.
fn launch(mut arguments: impl Iterator<Item = OsString>) -> Error {
    let limits = ResourceLimits::from_words(&mut arguments);
    let (Some(limits), Some(program)) = (limits, arguments.next()) else {
        return Error::new(ErrorKind::Proof, "a helper was started with wrong arguments");
    };
    // No byte means that the process that would guard the program has ended.
    let released = io::stdin().read(&mut [0]).is_ok_and(|count| count == 1);
    if !released {
        return Error::new(ErrorKind::Proof, "the process that started this helper has ended");
    }
    let error = match limits.impose() {
        Ok(()) => Command::new(&program).args(arguments).exec(),
        Err(error) => error,
    };
    let message = format!("`{}` can't be started: {error}", program.display());
    Error::new(ErrorKind::Proof, message)
}

/// Reads lines of `+group`, `-group` and `=folder`. At the end of the input, when the other process
/// has ended, kills the groups and removes the folder.
fn guard() {
    let mut groups = BTreeSet::new();
    let mut folder = None;
    for line in io::stdin().lock().lines().map_while(io::Result::ok) {
        let Some((sign, rest)) = line.split_at_checked(1) else { continue };
        match (sign, rest.parse::<i32>()) {
            ("+", Ok(group)) => drop(groups.insert(group)),
            ("-", Ok(group)) => drop(groups.remove(&group)),
            ("=", _) => folder = Some(PathBuf::from(rest)),
            _ => {}
        }
    }
    for group in groups.into_iter().filter_map(Pid::from_raw) {
        let _ = kill_process_group(group, Signal::KILL);
    }
    if let Some(folder) = folder {
        let _ = fs::remove_dir_all(folder);
    }
}
