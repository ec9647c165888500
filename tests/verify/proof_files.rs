//! Files that proofs are kept in: a lock, and what went over the wire.

use std::fs;

use crate::support::TestTarget;

#[test]
fn a_proof_in_the_lock_is_not_repeated_until_something_changes() {
    let folder = tempfile::tempdir().expect("a folder");
    let lock = folder.path().join("proofs.lock");
    let lock = lock.to_str().expect("a path in UTF-8");
    let target = TestTarget::new().behaviour("right");
    target.run(["410", "--lock", lock, "--update-lock"]);
    let text = fs::read_to_string(lock).expect("the lock");
    assert!(text.contains("\nsample 410 - default json "), "{text}");
    // Nothing is remembered in another cache folder.
    let run = |behaviour: &str, more: &[&str]| {
        let arguments = ["410", "--lock", lock].into_iter().chain(more.iter().copied());
        TestTarget::new().behaviour(behaviour).run(arguments)
    };
    assert_eq!(run("right", &[]).to_string(), "1 of 1 pairs proven, 1 from earlier runs\n");
    assert_eq!(run("right", &["--fresh"]).to_string(), "1 of 1 pairs proven\n");
    let repeated = (0..10).filter(|number| {
        let outcome = run("right", &["--rotate", &number.to_string()]);
        outcome.to_string() == "1 of 1 pairs proven\n"
    });
    assert_eq!(repeated.count(), 1);
    assert_eq!(run("mislead", &[]).status, 1, "its key is another one");
    run("mislead", &["--update-lock"]);
    assert!(!fs::read_to_string(lock).expect("the lock").contains("sample"));
}

#[test]
fn what_goes_over_the_wire_is_written_and_compared() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().to_str().expect("a path in UTF-8");
    let target = TestTarget::new().behaviour("right");
    target.run(["410", "--record", path]);
    let file = folder.path().join("sample/410.http");
    let text = fs::read_to_string(&file).expect("the record");
    assert!(
        text.starts_with("> GET /endpoint HTTP/1.1\n> Host: 127.0.0.1:8000\n> \n< HTTP/1.1 410 "),
        "{text}"
    );
    assert_eq!(target.run(["410", "--check-record", path]).status, 0);
    fs::write(&file, text.replace(" 410 ", " 411 ")).expect("a file");
    let outcome = target.run(["410", "--check-record", path]);
    assert_eq!(outcome.status, 1, "{outcome}");
    assert!(
        outcome.stderr.contains("410.http:4: expected `< HTTP/1.1 411 X`, got `< HTTP/1.1 410 X`"),
        "{outcome}"
    );
}

#[test]
fn a_lock_knows_which_deviations_were_seen() {
    let folder = tempfile::tempdir().expect("a folder");
    let lock = folder.path().join("proofs.lock");
    let lock = lock.to_str().expect("a path in UTF-8");
    let target = TestTarget::new().behaviour("right");
    target.run(["410", "--lock", lock, "--update-lock"]);
    let text = fs::read_to_string(lock).expect("the lock").trim_end().to_owned() + " an-edge\n";
    fs::write(lock, text).expect("a file");
    let outcome = target.run(["410", "--lock", lock, "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&outcome.stdout).expect("JSON");
    assert_eq!(report["proofs"][0]["deviations"][0], "an-edge", "{outcome}");
}

#[test]
fn what_the_lock_has_is_not_compared_with_records() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().to_str().expect("a path in UTF-8");
    let lock = folder.path().join("proofs.lock");
    let lock = lock.to_str().expect("a path in UTF-8");
    let target = TestTarget::new().behaviour("right");
    assert_eq!(target.run(["410", "--check-record", path]).status, 1, "nothing is recorded");
    let again = target.run(["410", "--check-record", path]);
    assert_eq!(again.status, 1, "it is not remembered that it is proven: {again}");
    target.run(["410", "--lock", lock, "--update-lock"]);
    assert_eq!(target.run(["410", "--check-record", path, "--lock", lock]).status, 0);
}

#[test]
fn the_parts_are_the_whole() {
    let target = TestTarget::new().behaviour("right");
    let run = |part: &str| target.run(["403", "404", "410", "--shard", part]).to_string();
    assert_eq!(run("1/2"), "2 of 2 pairs proven\n");
    assert_eq!(run("2/2"), "1 of 1 pairs proven\n");
    let outcome = target.run(["410", "--shard", "3/2"]);
    assert_eq!(outcome.status, 2, "{outcome}");
}
