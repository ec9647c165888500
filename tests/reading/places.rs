//! The same requests in documents and in batches.

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::support::statuscraft;

#[test]
fn a_marker_shows_what_the_command_prints() {
    let folder = tempfile::tempdir().expect("a folder");
    let page = folder.path().join("page.md");
    let path = page.to_str().expect("a path");
    for words in
        ["explain 404 flask --heading 3", "compare 401 403", "search teapot", "list --class 1xx"]
    {
        fs::write(
            &page,
            format!("# A page\n\n<!-- statuscraft {words} -->\n<!-- /statuscraft -->\n"),
        )
        .expect("a page");
        let outcome = statuscraft(["update", path]);
        assert_eq!(outcome.status, 0, "{outcome}");
        let printed = statuscraft(words.split(' ').chain(["--format", "markdown"])).stdout;
        let text = fs::read_to_string(&page).expect("the page");
        assert!(text.contains(printed.trim_end()), "{words}: {text}");
        assert_eq!(statuscraft(["check", path]).status, 0);
    }
}

#[test]
fn an_error_in_a_marker_names_the_position_of_the_word() {
    let folder = tempfile::tempdir().expect("a folder");
    let page = folder.path().join("page.md");
    fs::write(&page, "<!-- statuscraft compare 404 -->\n<!-- /statuscraft -->\n").expect("a page");
    let outcome = statuscraft(["update", page.to_str().expect("a path")]);
    assert_eq!(outcome.status, 2, "{outcome}");
    assert!(outcome.stderr.contains("page.md:1:"), "{outcome}");
}

#[test]
fn a_batch_responds_with_the_same_data() {
    let requests = [
        (r#"{"explain": 404, "target": "go"}"#, "explain 404 go"),
        (r#"{"compare": [401, "forbidden"]}"#, "compare 401 403"),
        (r#"{"search": "teapot"}"#, "search teapot"),
        (
            r#"{"list": "statuses", "class": "4xx", "unofficial": true}"#,
            "list --class 4xx --unofficial",
        ),
        (r#"{"list": "targets"}"#, "list targets"),
    ];
    let lines: String = requests.iter().map(|(line, _)| format!("{line}\n")).collect();
    let (answers, status) = batch(&lines);
    assert!(status);
    for (answer, (_, words)) in answers.lines().zip(requests) {
        let printed = statuscraft(words.split(' ').chain(["--format", "json"])).stdout;
        let parse = |text: &str| serde_json::from_str::<Value>(text).expect("JSON");
        assert_eq!(parse(answer), parse(&printed), "{words}");
    }
}

#[test]
fn a_batch_request_has_only_one_command() {
    let (answers, status) = batch("{}\n{\"code\": 404, \"explain\": 404}\n");
    assert!(!status);
    let hint = r#""hint":"expected one of `code`, `explain`, `compare`, `search` and `list`""#;
    assert_eq!(answers.matches(hint).count(), 2, "{answers}");
    let (answers, _) = batch("{\"code\": 404, \"class\": \"4xx\"}\n");
    assert!(answers.contains("`class` belongs to `list`"), "{answers}");
    let (answers, _) = batch("{\"explain\": 404, \"form\": \"handler\"}\n");
    assert!(answers.contains("`form` belongs to `code`"), "{answers}");
    let (answers, _) = batch("{\"list\": \"statuses\", \"class\": \"4\"}\n");
    assert!(answers.contains("expected `1xx`"), "{answers}");
}

/// The program's response to these lines, and whether it succeeded.
fn batch(lines: &str) -> (String, bool) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_statuscraft"))
        .arg("batch")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    child.stdin.take().expect("its input").write_all(lines.as_bytes()).expect("written");
    let output = child.wait_with_output().expect("it ends");
    (String::from_utf8(output.stdout).expect("UTF-8"), output.status.success())
}
