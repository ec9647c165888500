//! What is said about commands and arguments that were mistyped.

use crate::support::statuscraft;

fn stderr(words: &[&str]) -> String {
    let outcome = statuscraft(words);
    assert_eq!((outcome.status, outcome.stdout.as_str()), (2, ""), "{words:?}");
    outcome.stderr
}

#[test]
fn a_command_is_recognized() {
    for (words, command) in [
        (&["explian", "404"][..], "explain"),
        (&["serch", "foo"], "search"),
        (&["serch"], "search"),
        (&["compair", "401", "403"], "compare"),
        (&["lst"], "list"),
        (&["behavio"], "behaviour"),
    ] {
        let stderr = stderr(words);
        let hint = format!("hint: did you mean the command `{command}`?\n");
        assert!(stderr.ends_with(&hint), "{stderr}");
    }
    // A name that is nearer stays.
    let target = stderr(&["expres", "404"]);
    assert!(target.ends_with("hint: did you mean `express`?\n"), "{target}");
    assert_eq!(
        statuscraft(["behavior", "--format", "csv"]).stdout,
        statuscraft(["behaviour", "--format", "csv"]).stdout
    );
}

#[test]
fn a_hint_can_be_followed() {
    for (words, hint) in [
        (
            &["list", "options", "404", "python"][..],
            "name one code and one target of django, fastapi, flask, such as `statuscraft list options 404 django`",
        ),
        (&[","], "name a code, such as `404`"),
        (&["4**"], "`4xx` stands for a class of codes"),
        (&["export", "--code", "4xx"], "`--class 4xx` selects the codes of a class"),
        (&["export", "--what", "codes", "--format", "text"], "choose `json` or `ndjson`"),
        (&["export", "--what", "transcripts", "--format", "text"], "choose `json` or `ndjson`"),
        (
            &["export", "--what", "explanations", "--format", "files"],
            "choose `ndjson` or `json`, or a format of pages with `--out DIR`",
        ),
        (
            &["export", "--what", "comparisons", "--format", "files"],
            "choose `ndjson` or `json`, or a format of pages with `--out DIR`",
        ),
        (
            &["export", "--format", "markdown"],
            "add `--out DIR` to write a folder, or choose `ndjson` or `json`",
        ),
    ] {
        let stderr = stderr(words);
        assert!(stderr.ends_with(&format!("\nhint: {hint}\n")), "{stderr}");
    }
    assert!(statuscraft(["list", "options", "404", "django"]).status == 0);
    let compared = stderr(&["compare", "404", "flask"]);
    assert!(
        compared.starts_with("error: `flask` is a target, and `compare` needs two"),
        "{compared}"
    );
}

#[test]
fn an_empty_value_is_said_to_be_empty() {
    for (words, argument) in [
        (&["404", "flask", "-o", ""][..], "--out <PATH>"),
        (&["export", "--out", ""], "--out <DIR>"),
        (&["export", "--out="], "--out <DIR>"),
        (&["check", ""], "<PATH>..."),
        (&["404", "--overlay", ""], "--overlay <DIR>"),
    ] {
        let stderr = stderr(words);
        let said = format!("error: the value of `{argument}` is empty\nhint: ");
        assert!(stderr.starts_with(&said), "{stderr}");
    }
    assert!(stderr(&["export", "--out"]).contains("a value is required for '--out <DIR>'"));
    let unknown = stderr(&["list", "--lang", "python"]);
    assert!(!unknown.contains("to pass '--lang'") && !unknown.contains("tip:"), "{unknown}");
    let similar = stderr(&["404", "flask", "--strikt"]);
    assert!(similar.contains("\nhint: a similar argument exists: '--strict'"), "{similar}");
}

#[test]
fn a_port_is_a_number_from_one_on() {
    for (port, error) in [("0", "the port can't be `0`\n"), ("70000", "invalid value '70000' ")] {
        let stderr = stderr(&["404", "flask", "--port", port]);
        assert!(stderr.starts_with(&format!("error: {error}")), "{stderr}");
        assert!(stderr.contains(" a number from 1 to 65535\n"), "{stderr}");
    }
}

#[test]
fn numbers_of_lines_that_a_format_has_not_are_noted() {
    let note = "note: `--line-numbers` has no effect in this format\n";
    for (format, expected) in [("text", note), ("markdown", note), ("docusaurus", "")] {
        let outcome = statuscraft(["404", "flask", "--line-numbers", "--format", format]);
        assert_eq!((outcome.stderr.as_str(), outcome.status), (expected, 0), "{format}");
    }
}
