//! Folders of generated files: which are written, which are removed and which are not touched.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::thread;

use statuscraft::generated::{FolderUpdate, Summary};
use statuscraft::{ErrorKind, Origin, Result};
use tempfile::TempDir;

use crate::support::{files_below, with_snapshots};

const MANIFEST: &str = "statuscraft.lock.json";

fn folder() -> TempDir {
    TempDir::new().expect("a temporary folder")
}

fn put(mut folder: FolderUpdate, files: &[(&str, &str)]) -> FolderUpdate {
    for (path, text) in files {
        folder.add(path, text.as_bytes().to_vec()).expect("a place");
    }
    folder
}

fn write(root: &Path, files: &[(&str, &str)]) -> Result<Summary> {
    put(FolderUpdate::write(root)?, files).commit(false)
}

fn force(root: &Path, files: &[(&str, &str)]) -> Result<Summary> {
    put(FolderUpdate::write(root)?, files).commit(true)
}

fn differences(root: &Path, files: &[(&str, &str)]) -> Vec<String> {
    let mut folder = put(FolderUpdate::compare(root).expect("a manifest"), files);
    folder.differences().expect("differences").iter().map(ToString::to_string).collect()
}

/// Every file below a folder and its text, except the manifest.
fn content(root: &Path) -> BTreeMap<String, String> {
    files_below(root)
        .into_iter()
        .filter(|(_, path)| !path.ends_with(MANIFEST))
        .map(|(name, path)| (name, fs::read_to_string(path).expect("text")))
        .collect()
}

fn map(files: &[(&str, &str)]) -> BTreeMap<String, String> {
    files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

/// Metadata that changes when a file is replaced or written to.
#[cfg(unix)]
fn identity(path: &Path) -> (u64, std::time::SystemTime) {
    use std::os::unix::fs::MetadataExt;
    let it = fs::metadata(path).expect("a file");
    (it.ino(), it.modified().expect("a time"))
}

#[test]
fn a_new_folder_gets_every_file_and_a_manifest() {
    let out = folder();
    let files = [("b/c.txt", "two\n"), ("a.txt", "one\n")];
    let summary = write(&out.path().join("x/y"), &files).expect("written");
    assert_eq!((summary.written, summary.removed, summary.untouched), (2, 0, 0));
    assert_eq!(content(&out.path().join("x/y")), map(&files));
    let manifest = fs::read_to_string(out.path().join("x/y").join(MANIFEST)).expect("a manifest");
    with_snapshots("export", || insta::assert_snapshot!("manifest", manifest));
}

#[cfg(unix)]
#[test]
fn correct_files_are_not_touched() {
    let out = folder();
    write(out.path(), &[("a", "1"), ("b", "2")]).expect("written");
    let paths = ["a", MANIFEST].map(|name| out.path().join(name));
    let before = paths.each_ref().map(|path| identity(path));
    let summary = write(out.path(), &[("a", "1"), ("b", "2")]).expect("written");
    assert_eq!((summary.written, summary.untouched), (0, 2));
    assert_eq!(paths.each_ref().map(|path| identity(path)), before);
    let summary = write(out.path(), &[("a", "1"), ("b", "new")]).expect("written");
    assert_eq!((summary.written, summary.untouched), (1, 1));
    assert_eq!(identity(&paths[0]), before[0]);
    assert_eq!(content(out.path()), map(&[("a", "1"), ("b", "new")]));
}

#[cfg(unix)]
#[test]
fn a_file_keeps_its_permissions() {
    use std::os::unix::fs::PermissionsExt;
    let out = folder();
    write(out.path(), &[("a", "1")]).expect("written");
    let path = out.path().join("a");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o750)).expect("permissions");
    write(out.path(), &[("a", "2")]).expect("written");
    assert_eq!(fs::metadata(&path).expect("a file").permissions().mode() & 0o777, 0o750);
}

#[test]
fn files_no_longer_needed_are_removed_and_foreign_files_stay() {
    let out = folder();
    write(out.path(), &[("keep", "1"), ("x/y/gone", "2"), ("z/gone", "3")]).expect("written");
    fs::write(out.path().join("z/theirs"), "4").expect("a file");
    fs::write(out.path().join("theirs"), "5").expect("a file");
    let summary = write(out.path(), &[("keep", "1")]).expect("written");
    assert_eq!((summary.written, summary.removed, summary.untouched), (0, 2, 1));
    assert_eq!(content(out.path()), map(&[("keep", "1"), ("theirs", "5"), ("z/theirs", "4")]));
    assert!(!out.path().join("x").exists(), "an empty folder stays");
    let summary = write(out.path(), &[("keep", "1")]).expect("written");
    assert_eq!((summary.written, summary.removed), (0, 0));
}

