//! The mdBook preprocessor, the pre-commit hooks and the action, without the programs that call
//! them; those are tested by `tests/pipelines/run`.

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::{root, statuscraft, with_snapshots};

/// The output of `statuscraft mdbook` for these chapters: the book, the errors and the exit status.
fn preprocessed(folder: &TempDir, chapters: &[(&str, &str)]) -> (String, String, i32) {
    let chapter = |(path, content): &(&str, &str)| {
        json!({"Chapter": {
            "name": path, "content": content, "number": null, "sub_items": [], "path": path,
            "source_path": path, "parent_names": [],
        }})
    };
    let items: Vec<Value> = chapters.iter().map(chapter).collect();
    let context = json!({
        "root": folder.path(), "config": {"book": {"title": "A book", "src": "src"}},
        "renderer": "html", "mdbook_version": "0.5.4",
    });
    run(&json!([context, {"items": items}]).to_string())
}

/// The output of `statuscraft mdbook` for this input.
fn run(input: &str) -> (String, String, i32) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_statuscraft"))
        .arg("mdbook")
        .env_remove("STATUSCRAFT_OVERLAY")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    child.stdin.take().expect("a pipe").write_all(input.as_bytes()).expect("written");
    let output = child.wait_with_output().expect("an end");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (text(output.stdout), text(output.stderr), output.status.code().expect("a status"))
}

fn content(book: &str, chapter: usize) -> String {
    let book: Value = serde_json::from_str(book).expect("a book");
    book["items"][chapter]["Chapter"]["content"].as_str().expect("content").to_owned()
}

const REGION: &str =
    "# One\n\n<!-- statuscraft 404 go --form handler -->\n<!-- /statuscraft -->\n\nend";

#[test]
fn a_chapter_shows_what_the_command_prints() {
    let folder = TempDir::new().expect("a folder");
    let (book, stderr, status) = preprocessed(&folder, &[("a.md", REGION), ("b/c.md", "# Two\n")]);
    assert_eq!((stderr.as_str(), status), ("", 0));
    let printed = statuscraft(["404", "go", "--form", "handler", "--format", "mdbook"]).stdout;
    let shown = content(&book, 0);
    assert!(shown.contains(&printed), "{shown}");
    assert!(shown.starts_with("# One\n\n<!-- statuscraft 404") && shown.ends_with("-->\n\nend"));
    assert_eq!(content(&book, 1), "# Two\n");
}

#[test]
fn the_configuration_beside_the_book_is_used() {
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("statuscraft.yaml"), "targets: [php]\nform: handler\n")
        .expect("ok");
    let region = "<!-- statuscraft 404 -->\n<!-- /statuscraft -->\n";
    let (book, stderr, _) = preprocessed(&folder, &[("a.md", region)]);
    let printed = statuscraft(["404", "php", "--form", "handler", "--format", "mdbook"]).stdout;
    assert!(content(&book, 0).contains(&printed), "{stderr}");
    fs::write(folder.path().join("statuscraft.yaml"), "targetz: [php]\n").expect("written");
    let (book, stderr, status) = preprocessed(&folder, &[("a.md", region)]);
    assert_eq!((book.as_str(), status), ("", 2));
    assert!(stderr.contains("statuscraft.yaml:1:1: unknown field `targetz`"), "{stderr}");
}

#[test]
fn errors_name_their_chapter_and_an_edit_causes_a_warning() {
    let folder = TempDir::new().expect("a folder");
    let edited = "<!-- statuscraft 404 go -->\nby hand\n<!-- /statuscraft 00000000 -->\n";
    let (book, stderr, status) = preprocessed(&folder, &[("a.md", edited)]);
    assert_eq!(status, 0);
    assert!(!content(&book, 0).contains("by hand"));
    let mut told = stderr;
    let chapters = [
        ("a.md", "text\n\n<!-- statuscraft 404 glang -->\n<!-- /statuscraft -->\n"),
        ("b.md", "<!-- statuscraft 404 -->\n"),
    ];
    let (book, stderr, status) = preprocessed(&folder, &chapters);
    assert_eq!((book.as_str(), status), ("", 2));
    told += &stderr;
    with_snapshots("export", || insta::assert_snapshot!("mdbook-errors", told));
}

