//! Every example as a reader sees it: `snapshots/snippets/<target>/<code>.snap`.
//!
//! `INSTA_GLOB_FILTER='*/flask/*' cargo test snippets` checks only one target.

use std::collections::BTreeSet;
use std::fs;

use statuscraft::{ErrorKind, Form, Generator, Options};

use crate::support::{self, snapshots, with_snapshots};

#[test]
fn every_pair_prints_what_its_snapshot_shows() {
    let generator = Generator::new();
    insta::glob!("../snippet-templates", "*/target.yaml", |path| {
        let id = path.parent().and_then(|folder| folder.file_name()).expect("a target's folder");
        let target = generator.target(&id.to_string_lossy()).expect("a target");
        with_snapshots(&format!("snippets/{}", target.id()), || {
            for status in generator.statuses().expect("a catalogue") {
                match generator.snippet(status, &target, &Options::default()) {
                    Ok(snippet) => insta::assert_snapshot!(status.code.to_string(), snippet.text),
                    Err(error) => assert_eq!(error.kind(), ErrorKind::Unsupported, "{error}"),
                }
            }
        });
    });
}

#[test]
fn snapshots_and_pairs_are_the_same_set() {
    let generator = Generator::new();
    let mut pairs = BTreeSet::new();
    for target in generator.targets().expect("targets") {
        for status in generator.statuses().expect("a catalogue") {
            if generator.snippet(status, &target, &Options::default()).is_ok() {
                pairs.insert(format!("{}/{}.snap", target.id(), status.code));
            }
        }
    }
    let mut files = BTreeSet::new();
    for folder in fs::read_dir(snapshots("snippets")).expect("snapshots") {
        let folder = folder.expect("a folder");
        for file in fs::read_dir(folder.path()).expect("snapshots of a target") {
            let name = file.expect("a file").file_name().to_string_lossy().into_owned();
            // A new snapshot under review doesn't count.
            if name.ends_with(".snap.new") {
                continue;
            }
            files.insert(format!("{}/{name}", folder.file_name().to_string_lossy()));
        }
    }
    let different: Vec<_> = pairs.symmetric_difference(&files).collect();
    assert!(
        different.is_empty(),
        "a pair without a snapshot, or a snapshot without a pair: {different:?}"
    );
}

#[test]
fn every_pair_looks_tidy() {
    for_every_pair(Form::Program, |name, text| {
        assert!(text.ends_with('\n') && !text.ends_with("\n\n"), "{name}: the end of the file");
        assert!(!text.starts_with('\n'), "{name}: the start of the file");
        assert!(!text.contains("\n\n\n\n"), "{name}: three empty lines");
        assert!(
            text.lines().all(|line| line.trim_end() == line),
            "{name}: space at the end of a line"
        );
    });
}

#[test]
fn the_handler_form_is_a_part_of_the_program() {
    let generator = Generator::new();
    for_every_pair(Form::Handler, |name, handler| {
        let (target, code) = name.split_once('/').expect("a pair");
        let status = generator.status(code).expect("a status");
        let target = generator.target(target).expect("a target");
        let program =
            generator.snippet(status, &target, &Options::default()).expect("a program").text;
        let trimmed = |text: &str| {
            text.lines()
                .map(str::trim)
                .filter(|line| !line.is_empty())
                .collect::<Vec<_>>()
                .join("\n")
        };
        assert!(!handler.trim().is_empty(), "{name}: empty");
        assert!(trimmed(&program).contains(&trimmed(handler)), "{name}: not a part of the program");
        assert!(!handler.starts_with([' ', '\t', '\n']), "{name}: indented");
    });
}

/// Calls `check` with `target/code` and the text of every pair's default example.
fn for_every_pair(form: Form, check: impl Fn(&str, &str)) {
    let generator = Generator::new();
    let options = Options { form, ..Options::default() };
    for target in generator.targets().expect("targets") {
        for status in generator.statuses().expect("a catalogue") {
            if let Ok(snippet) = generator.snippet(status, &target, &options) {
                check(&format!("{}/{}", target.id(), status.code), &snippet.text);
            }
        }
    }
}

#[test]
fn an_unofficial_code_names_its_users() {
    let outcome = support::statuscraft(["419", "flask"]);
    assert!(outcome.stdout.contains("419"), "{outcome}");
    let said = "note: 419 is not registered by IANA; it is used by ";
    assert!(outcome.stderr.starts_with(said), "{outcome}");
    assert_eq!(outcome.status, 0, "{outcome}");
}

#[test]
fn a_sentence_that_explains_two_deviations_is_printed_once() {
    let page = support::statuscraft(["408", "express", "--format", "markdown"]).stdout;
    assert_eq!(page.matches("because Node.js writes it before Express").count(), 1, "{page}");
}