#[test]
fn an_edited_file_is_only_overwritten_with_force() {
    let out = folder();
    write(out.path(), &[("a", "1"), ("b", "2"), ("c", "3")]).expect("written");
    fs::write(out.path().join("a"), "by hand").expect("a file");
    fs::write(out.path().join("b"), "by hand").expect("a file");
    let error = write(out.path(), &[("a", "new"), ("c", "new")]).expect_err("a conflict");
    assert_eq!(error.kind(), ErrorKind::Conflict);
    let told = error.to_string().replace(&out.path().display().to_string(), "OUT");
    assert_eq!(
        told,
        "OUT/a: was edited after it was generated, and one more is in conflict; nothing has been \
         written"
    );
    assert_eq!(content(out.path()), map(&[("a", "by hand"), ("b", "by hand"), ("c", "3")]));
    force(out.path(), &[("a", "new"), ("c", "new")]).expect("written");
    assert_eq!(content(out.path()), map(&[("a", "new"), ("c", "new")]));
}

#[test]
fn an_edit_that_makes_a_file_correct_is_accepted() {
    let out = folder();
    write(out.path(), &[("a", "1")]).expect("written");
    fs::write(out.path().join("a"), "2").expect("a file");
    assert_eq!(write(out.path(), &[("a", "2")]).expect("written").untouched, 1);
    assert!(differences(out.path(), &[("a", "2")]).is_empty());
}

#[test]
fn a_foreign_file_is_never_overwritten() {
    let out = folder();
    fs::write(out.path().join("a"), "theirs").expect("a file");
    for attempt in [write, force] {
        let error =
            attempt(out.path(), &[("a", "generated"), ("b", "generated")]).expect_err("a conflict");
        assert_eq!(error.kind(), ErrorKind::Conflict);
        assert!(
            error.message().starts_with("already exists and is not a generated file"),
            "{error}"
        );
        assert_eq!(content(out.path()), map(&[("a", "theirs")]));
    }
}

#[test]
fn a_lost_manifest_is_recreated() {
    let out = folder();
    let files = [("a", "1"), ("b/c", "2")];
    write(out.path(), &files).expect("written");
    let manifest = fs::read(out.path().join(MANIFEST)).expect("a manifest");
    fs::remove_file(out.path().join(MANIFEST)).expect("removed");
    assert_eq!(differences(out.path(), &files), [format!("unlisted {MANIFEST}")]);
    assert_eq!(write(out.path(), &files).expect("written").untouched, 2);
    assert_eq!(fs::read(out.path().join(MANIFEST)).expect("a manifest"), manifest);
}

#[cfg(unix)]
#[test]
fn links_and_folders_are_not_followed_or_replaced() {
    use std::os::unix::fs::symlink;
    let (out, elsewhere) = (folder(), folder());
    fs::write(elsewhere.path().join("a"), "theirs").expect("a file");
    symlink(elsewhere.path(), out.path().join("folder")).expect("a link");
    symlink(elsewhere.path().join("a"), out.path().join("file")).expect("a link");
    symlink("nowhere", out.path().join("broken")).expect("a link");
    fs::create_dir(out.path().join("directory")).expect("a folder");
    fs::write(out.path().join("plain"), "theirs").expect("a file");
    for path in ["folder/a", "folder/new", "file", "broken", "directory", "plain/below"] {
        for attempt in [write, force] {
            let error = attempt(out.path(), &[(path, "generated")]).expect_err("an obstacle");
            assert_eq!(error.kind(), ErrorKind::Conflict, "{path}");
        }
        assert_eq!(differences(out.path(), &[(path, "generated")]), [format!("obstructed {path}")]);
    }
    assert_eq!(content(elsewhere.path()), map(&[("a", "theirs")]));
}

#[test]
fn comparing_lists_all_differences_and_writes_nothing() {
    let out = folder();
    let missing = out.path().join("x");
    assert_eq!(differences(&missing, &[("a", "1")]), ["missing a"]);
    assert!(!missing.exists());
    write(out.path(), &[("a", "1"), ("b", "2"), ("c", "3"), ("d", "4"), ("e", "5")]).expect("ok");
    fs::write(out.path().join("a"), "by hand").expect("a file");
    fs::write(out.path().join("f"), "theirs").expect("a file");
    fs::remove_file(out.path().join("e")).expect("removed");
    let before = content(out.path());
    let wanted = [("a", "1"), ("b", "new"), ("c", "3"), ("e", "5"), ("f", "6")];
    let told = ["edited a", "stale b", "unwanted d", "missing e", "foreign f"];
    assert_eq!(differences(out.path(), &wanted), told);
    assert_eq!(content(out.path()), before);
}

