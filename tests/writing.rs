//! Files that commands write: only regular ones, and only what was asked for.

use std::fs;

use crate::support::{Docs, Overlay};

const EXPORT: [&str; 7] = ["export", "--code", "404", "--target", "go", "--out", "examples"];

#[cfg(unix)]
#[test]
fn a_device_or_a_pipe_is_refused_and_stays() {
    use std::os::unix::fs::FileTypeExt;
    use std::process::Command;
    let docs = Docs::new();
    assert!(Command::new("mkfifo").arg(docs.path("pipe")).status().expect("mkfifo").success());
    let is_pipe = || fs::metadata(docs.path("pipe")).expect("a pipe").file_type().is_fifo();
    for path in ["pipe", "/dev/null"] {
        let outcome = docs.run(EXPORT.into_iter().chain(["--depfile", path]));
        let said = format!("error: {path}: can't be written: it is not a regular file\n");
        assert!(outcome.status == 2 && outcome.stderr.starts_with(&said), "{outcome}");
        // Nothing else was written before.
        assert!(!docs.path("examples/go").exists());
        for words in [["404", "go", "--format", "html"], ["404", "go", "--form", "handler"]] {
            let outcome = docs.run(words.into_iter().chain(["--out", path]));
            assert!(outcome.status == 2 && !outcome.stderr.contains("wait"), "{outcome}");
        }
    }
    assert!(is_pipe());
    let null = fs::metadata("/dev/null").expect("a device");
    assert!(null.file_type().is_char_device());
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link() {
    use std::os::unix::fs::symlink;
    let docs = Docs::new();
    fs::write(docs.path("real"), "old").expect("written");
    symlink("real", docs.path("link")).expect("a link");
    symlink("nowhere", docs.path("dangling")).expect("a link");
    assert_eq!(docs.run(EXPORT.into_iter().chain(["--depfile", "link"])).status, 0);
    assert!(docs.path("link").is_symlink());
    assert!(docs.read("real").starts_with("examples/statuscraft.lock.json:"));
    let words = ["404", "go", "--format", "markdown", "--force", "-o", "link"];
    assert_eq!(docs.run(words).status, 0);
    assert!(docs.path("link").is_symlink() && docs.read("real").starts_with("```go"));
    let outcome = docs.run(EXPORT.into_iter().chain(["--depfile", "dangling"]));
    assert!(
        outcome.stderr.contains("dangling: can't be written: the link leads to no"),
        "{outcome}"
    );
    // A manifest that is a link would be replaced by a file.
    fs::rename(docs.path("examples/statuscraft.lock.json"), docs.path("lock")).expect("moved");
    symlink("../lock", docs.path("examples/statuscraft.lock.json")).expect("a link");
    let outcome = docs.run(EXPORT);
    assert!(outcome.status == 2 && outcome.stderr.contains("it is a link"), "{outcome}");
}

#[test]
fn a_file_in_the_place_of_a_folder_is_named() {
    let docs = Docs::new();
    fs::write(docs.path("f.txt"), "mine").expect("written");
    let told = "error: f.txt: it is a file, but a folder was expected\nhint: ";
    let outcome = docs.run(["404", "flask", "-o", "f.txt"]);
    let hint = "a path without the extension `.py` is a folder";
    assert!(outcome.stderr.starts_with(&format!("{told}{hint}")), "{outcome}");
    for words in [
        &["404,410", "flask", "--out", "f.txt"][..],
        &["404", "flask", "--out", "f.txt/below"],
        &["export", "--out", "f.txt"],
        &["export", "--out", "f.txt/below"],
        &["site", "--out", "f.txt"],
        &["new", "target", "shop", "--like", "flask", "--out", "f.txt"],
        &["export", "--code", "404", "--out", "x", "--depfile", "f.txt/x.d"],
    ] {
        let outcome = docs.run(words);
        assert!(outcome.status == 2 && outcome.stderr.starts_with(told), "{words:?} {outcome}");
    }
    assert_eq!(docs.read("f.txt"), "mine");
}

#[test]
fn a_dependency_file_that_can_not_be_written_is_found_first() {
    let docs = Docs::new();
    let outcome = docs.run(EXPORT.into_iter().chain(["--depfile", "missing/x.d"]));
    assert!(outcome.stderr.starts_with("error: missing: there is no such folder"), "{outcome}");
    assert!(!docs.path("examples/go").exists());
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_the_old_file_or_none() {
    let docs = Docs::new();
    // A limit on the size of files fails in the same way.
    let script = format!(
        "trap '' XFSZ; ulimit -f 0; {} 404 flask -o z/app.py",
        env!("CARGO_BIN_EXE_statuscraft")
    );
    let output = std::process::Command::new("bash")
        .args(["-c", &script])
        .current_dir(docs.path("."))
        .env_remove("STATUSCRAFT_OVERLAY")
        .output()
        .expect("bash is there");
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(stderr.contains("z/app.py: can't be written"), "{stderr}");
    assert_eq!(fs::read_dir(docs.path("z")).expect("a folder").count(), 0);
}

#[test]
fn templates_of_both_line_endings_give_programs_of_one() {
    let overlay = Overlay::new()
        .file("snippet-templates/flask/codes/404.j2", "# overlaid\r\n# {{ code }}\r\n");
    let path = overlay.path().to_string_lossy().into_owned();
    let docs = Docs::new();
    let outcome = docs.run(["404", "flask", "--overlay", &path]);
    assert_eq!(outcome.stdout, "# overlaid\n# 404\n", "{outcome}");
}
