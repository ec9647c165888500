//! A process that is killed at any moment leaves every document complete.

use std::fs;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::support::{Docs, files_below};

const FILES: usize = 200;
const KILLS: u32 = 8;

/// A document whose old and new content can be distinguished.
fn stale(number: usize) -> String {
    format!(
        "# {number}\n\n<!-- statuscraft 404 flask -->\n{}\n<!-- /statuscraft 3ac8ecd8 -->\n\nend {number}\n",
        "old\n".repeat(300)
    )
}

fn name(number: usize) -> String {
    format!("{}/{number}.md", number % 10)
}

#[test]
fn every_document_is_the_old_or_the_new_one() {
    let docs = Docs::new();
    let write = || (0..FILES).for_each(|number| docs.write(&name(number), stale(number)));
    write();
    assert_eq!(docs.run(["update", "."]).status, 0);
    let fresh: Vec<_> = (0..FILES).map(|number| docs.read(&name(number))).collect();
    let mut cut_short = 0;
    for kill in 0..KILLS {
        write();
        let mut child = Command::new(env!("CARGO_BIN_EXE_statuscraft"))
            .args(["update", "."])
            .current_dir(docs.folder())
            .stdout(Stdio::null())
            .spawn()
            .expect("the program starts");
        std::thread::sleep(Duration::from_millis(u64::from(10 + 12 * kill)));
        // On Unix this is SIGKILL, which can't be handled.
        child.kill().expect("a signal");
        child.wait().expect("an end");
        let mut updated = 0;
        for (number, fresh) in fresh.iter().enumerate() {
            let text = fs::read_to_string(docs.path(&name(number))).expect("a document");
            updated += usize::from(&text == fresh);
            assert!(&text == fresh || text == stale(number), "{}: torn", name(number));
        }
        cut_short += usize::from(updated < FILES);
    }
    assert!(cut_short > 0, "no process was killed while it worked");
    assert_eq!(docs.run(["update", "."]).status, 0);
    assert_eq!(temporary(&docs), Vec::<String>::new());
}

fn temporary(docs: &Docs) -> Vec<String> {
    let names = files_below(docs.folder()).into_keys();
    names.filter(|name| name.contains(".statuscraft-")).collect()
}

#[test]
fn files_of_killed_processes_are_removed_and_nothing_else() {
    let left = "a/.statuscraft-aB3dE6gH.tmp";
    let others =
        ["a/.statuscraft-notes.tmp", "a/.statuscraft-aB3dE6gH", "b/statuscraft-aB3dE6gH.tmp"];
    let docs = others.iter().fold(Docs::new(), |docs, name| docs.file(name, "mine"));
    let docs = docs.file("a/page.md", "# No region\n").file(left, "torn");
    // `check` writes nothing and removes nothing.
    assert_eq!(docs.run(["check", "."]).status, 0);
    assert!(docs.path(left).exists());
    // A file that another process writes is locked.
    let lock = fs::File::options().write(true).open(docs.path(left)).expect("a file");
    lock.lock().expect("a lock");
    assert_eq!(docs.run(["update", "."]).status, 0);
    assert!(docs.path(left).exists());
    drop(lock);
    assert_eq!(docs.run(["update", "a/page.md"]).status, 0);
    assert!(!docs.path(left).exists());
    for name in others {
        assert_eq!(docs.read(name), "mine");
    }
}

#[cfg(unix)]
#[test]
fn temporary_files_beside_the_target_of_a_link_are_removed() {
    let left = "far/.statuscraft-aB3dE6gH.tmp";
    let docs = Docs::new().file("far/page.md", "# No region\n").file(left, "torn");
    std::os::unix::fs::symlink("far/page.md", docs.path("near.md")).expect("a link");
    assert_eq!(docs.run(["update", "near.md"]).status, 0);
    assert!(!docs.path(left).exists());
}