#[test]
fn a_manifest_cannot_lead_out_of_the_folder() {
    let parent = folder();
    fs::write(parent.path().join("theirs"), "x").expect("a file");
    let out = parent.path().join("out");
    for path in ["../theirs", "/theirs", "a/../../theirs", MANIFEST] {
        fs::create_dir_all(&out).expect("a folder");
        // The hash of `x`, so that the file would count as generated.
        let hash = "sha256:2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881";
        let manifest = format!("{{\"version\": 1, \"files\": {{\"{path}\": \"{hash}\"}}}}");
        fs::write(out.join(MANIFEST), manifest).expect("a file");
        let error = write(&out, &[]).expect_err("a wrong manifest");
        assert_eq!(error.kind(), ErrorKind::Data);
        assert_eq!(error.origin().and_then(Origin::line), Some(1), "{error}");
    }
    assert_eq!(fs::read_to_string(parent.path().join("theirs")).expect("a file"), "x");
}

#[test]
fn an_invalid_manifest_is_reported_with_its_position() {
    let out = folder();
    let mut told = String::new();
    for manifest in [
        "",
        "{\n  \"version\": 1,\n<<<<<<< HEAD\n",
        "{\"version\": 2, \"files\": [], \"more\": true}",
        "{\"version\": 1, \"files\": {}, \"more\": true}",
        "[]",
    ] {
        fs::write(out.path().join(MANIFEST), manifest).expect("a file");
        let error = FolderUpdate::compare(out.path()).expect_err("a wrong manifest");
        told += &format!("{error}\n  {}\n", error.hint().expect("a hint"));
    }
    let told = told.replace(&out.path().display().to_string(), "OUT");
    with_snapshots("export", || insta::assert_snapshot!("manifest-wrong", told));
}

#[test]
fn files_outside_the_folder_and_duplicates_are_refused() {
    let out = folder();
    for path in ["../a", "/a", "a//b", "a\\b", ""] {
        let mut folder = FolderUpdate::write(out.path()).expect("a folder");
        assert_eq!(folder.add(path, Vec::new()).expect_err("outside").kind(), ErrorKind::Data);
    }
    let mut folder = put(FolderUpdate::write(out.path()).expect("a folder"), &[("a", "1")]);
    let error = folder.add("a", b"2".to_vec()).expect_err("twice");
    assert_eq!(error.message(), "two files would be written to `a`");
}

#[test]
fn an_update_continues_after_a_crash() {
    let out = folder();
    write(out.path(), &[("a", "1"), ("b", "1")]).expect("written");
    // As after a crash between two files: the manifest has both states, and the temporary file is
    // left.
    let manifest = fs::read_to_string(out.path().join(MANIFEST)).expect("a manifest");
    let other = folder();
    write(other.path(), &[("a", "2"), ("b", "2"), ("c", "2")]).expect("written");
    let new = fs::read_to_string(other.path().join(MANIFEST)).expect("a manifest");
    let mut before: serde_json::Value = serde_json::from_str(&manifest).expect("JSON");
    let after: serde_json::Value = serde_json::from_str(&new).expect("JSON");
    before["pending"] = after["files"].clone();
    fs::write(out.path().join(MANIFEST), before.to_string()).expect("a file");
    fs::write(out.path().join("a"), "2").expect("a file");
    fs::write(out.path().join(".statuscraft.tmp"), "half").expect("a file");
    // Then other files are requested.
    write(out.path(), &[("a", "3"), ("b", "3")]).expect("written");
    assert_eq!(content(out.path()), map(&[("a", "3"), ("b", "3")]));
    assert!(differences(out.path(), &[("a", "3"), ("b", "3")]).is_empty());
}

#[test]
fn writers_wait_for_each_other() {
    let out = folder();
    let files: Vec<(String, String)> =
        (0..20).map(|number| (format!("{number}.txt"), String::new())).collect();
    thread::scope(|scope| {
        for writer in 0..4 {
            let (out, files) = (out.path(), &files);
            scope.spawn(move || {
                for round in 0..5 {
                    let mut folder = FolderUpdate::write(out).expect("a folder");
                    for (path, _) in files {
                        folder
                            .add(path, format!("{writer} {round}").into_bytes())
                            .expect("a place");
                    }
                    folder.commit(false).expect("written");
                }
            });
        }
    });
    let content = content(out.path());
    let one = content["0.txt"].clone();
    assert_eq!(content.len(), 20);
    assert!(content.values().all(|text| *text == one), "{content:?}");
}
