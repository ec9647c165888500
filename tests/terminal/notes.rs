//! How an example is used: the note at a terminal, and `--how`.

use crate::support::{Docs, statuscraft};

/// What a terminal shows when these words are typed after `statuscraft`.
#[cfg(target_os = "linux")]
pub fn typed(words: &str) -> String {
    use std::process::Command;
    let command = format!("{} {words}", env!("CARGO_BIN_EXE_statuscraft"));
    let output = Command::new("script")
        .args(["-qec", &command, "/dev/null"])
        .env_remove("NO_COLOR")
        .env_remove("STATUSCRAFT_OVERLAY")
        .env("TERM", "xterm-256color")
        .output()
        .expect("`script` is there");
    String::from_utf8_lossy(&output.stdout).replace("\r\n", "\n")
}

const FLASK: &str = "install   pip install flask
save as   app.py
run       python app.py
then try  curl -i http://127.0.0.1:5000/books/7
";
/// Where it runs.
const PLACES: &str =
    "Tested on Flask's development server, gunicorn 27.0, Waitress 3.0 and nginx 1.30
in front of gunicorn.
";

#[test]
fn how_prints_the_note_alone() {
    let outcome = statuscraft(["404", "flask", "--how"]);
    let note = format!("{FLASK}\n{PLACES}");
    assert_eq!((outcome.stdout.as_str(), outcome.stderr.as_str(), outcome.status), (&*note, "", 0));
    let port = statuscraft(["404", "flask", "--how", "--port", "8123", "--path", "/a/{id}"]).stdout;
    assert!(port.contains("curl -i http://127.0.0.1:8123/a/7\n"), "{port}");
}

#[test]
fn it_has_every_file_every_line_of_the_request_and_what_does_not_hold() {
    let text = statuscraft(["206", "express", "--how"]).stdout;
    assert!(
        text.starts_with(
            "install   npm install express\nsave as   app.js\n          sample.txt\nrun "
        ),
        "{text}"
    );
    assert!(text.contains("\nHEAD with a Range gets 206 instead of 200 (send, which"), "{text}");
    let text = statuscraft(["423", "flask", "--how"]).stdout;
    assert!(text.contains("then try  curl -i -X PUT "), "{text}");
    assert!(text.contains("\n          curl -i -X LOCK "), "{text}");
    // Only whole programs are saved and started.
    let text = statuscraft(["404", "flask", "--form", "handler", "--how"]).stdout;
    assert!(text.starts_with("then try  curl -i http://127.0.0.1:5000/books/7\n"), "{text}");
    let text = statuscraft(["404", "curl", "--how"]).stdout;
    assert!(text.contains("start    a server on port 8080\nrun      bash request.sh\n"), "{text}");
    let address = "https://github.com/pillarjs/send/issues/111";
    let text = statuscraft(["206", "express", "--how"]).stdout;
    assert!(text.contains(address), "{text}");
    let markdown = statuscraft(["404", "flask", "--how", "--format", "markdown"]).stdout;
    let places = PLACES.replace("1.30\nin", "1.30 in");
    assert_eq!(markdown, format!("```text\n{FLASK}```\n\n{places}"));
    let several = statuscraft(["404", "flask", "go", "--how"]).stdout;
    assert!(
        several.contains("404 IN GO\n\ninstall   go mod init example\nsave as   main.go\n"),
        "{several}"
    );
}

#[test]
fn what_is_installed_comes_before_what_is_saved() {
    // A project that is unpacked brings files of its own.
    let text = statuscraft(["303", "spring", "--how"]).stdout;
    let step = |name: &str| text.find(&format!("\n{name} ")).expect(name);
    assert!(text.starts_with("folder    a new, empty one\ninstall   curl -fsS "), "{text}");
    assert!(step("install") < step("save as") && step("save as") < step("run"), "{text}");
    let text = statuscraft(["404", "nginx", "--how"]).stdout;
    assert!(
        text.starts_with(
            "folder    /srv/shop\ninstall   sudo apt install nginx\nsave as   shop.conf\n"
        ),
        "{text}"
    );
}

#[test]
fn a_handler_says_which_names_come_from_the_set_up() {
    let text = statuscraft(["404", "go", "--form", "handler", "--how"]).stdout;
    let note = "`writeError` and `writeJSON` come from the set-up, which `--form program` prints.";
    assert!(text.replace('\n', " ").contains(note), "{text}");
    let text = statuscraft(["404", "go", "--how"]).stdout;
    assert!(!text.contains("set-up"), "{text}");
}

#[test]
fn every_example_has_a_note_and_a_code_without_example_its_reason() {
    let outcome = statuscraft(["1xx", "2xx", "3xx", "4xx", "5xx", "--how"]);
    assert_eq!(outcome.status, 0, "{}", outcome.stderr);
    let count = |word: &str| outcome.stdout.lines().filter(|line| line.starts_with(word)).count();
    assert!(count("save as") > 350 && count("save as") == count("then try"), "{}", count("run"));
    assert!(!outcome.stdout.contains("{file}") && !outcome.stdout.contains("{port}"));
    let outcome = statuscraft(["499", "flask", "--how"]);
    assert!(outcome.stderr.contains("nginx writes 499"), "{outcome}");
    assert!(outcome.stderr.contains("hint: `statuscraft explain 499`"), "{outcome}");
}

#[test]
fn a_pipe_gets_no_note() {
    assert_eq!(statuscraft(["404", "flask"]).stderr, "");
    let quiet = statuscraft(["419", "--quiet", "--format", "json"]);
    assert_eq!(quiet.stderr, "");
    assert!(statuscraft(["419", "--format", "json"]).stderr.starts_with("note: 419"));
}

#[cfg(target_os = "linux")]
#[test]
fn a_terminal_shows_the_note_after_the_example() {
    let shown = typed("404 flask --color never");
    let note = format!("{FLASK}\n{PLACES}");
    assert!(shown.ends_with(&format!("app.run(port=5000)\n\n{note}")), "{shown}");
    for words in ["404 flask --quiet", "404 flask -q", "404 flask --format markdown"] {
        assert!(!typed(words).contains("save as"), "{words}");
    }
    // The note is for people, the example for its file.
    let docs = Docs::new();
    let file = docs.path("app.py");
    let shown = typed(&format!("404 flask --color never > {}", file.display()));
    assert_eq!(shown.trim_start(), note);
    assert_eq!(docs.read("app.py"), statuscraft(["404", "flask"]).stdout);
    let shown = typed("404 --color never");
    assert!(shown.contains("note: `statuscraft 404 django --how` says how"), "{shown}");
}

#[test]
fn a_list_of_targets_has_commands_that_can_be_typed() {
    let text = statuscraft(["list", "targets", "--format", "json"]).stdout;
    let rows: Vec<serde_json::Value> = serde_json::from_str(&text).expect("JSON");
    for row in &rows {
        for field in ["install", "run"] {
            let command = row[field].as_str().expect("a command");
            assert!(!command.contains(['{', '}']), "{command}");
        }
    }
    let flask = rows.iter().find(|row| row["id"] == "flask").expect("flask");
    assert_eq!(flask["run"], "python app.py");
    assert_eq!(flask["aliases"][0], "python-flask");
}
