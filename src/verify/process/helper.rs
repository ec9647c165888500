//! The other side of `verify`: the same executable, started again in one of two modes.
//!
//! As a launcher it limits itself, waits until its process group is guarded, and becomes the
//! program that it was asked to start. As a guard it outlives the process that started it just long
//! enough to kill every process group that is left.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::io::{self, BufRead, Read};
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::Command;
use std::{env, fs};

use rustix::process::{Pid, Signal, kill_process_group};

use super::quota::Quota;
use crate::error::{Error, ErrorKind, Result};

/// The first argument of an executable that is started as a helper.
const MARK: &str = "statuscraft-verify-helper";
const LAUNCH: &str = "launch";
const GUARD: &str = "guard";

/// Which executable to start as a helper.
///
/// Programs are never started by the proving process itself, because only a process that has not
/// begun to run the program can limit it without a gap.
#[derive(Clone, Debug)]
pub struct Helper {
    executable: PathBuf,
}

impl Helper {
    /// The running executable, whose `main` must begin with [`serve`].
    ///
    /// # Errors
    ///
    /// If the system doesn't tell where the executable is.
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

    /// The command that limits itself, waits for a byte of standard input and becomes `words`.
    pub(in crate::verify) fn launcher(&self, quota: Quota, words: &[String]) -> Command {
        let mut command = Command::new(&self.executable);
        command.args([MARK, LAUNCH]).args(quota.to_words()).args(words);
        command
    }
}

/// Does a helper's work if the process was started as one, and returns what came of it: nothing, or
/// an error to print before leaving with a status that isn't 0. Call it first thing in the `main`
/// of an executable that verifies.
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
    let quota = Quota::from_words(&mut arguments);
    let (Some(quota), Some(program)) = (quota, arguments.next()) else {
        return Error::new(ErrorKind::Proof, "a helper was started with wrong arguments");
    };
    // No byte means that the process which would guard the program is gone.
    let released = io::stdin().read(&mut [0]).is_ok_and(|count| count == 1);
    if !released {
        return Error::new(ErrorKind::Proof, "the process that needed a helper is gone");
    }
    let error = match quota.impose() {
        Ok(()) => Command::new(&program).args(arguments).exec(),
        Err(error) => error,
    };
    let message = format!("`{}` can't be started: {error}", program.display());
    Error::new(ErrorKind::Proof, message)
}

/// Reads lines of `+group`, `-group` and `=folder`. At the end of the input, which comes when the
/// other process has ended in whatever way, kills the groups and removes the folder.
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
