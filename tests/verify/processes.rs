//! The program leaves no process behind, whatever happens to it.

use std::fs;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process, test_kill_process};

use crate::support::TestTarget;

const PATIENCE: Duration = Duration::from_secs(30);

#[test]
fn nothing_outlives_a_program_that_is_killed() {
    assert_nothing_is_left(Signal::KILL);
}

#[test]
fn nothing_outlives_a_program_that_is_interrupted() {
    assert_nothing_is_left(Signal::INT);
}

fn assert_nothing_is_left(signal: Signal) {
    let target = TestTarget::new().behaviour("sleep");
    let folder = tempfile::tempdir().expect("a folder");
    let mut command = target.command(["410"]);
    let mut process = command.env("TMPDIR", folder.path()).spawn().expect("the program starts");
    assert!(happens(|| target.notes().len() == 2), "{:?}", target.notes());
    let notes = target.notes();
    let pids = notes.iter().map(|note| note["process ".len()..].parse().expect("a number"));
    let pids: Vec<Pid> = pids.map(|pid| Pid::from_raw(pid).expect("a process")).collect();
    assert!(pids.iter().all(|pid| is_alive(*pid)));
    let own = Pid::from_child(&process);
    kill_process(own, signal).expect("the program runs");
    process.wait().expect("it ends");
    assert!(happens(|| !pids.iter().any(|pid| is_alive(*pid))), "a process is left");
    assert!(happens(|| is_empty(folder.path())), "a workspace is left");
}

#[test]
fn memory_is_limited() {
    let outcome = TestTarget::new().behaviour("hoard").run(["410"]);
    assert_eq!(outcome.status, 1, "{outcome}");
    assert!(outcome.stdout.contains("memory allocation of 3221225472 bytes failed"), "{outcome}");
}

#[test]
fn output_is_limited() {
    let outcome = TestTarget::new().behaviour("shout").run(["410"]);
    assert_eq!(outcome.status, 1, "{outcome}");
    assert!(outcome.stdout.contains("it ended before it listened"), "{outcome}");
    assert!(outcome.stdout.contains("SIGXFSZ"), "{outcome}");
    assert!(outcome.stdout.len() < 1 << 20, "{} bytes", outcome.stdout.len());
}

#[test]
fn nothing_outlives_a_run() {
    let target = TestTarget::new().behaviour("right");
    let folder = tempfile::tempdir().expect("a folder");
    let mut command = target.command(["410"]);
    command.env("TMPDIR", folder.path()).output().expect("the program starts");
    assert!(is_empty(folder.path()));
}

#[test]
fn workspaces_stay_if_they_are_to_be_kept() {
    let target = TestTarget::new().behaviour("right");
    let folder = tempfile::tempdir().expect("a folder");
    let kept = folder.path().join("kept");
    let outcome = target.run(["410", "--keep", kept.to_str().expect("a path in UTF-8")]);
    assert!(outcome.stderr.contains("kept"), "{outcome}");
    let program = kept.join("sample-410-0/work/program.txt");
    assert!(fs::read_to_string(program).expect("a program").contains("Gone"));
}

/// Waits for a while until it is true.
fn happens(it: impl Fn() -> bool) -> bool {
    let end = Instant::now() + PATIENCE;
    while Instant::now() < end {
        if it() {
            return true;
        }
        thread::sleep(Duration::from_millis(10));
    }
    false
}

fn is_empty(folder: &Path) -> bool {
    fs::read_dir(folder).expect("a folder").next().is_none()
}

/// Whether a process runs. A process that has ended may stay in the table until its parent waits
/// for it.
fn is_alive(pid: Pid) -> bool {
    if test_kill_process(pid).is_err() {
        return false;
    }
    let state = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    !state.rsplit(')').next().is_some_and(|rest| rest.trim_start().starts_with('Z'))
}
