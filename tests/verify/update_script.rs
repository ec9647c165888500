//! `tests/proofs/update` with a program that only writes down how it was called.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use crate::support::{Outcome, Overlay, root};

const TABLE: &str = "| the last table |\n";

/// Writes each call and what the variable with overlays holds into `calls`.
const PROGRAM: &str = r#"#!/bin/sh
echo "${STATUSCRAFT_OVERLAY:-} ${STATUSCRAFT_TRUST:-} $*" >>calls
case "$*" in
  'list targets') echo 'flask    Python (Flask)  Flask 3.1' ;;
  *markdown) echo '| a new table |'; exit "$TABLE_STATUS" ;;
esac
"#;

/// A clone with the targets `flask`, which the program knows, `falcon`, which it doesn't, and a client.
fn clone() -> Overlay {
    let script = |name: &str| fs::read(root().join("tests/proofs").join(name)).expect("a script");
    let clone = Overlay::new()
        .file("tests/proofs/update", script("update"))
        .file("tests/proofs/servers", script("servers"))
        .file("snippet-templates/flask/target.yaml", "")
        .file("snippet-templates/falcon/target.yaml", "")
        .file("snippet-templates/curl/target.yaml", "role: client\n")
        .file("CONFORMANCE.md", TABLE)
        .file("program", PROGRAM);
    for name in ["tests/proofs/update", "tests/proofs/servers", "program"] {
        let mode = fs::Permissions::from_mode(0o755);
        fs::set_permissions(clone.path().join(name), mode).expect("a script that runs");
    }
    clone
}

fn update(clone: &Overlay, program: &str, targets: &[&str], table_status: &str) -> Outcome {
    let output = Command::new(clone.path().join("tests/proofs/update"))
        .args(targets)
        .env("STATUSCRAFT", program)
        .env("TABLE_STATUS", table_status)
        .env_remove("STATUSCRAFT_OVERLAY")
        .env_remove("STATUSCRAFT_TRUST")
        .output()
        .expect("the script starts");
    Outcome::of(output)
}

fn read(clone: &Overlay, name: &str) -> String {
    fs::read_to_string(clone.path().join(name)).unwrap_or_default()
}

#[test]
fn without_the_program_it_stops_and_leaves_the_table() {
    let clone = clone();
    let outcome = update(&clone, "./missing", &["flask"], "0");
    assert!(outcome.status == 2 && outcome.stderr.contains("cargo build --release"), "{outcome}");
    assert_eq!(read(&clone, "CONFORMANCE.md"), TABLE);
    let outcome = update(&clone, "./program", &["flsk"], "0");
    assert!(outcome.status == 2 && outcome.stderr.contains("no target flsk"), "{outcome}");
    assert_eq!(read(&clone, "CONFORMANCE.md"), TABLE);
}

#[test]
fn only_a_whole_table_replaces_the_last_one() {
    for (status, kept) in [("0", false), ("1", false), ("2", true)] {
        let clone = clone();
        let outcome = update(&clone, "./program", &["flask"], status);
        assert_eq!(outcome.status == 0, status == "0", "{outcome}");
        assert_eq!(read(&clone, "CONFORMANCE.md") == TABLE, kept, "{outcome}");
        let names = fs::read_dir(clone.path()).expect("the clone");
        let names = names.map(|entry| entry.expect("an entry").file_name());
        assert_eq!(names.filter(|it| it.to_string_lossy().starts_with("CONF")).count(), 1);
    }
}

#[test]
fn a_target_that_the_program_does_not_know_comes_from_the_clone() {
    let (known, unknown, client) = (clone(), clone(), clone());
    update(&known, "./program", &["flask"], "0");
    update(&unknown, "./program", &["falcon"], "0");
    update(&client, "./program", &["curl"], "0");
    let calls = read(&known, "calls");
    assert!(calls.contains("  verify --require-all --trust --overlay tests/fixtures/house --lock"));
    let calls = unknown.anonymous(&read(&unknown, "calls"));
    let proofs: Vec<_> = calls.lines().filter(|line| line.contains("verify")).collect();
    assert_eq!(proofs.len(), 7, "{calls}");
    assert!(proofs.iter().all(|line| line.starts_with("OVERLAY 1 verify ")), "{calls}");
    assert!(calls.contains(" --overlay OVERLAY --overlay tests/fixtures/house "), "{calls}");
    let calls = read(&client, "calls");
    assert_eq!(calls.matches("verify").count(), 2, "all servers, and the table: {calls}");
}
