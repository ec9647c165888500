//! A process that is killed at any moment leaves every document whole.

use std::fs;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::support::Docs;

const FILES: usize = 200;
const KILLS: u32 = 8;

/// A document of which each state can be told from the other.
fn stale(number: usize) -> String {
    format!(
        "# {number}\n\n<!-- statuscraft 404 flask -->\n{}\n<!-- /statuscraft -->\n\nend {number}\n",
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
        // On Unix this is SIGKILL, which nobody can handle.
        child.kill().expect("a signal");
        child.wait().expect("an end");
        let mut renewed = 0;
        for (number, fresh) in fresh.iter().enumerate() {
            let text = fs::read_to_string(docs.path(&name(number))).expect("a document");
            renewed += usize::from(&text == fresh);
            assert!(&text == fresh || text == stale(number), "{}: torn", name(number));
        }
        cut_short += usize::from(renewed < FILES);
    }
    assert!(cut_short > 0, "no process was killed while it worked");
}
