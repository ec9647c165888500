use std::fs;

use statuscraft::ErrorKind;
use statuscraft::site::Settings;
use tempfile::TempDir;

use super::{files, made, write};
use crate::support::{Overlay, files_below, statuscraft};

fn small() -> Settings {
    Settings { targets: vec!["go".into()], ..Settings::default() }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    assert_eq!(made(&small()), made(&small()));
}

#[test]
fn a_second_run_touches_nothing() {
    let folder = TempDir::new().expect("a folder");
    let first = write(folder.path(), &small()).expect("a site");
    let state = || -> Vec<_> {
        let files = files_below(folder.path()).into_values();
        files
            .map(|path| fs::metadata(&path).and_then(|it| it.modified()).expect("a time"))
            .collect()
    };
    let before = state();
    let second = write(folder.path(), &small()).expect("a site");
    assert_eq!((second.written, second.removed, second.untouched), (0, 0, first.written));
    assert_eq!(state(), before);
}

#[test]
fn removed_files_are_restored_and_files_no_longer_needed_are_removed() {
    let folder = TempDir::new().expect("a folder");
    let both = Settings { targets: vec!["go".into(), "php".into()], ..Settings::default() };
    write(folder.path(), &both).expect("a site");
    fs::write(folder.path().join("mine.html"), "mine").expect("a file of mine");
    fs::remove_file(folder.path().join("codes/404.html")).expect("removed");
    let again = write(folder.path(), &both).expect("a site");
    assert_eq!((again.written, again.removed), (1, 0));
    write(folder.path(), &small()).expect("a site");
    let found = files(folder.path());
    assert!(!found.contains_key("frameworks/php.html"));
    assert_eq!(found["mine.html"], "mine");
    assert!(!found["codes/404.html"].contains("PHP"));
}

#[test]
fn an_edit_by_hand_is_found_and_refused() {
    let folder = TempDir::new().expect("a folder");
    write(folder.path(), &small()).expect("a site");
    let page = folder.path().join("index.html");
    fs::write(&page, "by hand").expect("an edit");
    let error = write(folder.path(), &small()).expect_err("an edited file");
    assert_eq!(error.kind(), ErrorKind::Conflict);
    assert_eq!(fs::read_to_string(&page).expect("a page"), "by hand");
}

#[test]
fn a_changed_overlay_changes_the_site() {
    let folder = TempDir::new().expect("a folder");
    write(folder.path(), &small()).expect("a site");
    let overlay = Overlay::new().file("page-templates/robots.txt", "User-agent: *\nDisallow: /\n");
    let generator = overlay.generator();
    let done =
        statuscraft::site::write(&generator, &small(), folder.path(), false).expect("a site");
    assert_eq!((done.written, done.removed), (1, 0));
    assert_eq!(files(folder.path())["robots.txt"], "User-agent: *\nDisallow: /\n");
}

#[test]
fn invalid_settings_are_reported() {
    let folder = TempDir::new().expect("a folder");
    let out = folder.path().to_str().expect("UTF-8");
    let told = [
        vec!["--target", "flsk"],
        vec!["--base-url", "example.org"],
        vec!["--base-url", "https://"],
        vec!["--pairs", "some"],
    ]
    .into_iter()
    .map(|words| {
        let outcome = statuscraft(["site", "--out", out].into_iter().chain(words.iter().copied()));
        format!("$ statuscraft site {}\n{outcome}", words.join(" "))
    })
    .collect::<Vec<_>>()
    .join("\n");
    crate::support::with_snapshots("site", || insta::assert_snapshot!("refused", told));
    assert!(files(folder.path()).is_empty());
}
