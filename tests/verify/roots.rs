//! The root of a newer Debian suite, which a script makes before a target's programs are looked for.

use std::fs;

use crate::support::TestTarget;

const MAKE: &str = "data/servers/runtime/root/make";
/// A root with one program, which says that it is from there.
const SMALL: &str = "[ ! -e \"$1\" ] || exit 0
mkdir -p \"$1/bin\" && echo made >>\"$1/times\"
printf 'tool\\t1\\n' >\"$1/packages.txt\"
printf '#!/bin/sh\\necho tool of the root\\n' >\"$1/bin/tool\" && chmod +x \"$1/bin/tool\"
";
const WANTS: &str = "root: true
path: ['{root}/bin']
requires: [{program: tool, version: [--version], package: tool}]
setup: [[tool], [cp, '{shared}/root/make', '{root}/times', .]]";

fn target(make: &str) -> TestTarget {
    TestTarget::new().behaviour("right").file(MAKE, make).verify(WANTS)
}

#[test]
fn programs_of_the_root_are_found_and_run() {
    let target = target(SMALL);
    let outcome = target.run(["410", "--format", "json"]);
    assert!(outcome.stdout.contains("tool of the root"), "{outcome}");
    assert_eq!(target.run(["410"]).status, 0);
    let again = target.run(["410"]);
    assert_eq!(again.to_string(), "1 of 1 pairs proven, 1 from earlier runs\n");
}

#[test]
fn a_proof_is_void_when_something_else_is_installed_in_the_root() {
    let target = target(SMALL);
    target.run(["410"]);
    let caches = fs::read_dir(target.cache()).expect("a cache folder").flatten();
    let root = caches
        .map(|entry| entry.path().join("packages.txt"))
        .find(|packages| packages.exists())
        .expect("a root that says what is installed");
    assert_eq!(fs::read_to_string(&root).expect("a list"), "tool\t1\n");
    fs::write(&root, "tool\t2\n").expect("a list");
    let outcome = target.run(["410"]);
    assert_eq!(outcome.to_string(), "1 of 1 pairs proven\n");
}

#[test]
fn a_root_that_cannot_be_made_is_a_missing_toolchain() {
    let outcome =
        target("echo progress\necho 'make: only root can make it' >&2\nexit 1\n").run(["410"]);
    assert_eq!(
        outcome.to_string(),
        "sample: toolchain missing: the root of a newer Debian suite: make: only root can make it\n\n\
         0 of 1 pairs proven, 1 without their toolchain\n"
    );
}

#[test]
fn no_root_is_made_for_a_target_that_wants_none() {
    let target = TestTarget::new().behaviour("right").file(MAKE, "exit 1\n");
    assert_eq!(target.run(["410"]).to_string(), "1 of 1 pairs proven\n");
}

#[test]
fn a_server_may_require_a_program_of_the_root_by_its_path() {
    let servers = "servers: [{id: one, title: One, root: true, requires: [{program: '{root}/bin/tool', version: ['{root}/times'], package: tool}]}]";
    let target = TestTarget::new().behaviour("right").file(MAKE, SMALL).verify(servers);
    let report: serde_json::Value =
        serde_json::from_str(&target.run(["410", "--format", "json"]).stdout).expect("JSON");
    assert_eq!(report["proofs"][0]["verdict"], "proven");
    let tool = &report["targets"][0]["toolchain"][0];
    assert_eq!(tool["program"], "{root}/bin/tool", "its place differs between machines");
    assert_eq!(tool["version"], "tool of the root");
}