#[test]
fn every_renderer_is_supported_and_other_input_is_refused() {
    assert_eq!(statuscraft(["mdbook", "supports", "html"]).to_string(), "");
    assert_eq!(statuscraft(["mdbook", "supports", "linkcheck"]).status, 0);
    let outcome = statuscraft(["mdbook"]);
    assert_eq!(outcome.status, 2);
    assert!(outcome.stderr.starts_with("error: standard input: "), "{outcome}");
    assert!(outcome.stderr.contains("[preprocessor.statuscraft]"), "{outcome}");
}

#[test]
fn each_hook_is_a_command_of_the_program() {
    let text = fs::read_to_string(root().join(".pre-commit-hooks.yaml")).expect("the hooks");
    let hooks: Vec<serde_yaml::Mapping> = serde_yaml::from_str(&text).expect("YAML");
    assert_eq!(hooks.len(), 2);
    let folder = TempDir::new().expect("a folder");
    let document = folder.path().join("a.md");
    fs::write(&document, REGION).expect("written");
    // The first one finds the document stale, the second one fixes it.
    for (hook, status) in hooks.iter().zip([1, 0]) {
        let words = hook["entry"].as_str().expect("a command").split(' ').skip(1);
        let outcome = statuscraft(words.chain(document.to_str()));
        assert_eq!(outcome.status, status, "{outcome}");
    }
    assert_eq!(statuscraft(["check".as_ref(), document.as_os_str()]).status, 0);
}

#[cfg(unix)]
#[test]
fn the_action_checks_the_paths_that_it_is_given() {
    let text = fs::read_to_string(root().join("action.yml")).expect("the action");
    let action: serde_yaml::Value = serde_yaml::from_str(&text).expect("YAML");
    let steps = action["runs"]["steps"].as_sequence().expect("steps");
    let script = steps.last().expect("a step")["run"].as_str().expect("a script");
    assert!(!script.contains("${{"), "an input could be taken for commands");
    let folder = TempDir::new().expect("a folder");
    let program = folder.path().join("bin/statuscraft");
    fs::create_dir(folder.path().join("bin")).expect("a folder");
    std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_statuscraft"), &program).expect("a link");
    fs::create_dir(folder.path().join("two words")).expect("a folder");
    fs::write(folder.path().join("two words/a.md"), REGION).expect("written");
    fs::write(folder.path().join("b.md"), "<!-- statuscraft -->\n").expect("written");
    let run = |paths: &str, arguments: &str| {
        let output = Command::new("bash")
            .args(["-euo", "pipefail", "-c", script])
            .env("ROOT", folder.path())
            .env("PATHS", paths)
            .env("ARGUMENTS", arguments)
            .env_remove("STATUSCRAFT_OVERLAY")
            .current_dir(folder.path())
            .output()
            .expect("bash");
        (output.status.code(), String::from_utf8(output.stdout).expect("UTF-8"))
    };
    let (status, stdout) = run("two words\n", "");
    assert_eq!(status, Some(1));
    assert!(stdout.starts_with("::error file=two words/a.md"), "{stdout}");
    statuscraft(["update".as_ref(), folder.path().join("two words").as_os_str()]);
    assert_eq!(run("two words", "--overlay\n.").0, Some(0));
    assert_eq!(run(".", "").0, Some(2));
}

#[test]
fn a_book_of_another_version_gets_an_error_with_the_needed_one() {
    let folder = TempDir::new().expect("a folder");
    let context = json!({
        "root": folder.path(), "config": {"book": {"title": "A book", "src": "src"}},
        "renderer": "html", "mdbook_version": "0.4.52",
    });
    let input = json!([context, {"sections": [], "__non_exhaustive": null}]).to_string();
    let (book, stderr, status) = run(&input);
    assert_eq!((book.as_str(), status), ("", 2));
    let told =
        "error: mdBook 0.4.52 can't be used with this preprocessor\nhint: it needs mdBook 0.5\n";
    assert_eq!(stderr, told);
}
