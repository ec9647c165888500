//! The syntax of programs, by the tools of their languages.

use std::process::Command;

use super::lint;
use crate::support::{Outcome, Overlay, statuscraft};

const TARGET: &str = "title: Shop\nversion: Shop 1\ndocumentation: https://shop.example/\nport: 8000\ninstall: none\nrun: none\n";

/// A target in a language, whose program for 410 and others is this text.
fn shop(language: &str, response: &str) -> Overlay {
    shop_in_file(language, "Shop.txt", response)
}

fn shop_in_file(language: &str, file: &str, response: &str) -> Overlay {
    Overlay::new()
        .file("snippet-templates/shop/target.yaml", format!("{TARGET}language: {language}\nfile: {file}\n"))
        .file(
            "snippet-templates/shop/recipes/constant.j2",
            format!("{{% block handler %}}\n\n{{% block response %}}\n{response}\n{{% endblock %}}\n{{% endblock %}}\n"),
        )
}

fn is_installed(program: &str) -> bool {
    std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default())
        .any(|folder| folder.join(program).is_file())
}

#[test]
fn an_error_of_syntax_is_found_at_its_line_of_the_template() {
    let mut tried = 0;
    for (language, extension, program, wrong, right) in [
        ("bash", "sh", "bash", "case", "true"),
        ("go", "go", "gofmt", "func", "package main"),
        ("java", "java", "javac", "class {", "class A { B b = new B(); }"),
        ("javascript", "js", "node", "const =", "const a = b;"),
        ("php", "php", "php", "<?php ()", "<?php a();"),
        ("python", "py", "python3", "def (", "import nothing"),
        ("ruby", "rb", "ruby", "def (", "a()"),
    ] {
        if !is_installed(program) {
            continue;
        }
        tried += 1;
        let file = format!("Shop.{extension}");
        let outcome = lint(&shop_in_file(language, &file, wrong));
        let found = outcome.stderr.contains(&format!("constant.j2:4:1: {program}: "));
        assert!(found, "{language}\n{outcome}");
        let hint = format!("of `{file}`, `statuscraft 410 shop`");
        assert!(outcome.stderr.contains(&hint), "{language}\n{outcome}");
        let outcome = lint(&shop_in_file(language, &file, right));
        assert!(!outcome.stderr.contains(&format!("{program}: ")), "{language}\n{outcome}");
    }
    assert!(tried >= 2, "no tools");
}

#[test]
fn a_tool_that_is_absent_is_named() {
    let overlay = shop("python", "def (");
    let output = Command::new(env!("CARGO_BIN_EXE_statuscraft"))
        .arg("lint")
        .arg(overlay.path())
        .env("PATH", "/nowhere")
        .env("NO_COLOR", "1")
        .output()
        .expect("the program starts");
    let outcome = Outcome::of(output);
    let note = "note: the syntax of 1 file in Python was not checked: `python3` is not installed (package python3)\n";
    assert!(outcome.stderr.contains(note), "{outcome}");
}

/// The language `lua` with that line.
fn lua(line: &str) -> Overlay {
    let language = "title: Lua\nfence: lua\nextension: lua\nindent: 2\nwrap: 0\nstring: {styles: [{quote: '\"', escapes: {'\"': '\\\"', \"\\\\\": '\\\\'}, numeric: [{upto: \"\\U0010FFFF\", open: '\\u{', close: '}'}]}]}\ncomment: {prefix: --}\nreserved: and\n";
    shop("lua", "x").file("data/languages/lua.yaml", format!("{language}{line}\n"))
}

#[test]
fn a_language_without_a_command_is_named() {
    let note = "note: the syntax of 1 file in Lua was not checked: `data/languages/lua.yaml` has no `syntax`\n";
    let outcome = lint(&lua(""));
    assert!(outcome.stderr.contains(note), "{outcome}");
}

#[test]
fn a_command_of_an_overlay_is_run_only_if_it_is_trusted() {
    let overlay =
        lua("syntax: {command: [sh, -c, 'echo {file} 7 error: no; exit 1'], package: none}");
    let outcome = lint(&overlay);
    assert!(outcome.stderr.contains("add `--trust` if you trust the overlay"), "{outcome}");
    assert!(!outcome.stderr.contains("error: no"), "{outcome}");
    let trusted = statuscraft(["lint".as_ref(), overlay.path().as_os_str(), "--trust".as_ref()]);
    assert!(trusted.stderr.contains("sh: error: no\n"), "{trusted}");
}

#[test]
fn a_command_names_a_file_once() {
    for line in [
        "syntax: {command: [true], package: none}",
        "syntax: {command: [true, '{file}', '{files}'], package: none}",
        "syntax: {command: [true, x], package: none}",
    ] {
        let outcome = lint(&lua(line));
        assert!(
            outcome.stderr.contains("lua.yaml: syntax.command: expected "),
            "{line}\n{outcome}"
        );
    }
}
