//! The command line as its user sees it: `snapshots/cli/`.

use std::io::Read;
use std::process::{Command, Stdio};

use crate::support::{statuscraft, with_snapshots};

fn snapshot(name: &str, arguments: &[&str]) {
    let outcome = statuscraft(arguments);
    with_snapshots("cli", || insta::assert_snapshot!(name, outcome.to_string()));
}

#[test]
fn one_snippet_is_printed_without_a_heading() {
    snapshot("one-snippet", &["404", "flask"]);
}

#[test]
fn the_handler_is_printed_alone() {
    snapshot("handler", &["429", "express", "--form", "handler"]);
}

#[test]
fn a_code_with_a_dash_is_no_option() {
    let outcome = statuscraft(["-404", "flask"]);
    insta::assert_snapshot!(outcome.stderr, @r"
    error: there is no option `-404`
    hint: a status code has no dash before it: `404`
    ");
    let port = statuscraft(["404", "flask", "--port", "-8"]);
    assert!(port.stderr.contains("unexpected argument '-8'"), "{port}");
}

#[test]
fn several_targets_have_headings() {
    snapshot("several-targets", &["not-found", "flask", "go"]);
}

#[test]
fn no_target_stands_for_every_target() {
    snapshot("every-target", &["410", "--form", "handler"]);
}

#[test]
fn every_option_changes_the_program() {
    snapshot(
        "options",
        &[
            "created",
            "flask",
            "--path",
            "/caf\u{e9}s/",
            "--message",
            "it's \"made\"",
            "--name",
            "class",
            "--port",
            "8123",
        ],
    );
}

#[test]
fn an_option_without_effect_causes_a_warning() {
    snapshot("option-idle", &["204", "flask", "--form", "handler", "--message", "gone"]);
}

#[test]
fn an_option_with_an_effect_causes_no_warning() {
    for arguments in [
        ["404", "flask", "--message", "Not Found"],
        ["404", "flask", "--name", "not found"],
        ["502", "go", "--upstream", "http://127.0.0.1:9000"],
    ] {
        assert_eq!(statuscraft(arguments).stderr, "");
    }
}

#[test]
fn statuses_are_listed_in_columns() {
    snapshot("list-statuses", &["list", "statuses"]);
}

#[test]
fn targets_are_listed_in_columns() {
    snapshot("list-targets", &["list", "targets"]);
}

#[test]
fn targets_are_listed_as_json() {
    snapshot("list-targets-json", &["list", "targets", "--format", "json"]);
}

#[test]
fn statuses_as_json_have_all_fields_of_the_catalogue() {
    let outcome = statuscraft(["list", "statuses", "--format", "json"]);
    let rows: Vec<serde_json::Value> = serde_json::from_str(&outcome.stdout).expect("a JSON array");
    assert_eq!(rows.len(), 64);
    let row = rows.iter().find(|row| row["code"] == 413).expect("413");
    assert_eq!(row["phrase"], "Content Too Large");
    assert_eq!(row["formerly"][1], "Payload Too Large");
    assert_eq!(row["fault"], "client");
    assert_eq!(row["spec"]["section"], "15.5.14");
}

#[test]
fn help_lists_the_commands_and_options() {
    snapshot("help", &["--help"]);
}

#[test]
fn without_arguments_the_help_is_printed_and_the_command_fails() {
    let outcome = statuscraft::<&str>([]);
    assert_eq!(outcome.status, 2);
    assert!(outcome.stderr.contains("Usage: statuscraft"), "{outcome}");
}

#[test]
fn the_version_is_that_of_the_package() {
    let outcome = statuscraft(["--version"]);
    assert_eq!(outcome.stdout, format!("statuscraft {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn there_are_completions_for_each_shell() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let outcome = statuscraft(["completions", shell]);
        assert!(outcome.status == 0 && outcome.stdout.contains("statuscraft"), "{shell}");
        assert!(outcome.stdout.contains("overlay"), "{shell} does not know the options");
    }
}

#[test]
fn the_manual_page_is_valid() {
    let outcome = statuscraft(["man"]);
    assert!(outcome.stdout.contains(".TH statuscraft 1"), "{outcome}");
    for part in [".SH NAME", ".SH SYNOPSIS", ".SH OPTIONS", ".SH SUBCOMMANDS"] {
        assert!(outcome.stdout.contains(part), "no {part}");
    }
}

#[test]
fn a_closed_pipe_is_no_error() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_statuscraft"))
        .args(["404", "--message", &"x".repeat(100_000)])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stdout.take());
    let mut complaint = String::new();
    child.stderr.take().expect("a pipe").read_to_string(&mut complaint).expect("text");
    assert_eq!((child.wait().expect("an end").code(), complaint.as_str()), (Some(0), ""));
}

#[test]
fn lint_counts_valid_snippets_and_reports_errors() {
    let right = crate::support::Overlay::new().file(
        "snippet-templates/flask/codes/404.j2",
        "{% block handler %}{% block response %}x{% endblock %}{% endblock %}\n",
    );
    let outcome = statuscraft(["lint".as_ref(), right.path().as_os_str()]);
    assert!(
        outcome.status == 0 && outcome.stdout.contains("snippets render in every form"),
        "{outcome}"
    );
    let wrong = crate::support::Overlay::new()
        .file("snippet-templates/flask/codes/404.j2", "{{ mesage }}\n")
        .file("snippet-templates/flask/codes/403.j2", "{% block handler %}{% if %}")
        .file("snippet-templates/go/codes/410.j2", "no block\n")
        .file("snippet-templates/go/codes/41O.j2", "x\n")
        .file("snippet-templates/go/recipes/plane.j2", "x\n");
    let outcome = statuscraft(["lint".as_ref(), wrong.path().as_os_str()]);
    with_snapshots("cli", || {
        insta::assert_snapshot!("lint", wrong.anonymous(&outcome.to_string()));
    });
}

#[test]
fn lint_reports_all_broken_files() {
    let overlay = crate::support::Overlay::new()
        .file("snippet-templates/flask/target.yaml", "title: [")
        .file("snippet-templates/go/verify.yaml", "start: sh -c ls\n")
        .file("data/languages/php.yaml", "title: PHP\n")
        .file("data/statuses/404.yaml", "code: 404\n")
        .file("data/statuses/405.yaml", "code: 404\n");
    let outcome = statuscraft(["lint".as_ref(), overlay.path().as_os_str()]);
    with_snapshots("cli", || {
        insta::assert_snapshot!("lint-broken", overlay.anonymous(&outcome.to_string()));
    });
}

#[test]
fn lint_reports_a_folder_that_is_no_overlay() {
    let overlay = crate::support::Overlay::new().file("snippets-templates/flask/codes/404.j2", "x");
    let outcome = statuscraft(["lint".as_ref(), overlay.path().as_os_str()]);
    with_snapshots("cli", || {
        insta::assert_snapshot!("lint-empty", overlay.anonymous(&outcome.to_string()));
    });
}
