//! Set-ups and compilers.

use std::fs;
use std::path::PathBuf;
use std::process::Stdio;
use std::thread;
use std::time::Duration;

use crate::support::TestTarget;

fn with_set_up(way: &str) -> TestTarget {
    TestTarget::new()
        .verify("setup: [['{test_binary}', 'verify::test_programs::set_up', --exact]]")
        .verify(&format!("env: {{SAMPLE_PROGRAM: program.txt, SAMPLE_BEHAVIOUR: right, SAMPLE_SET_UP: {way}, SAMPLE_NOTES: '{{cache}}/../../notes'}}"))
        .file("snippet-templates/sample/runtime/list.lock", "one\n")
}

/// The folder that the set-up has filled.
fn filled(target: &TestTarget) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(target.cache().join("runtimes")) else { return Vec::new() };
    let folders = entries.map(|entry| entry.expect("an entry").path());
    folders.filter(|path| path.is_dir()).collect()
}

#[test]
fn a_set_up_is_done_once_per_input() {
    let target = with_set_up("well");
    for arguments in [["410", "--fresh"], ["451", "--fresh"]] {
        target.run(arguments);
    }
    assert_eq!(target.notes(), ["set-up"]);
    let folders = filled(&target);
    assert_eq!(folders.len(), 1);
    assert_eq!(fs::read_to_string(folders[0].join("installed")).expect("a file"), "one\n");
    let changed = target.file("snippet-templates/sample/runtime/list.lock", "two\n");
    assert_eq!(changed.run(["410"]).to_string(), "1 of 1 pairs proven\n");
    assert_eq!(changed.notes(), ["set-up", "set-up"]);
    assert_eq!(filled(&changed).len(), 2);
}

#[test]
fn what_earlier_runs_have_left_is_removed_before_programs_run() {
    let target = with_set_up("well").verify("tidy: [[rm, -f, '{cache}/left']]");
    target.run(["410"]);
    let left = filled(&target)[0].join("left");
    fs::write(&left, "").expect("a file");
    assert_eq!(target.run(["410"]).to_string(), "1 of 1 pairs proven, 1 from earlier runs\n");
    assert!(left.exists(), "nothing ran");
    target.run(["410", "--fresh"]);
    assert!(!left.exists());
}

#[test]
fn a_failed_set_up_is_reported_and_tried_again() {
    let target = with_set_up("fail");
    for _ in 0..2 {
        let outcome = target.run(["410"]);
        assert_eq!(outcome.status, 1, "{outcome}");
        assert!(outcome.stdout.contains("FAILED: set-up"), "{outcome}");
        assert!(outcome.stdout.contains("the set-up fails on purpose"), "{outcome}");
    }
    assert_eq!(target.notes(), ["set-up", "set-up"]);
}

#[test]
fn a_set_up_that_was_killed_is_never_used() {
    let target = with_set_up("hang");
    let mut process = target.command(["410"]).spawn().expect("the program starts");
    while !filled(&target).iter().any(|folder| folder.join("installed").exists()) {
        thread::sleep(Duration::from_millis(10));
    }
    process.kill().expect("the program runs");
    process.wait().expect("the program has ended");
    let left = filled(&target)[0].join("left-over");
    fs::write(&left, "").expect("a file");
    // The same set-up with other effects: the folder's name depends on the words of the commands.
    let mut process = target.command(["410"]).spawn().expect("the program starts");
    while left.exists() {
        thread::sleep(Duration::from_millis(10));
    }
    process.kill().expect("the program runs");
    process.wait().expect("the program has ended");
}

#[test]
fn two_runs_share_one_set_up() {
    let target = with_set_up("well");
    let start = |_| target.command(["410"]).stdout(Stdio::piped()).spawn().expect("a process");
    for process in [0, 1].map(start) {
        assert!(process.wait_with_output().expect("it ends").status.success());
    }
    assert_eq!(target.notes(), ["set-up"]);
}

#[test]
fn programs_are_compiled_together_and_faulty_ones_are_separated() {
    let target = TestTarget::new()
        .behaviour("compiled")
        .verify("compile: ['{test_binary}', 'verify::test_programs::compiler', --exact]");
    let outcome = target.run(["403", "404", "410"]);
    assert_eq!(outcome.status, 1, "{outcome}");
    assert!(outcome.stdout.contains("sample 410: FAILED: compiles"), "{outcome}");
    assert!(outcome.stdout.contains("program.txt:2 is "), "{outcome}");
    assert!(outcome.stdout.ends_with("2 of 3 pairs proven, 1 failed\n"), "{outcome}");
    assert_eq!(target.notes(), ["compiles 3", "compiles 2"]);
}
