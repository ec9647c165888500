//! Many examples at once: streams in a fixed order, folders, dependency files.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use serde_json::Value;
use statuscraft::output::formats;
use tempfile::TempDir;

use crate::support::{Outcome, Overlay, files_below, statuscraft, with_snapshots};

fn export(words: &str) -> Outcome {
    let words = shlex::split(words).expect("words");
    statuscraft(["export".to_owned()].into_iter().chain(words))
}

/// Code and target of each record.
fn pairs(words: &str) -> Vec<(u64, String)> {
    let outcome = export(words);
    assert_eq!((outcome.stderr.as_str(), outcome.status), ("", 0), "{words}");
    let record = |line| serde_json::from_str::<Value>(line).expect("JSON");
    let pair = |it: Value| {
        let target = it["target"].as_str().expect("a target").to_owned();
        (it["code"].as_u64().expect("a code"), target)
    };
    outcome.stdout.lines().map(record).map(pair).collect()
}

fn quoted(folder: &Path) -> String {
    shlex::try_quote(folder.to_str().expect("UTF-8")).expect("no NUL").into_owned()
}

/// Every file below a folder, relative to it.
fn files(root: &Path) -> BTreeSet<String> {
    files_below(root).into_keys().collect()
}

#[test]
fn records_are_sorted_by_code_and_then_by_target() {
    let all = pairs("");
    let statuses = statuscraft(["list", "statuses"]).stdout.lines().count();
    let targets = statuscraft(["list", "targets"]).stdout;
    let servers = targets.lines().filter(|line| line.ends_with("server")).count();
    assert_eq!(all.len(), statuses * servers);
    assert!(all.is_sorted());
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
    assert_eq!(export("").stdout, export("--format ndjson").stdout);
}

#[test]
fn the_selection_is_a_set_in_a_fixed_order() {
    let codes = |words| pairs(words).into_iter().map(|(code, _)| code).collect::<Vec<_>>();
    assert_eq!(codes("--code 410 --code not-found --target go"), [404, 410]);
    assert_eq!(codes("--code 410,404,410 --target go"), [404, 410]);
    assert_eq!(codes("--class 1XX --target go --code 404"), [100, 101, 102, 103, 104, 404]);
    assert!(codes("--class 4xx,5xx").into_iter().all(|code| (400..600).contains(&code)));
    let targets = |words| pairs(words).into_iter().map(|(_, target)| target).collect::<Vec<_>>();
    assert_eq!(targets("--code 404 --target PHP --target flask,php"), ["flask", "php"]);
}

#[test]
fn a_record_is_what_the_command_prints() {
    let line = export("--code 404 --target go --form handler").stdout;
    let printed = statuscraft(["404", "go", "--form", "handler", "--format", "json"]).stdout;
    let parse = |text: &str| serde_json::from_str::<Value>(text).expect("JSON");
    assert_eq!(parse(&line), parse(&printed));
}

#[test]
fn json_is_one_array_of_the_same_records() {
    for words in ["--class 3xx", "--code 306", "--code 404 --target go"] {
        let array: Value =
            serde_json::from_str(&export(&format!("{words} --format json")).stdout).expect("JSON");
        let lines = export(words).stdout;
        let lines: Vec<Value> =
            lines.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
        assert_eq!(array, Value::Array(lines), "{words}");
    }
}

#[test]
fn invalid_exports_are_reported() {
    let told = [
        "--code 999",
        "--target flsk",
        "--class 6xx",
        "--format markdown",
        "--format files",
        "--check",
        "--out x --check --force",
        "--what codes --target flask",
        "--what comparisons --message x",
        "--what codes --out x --format markdown",
        "--what explanations --out x --format files",
        "--watch",
        "--out x --watch",
    ]
    .into_iter()
    .map(|words| format!("$ statuscraft export {words}\n{}", export(words)))
    .collect::<Vec<_>>()
    .join("\n");
    with_snapshots("export", || insta::assert_snapshot!("refused", told));
}

#[test]
fn each_example_is_written_to_its_own_file() {
    let out = TempDir::new().expect("a folder");
    let path = quoted(out.path());
    let outcome = export(&format!("--code 404,306 --target go,spring --out {path}"));
    assert_eq!(
        outcome.stdout,
        format!("{}: 4 written, 0 removed, 0 untouched\n", out.path().display())
    );
    let spring = "spring/404/src/main/java/com/example/demo/DemoApplication.java";
    let written = files(out.path());
    for file in ["go/404/main.go", spring, "spring/404/src/main/resources/application.properties"] {
        assert!(written.iter().any(|it| it == file), "{file}: {written:?}");
    }
    let go = fs::read_to_string(out.path().join("go/404/main.go")).expect("a file");
    assert_eq!(go, statuscraft(["404", "go"]).stdout);
    let java = fs::read_to_string(out.path().join(spring)).expect("a file");
    assert!(statuscraft(["404", "spring"]).stdout.contains(&java), "{java}");
    let again = export(&format!("--code 404 --target go --out {path}"));
    assert!(again.stdout.ends_with(": 0 written, 3 removed, 1 untouched\n"), "{again}");
    assert!(files(out.path()).iter().eq(["go/404/main.go", "statuscraft.lock.json"]));
}

#[test]
fn each_format_writes_one_page_per_code_with_the_output_of_the_command() {
    for format in formats() {
        let out = TempDir::new().expect("a folder");
        let name = format.name();
        let path = quoted(out.path());
        let outcome = export(&format!("--code 404,306 --format {name} --out {path}"));
        assert_eq!(outcome.status, 0, "{outcome}");
        for code in ["404", "306"] {
            let file = out.path().join(format!("{code}.{}", format.extension()));
            let printed = statuscraft([code, "--format", name]);
            if printed.status == 0 {
                assert_eq!(fs::read_to_string(file).expect("a page"), printed.stdout, "{name}");
            } else {
                assert!(!file.exists(), "{name} has nothing to say of {code}");
            }
        }
        let one = TempDir::new().expect("a folder");
        export(&format!("--code 404 --target go --format {name} --out {}", quoted(one.path())));
        let file = one.path().join(format!("404.{}", format.extension()));
        let printed = statuscraft(["404", "go", "--format", name]).stdout;
        assert_eq!(fs::read_to_string(file).expect("a page"), printed, "{name}");
    }
}

#[test]
fn a_check_lists_differences_and_changes_nothing() {
    let out = TempDir::new().expect("a folder");
    let path = quoted(out.path());
    let words = |more: &str| format!("--code 404,410 --target flask,go --out {path} {more}");
    let absent = out.path().join("absent");
    let outcome = export(&format!("--code 404 --out {} --check", quoted(&absent)));
    assert!(outcome.status == 1 && !absent.exists(), "{outcome}");
    export(&words(""));
    assert_eq!(export(&words("--check")).to_string(), "");
    fs::write(out.path().join("go/404/main.go"), "by hand").expect("a file");
    fs::remove_file(out.path().join("go/410/main.go")).expect("removed");
    let before = files(out.path());
    let mut told = export(&words("--form handler --check")).to_string();
    told += &export(&words("--form handler")).to_string();
    assert_eq!(files(out.path()), before);
    told += &export(&words("--form handler --force")).to_string();
    told += &export(&words("--form handler --check")).to_string();
    let told = told.replace(&out.path().display().to_string(), "OUT");
    with_snapshots("export", || insta::assert_snapshot!("check", told));
}

#[test]
fn a_target_cannot_write_outside_the_folder() {
    let parent = TempDir::new().expect("a folder");
    let out = parent.path().join("a/b/out");
    let yaml =
        fs::read_to_string(crate::support::root().join("snippet-templates/flask/target.yaml"))
            .expect("a target");
    let hostile = yaml.replace("file: app.py", "file: ../../../../escaped.py");
    assert_ne!(yaml, hostile);
    let overlay = Overlay::new().file("snippet-templates/flask/target.yaml", hostile);
    let outcome = export(&format!(
        "--code 404 --target flask --out {} --overlay {}",
        quoted(&out),
        quoted(overlay.path())
    ));
    assert_eq!(outcome.status, 2, "{outcome}");
    assert!(outcome.stderr.contains("can't be the path of a generated file"), "{outcome}");
    assert!(files(parent.path()).is_empty());
}

#[test]
fn a_depfile_names_what_the_folder_depends_on() {
    let overlay = Overlay::new()
        .file(
            "data/statuses/404.yaml",
            fs::read(crate::support::root().join("data/statuses/404.yaml")).expect("a status"),
        )
        .file("snippet-templates/flask/codes/with space$#.j2", "x");
    let out = TempDir::new().expect("a folder");
    let depfile = out.path().join("out.d");
    let outcome = export(&format!(
        "--code 404 --target go --out {}/site --depfile {} --overlay {}",
        quoted(out.path()),
        quoted(&depfile),
        quoted(overlay.path())
    ));
    assert_eq!(outcome.status, 0, "{outcome}");
    let text = fs::read_to_string(&depfile).expect("a depfile");
    let text = overlay.anonymous(&text).replace(&out.path().display().to_string(), "OUT");
    let text = text.replace(env!("CARGO_BIN_EXE_statuscraft"), "PROGRAM");
    with_snapshots("export", || insta::assert_snapshot!("depfile", text));
}

#[test]
fn a_depfile_runs_no_command_and_waits_for_nobody() {
    let overlay = Overlay::new().file("snippet-templates/flask/codes/a;touch pwned.j2", "x");
    let out = TempDir::new().expect("a folder");
    let depfile = out.path().join("out.d");
    let command = format!(
        "--code 404 --target go --out {}/site --depfile {}",
        quoted(out.path()),
        quoted(&depfile)
    );
    let outcome = export(&format!("{command} --overlay {}", quoted(overlay.path())));
    assert_eq!(outcome.status, 2, "{outcome}");
    assert!(outcome.stderr.contains("a dependency file can't hold a name with `;`"), "{outcome}");
    assert!(!depfile.exists());
    // What crashes have left is in nobody's way.
    fs::write(out.path().join(".out.d.statuscraft.tmp"), "half").expect("written");
    fs::write(out.path().join("site/.statuscraft.tmp"), "half").expect("written");
    for _ in 0..2 {
        assert_eq!(export(&command).status, 0);
    }
    assert_eq!(files(out.path()).iter().filter(|name| name.contains("tmp")).count(), 0);
}

#[test]
fn a_checkout_with_other_line_ends_is_not_an_edit() {
    let out = TempDir::new().expect("a folder");
    let command = format!("--code 404 --target go,flask --out {}", quoted(out.path()));
    let command = command.replace("go,flask", "go --target flask");
    assert_eq!(export(&command).status, 0);
    for name in files(out.path()) {
        let path = out.path().join(name);
        let text = fs::read_to_string(&path).expect("text");
        fs::write(path, text.replace('\n', "\r\n")).expect("written");
    }
    let check = export(&format!("{command} --check"));
    assert_eq!((check.status, check.stderr.as_str()), (0, ""), "{check}");
    let again = export(&command);
    assert!(again.stdout.contains(" 0 written, 0 removed, 2 untouched"), "{again}");
    // An edit is one as before, in lines of either end.
    let path = out.path().join("go/404/main.go");
    let text = fs::read_to_string(&path).expect("text");
    for edited in [format!("{text}// mine\r\n"), text.replacen("\r\n", "\n", 1)] {
        fs::write(&path, edited).expect("written");
        assert_eq!(export(&format!("{command} --check")).status, 1);
    }
}

#[test]
fn a_kill_at_any_moment_leaves_every_file_complete() {
    let out = TempDir::new().expect("a folder");
    let path = out.path().to_str().expect("UTF-8");
    let words = |form: &'static str| ["export", "--class", "4xx", "--form", form, "--out", path];
    let state = |form| {
        let whole = TempDir::new().expect("a folder");
        let folder = whole.path().to_str().expect("UTF-8").to_owned();
        statuscraft(["export", "--class", "4xx", "--form", form, "--out", &folder]);
        let read = |name: &String| fs::read(whole.path().join(name)).expect("a file");
        files(whole.path()).iter().map(|name| (name.clone(), read(name))).collect::<Vec<_>>()
    };
    let (programs, handlers) = (state("program"), state("handler"));
    let mut interrupted = 0;
    for round in 0..24_u32 {
        let form = if round % 2 == 0 { "program" } else { "handler" };
        let mut child = Command::new(env!("CARGO_BIN_EXE_statuscraft"))
            .args(words(form))
            .env_remove("STATUSCRAFT_OVERLAY")
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        thread::sleep(Duration::from_millis(u64::from(round * 37 % 16) * 12));
        child.kill().expect("killed, or ended by itself");
        let output = child.wait_with_output().expect("an end");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "our own files are refused");
        interrupted += u32::from(!output.status.success());
        for (name, _) in programs.iter().chain(&handlers) {
            let Ok(found) = fs::read(out.path().join(name)) else { continue };
            let whole = name == "statuscraft.lock.json"
                || programs.iter().chain(&handlers).any(|(it, text)| it == name && found == *text);
            assert!(whole, "{name} is neither old nor new");
        }
    }
    assert!(interrupted > 0, "nothing was killed in time");
    assert_eq!(statuscraft(words("handler")).stderr, "");
    for (name, handler) in &handlers {
        assert_eq!(fs::read(out.path().join(name)).expect("a file"), *handler, "{name}");
    }
    assert_eq!(files(out.path()).len(), handlers.len());
}

#[test]
fn help_lists_the_options() {
    let outcome = statuscraft(["export", "--help"]);
    with_snapshots("cli", || insta::assert_snapshot!("help-export", outcome.to_string()));
}

#[test]
fn options_apply_to_every_example() {
    let words =
        "--code 404,410 --target flask,go --form handler --message 'its gone' --name find-it";
    let lines = export(words).stdout;
    assert_eq!(lines.lines().count(), 4);
    for line in lines.lines() {
        let record: Value = serde_json::from_str(line).expect("JSON");
        let text = record["text"].as_str().expect("a text");
        assert!(text.contains("its gone"), "{text}");
        assert!(text.contains("find_it") || text.contains("findIt"), "{text}");
    }
    let strict = export("--code 404 --target flask --path /cafes/{id} --strict --body problem");
    assert!(strict.stdout.contains("/cafes/<int:id>"), "{strict}");
    assert!(strict.stdout.contains("\"body\":\"problem\""), "{strict}");
}

#[test]
fn other_subjects_are_what_the_commands_print() {
    let parse = |text: &str| serde_json::from_str::<Value>(text).expect("JSON");
    let printed = |words: &str| parse(&statuscraft(words.split(' ')).stdout);
    let exported = |words: &str| parse(&export(words).stdout);
    let explained = printed("explain 404 flask --format json");
    assert_eq!(exported("--what explanations --code 404 --target flask"), explained);
    let compared = export("--what comparisons --code 401").stdout;
    assert!(compared.lines().count() > 1, "{compared}");
    for line in compared.lines() {
        let codes = parse(line)["codes"].clone();
        let codes = codes.as_array().expect("two codes").iter().map(|it| it["code"].clone());
        assert!(codes.into_iter().any(|code| code == 401), "{line}");
    }
    let transcript = exported("--what transcripts --code 404 --target go");
    assert!(transcript["messages"][0]["text"].as_str().expect("a text").starts_with("GET "));
    assert_eq!(transcript["messages"][1]["from"], "server");
}

#[test]
fn the_facts_of_codes_are_complete() {
    let all = export("--what codes --unofficial").stdout;
    let codes: Vec<Value> =
        all.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let listed = statuscraft(["list", "codes", "--unofficial"]).stdout.lines().count();
    assert_eq!(codes.len(), listed);
    let of = |code: u64| codes.iter().find(|it| it["code"] == code).expect("the code");
    assert_eq!(of(413)["formerly"][0], "Request Entity Too Large");
    assert_eq!((&of(418)["name"], &of(418)["listed"]), (&"im-a-teapot".into(), &true.into()));
    assert_eq!((&of(499)["listed"], &of(499)["spec"]), (&false.into(), &Value::Null));
    let constants = of(404)["constants"].to_string();
    for constant in ["http.StatusNotFound", "HttpStatus.NOT_FOUND", "StatusCode::NOT_FOUND"] {
        assert!(constants.contains(constant), "{constants}");
    }
    // A generator makes identifiers of the names.
    let names: Vec<_> = codes
        .iter()
        .filter(|it| it["listed"] == true)
        .map(|it| it["name"].as_str().expect("a name"))
        .collect();
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
    let plain = |one: char| one.is_ascii_lowercase() || one == '-' || one.is_ascii_digit();
    assert!(names.iter().all(|name| name.starts_with(|one: char| one.is_ascii_lowercase())));
    assert!(names.iter().all(|name| name.chars().all(plain)), "{names:?}");
}

#[test]
fn each_subject_has_files_of_its_own() {
    for (words, file, start) in [
        ("--what explanations --code 404 --target flask", "404.md", "# 404 Not Found\n"),
        ("--what explanations --code 404 --format nextra", "404.mdx", "import { Tabs }"),
        ("--what comparisons --code 401", "401-403.md", "# 401"),
        ("--what codes --code 404", "404.json", "{"),
        ("--what transcripts --code 404 --target go", "go/404.http", "GET /books/"),
    ] {
        let out = TempDir::new().expect("a folder");
        let outcome = export(&format!("{words} --out {}", quoted(out.path())));
        assert_eq!(outcome.status, 0, "{outcome}");
        let text = fs::read_to_string(out.path().join(file)).expect("a file");
        assert!(text.starts_with(start), "{words}: {text}");
        let check = export(&format!("{words} --out {} --check", quoted(out.path())));
        assert_eq!(check.to_string(), "", "{words}");
    }
}

#[test]
fn line_ends_of_a_checkout_are_no_edits() {
    let out = TempDir::new().expect("a folder");
    let words = format!("--code 404 --target flask,go --out {}", quoted(out.path()));
    export(&words);
    for name in files(out.path()) {
        let path = out.path().join(name);
        let text = fs::read_to_string(&path).expect("a text");
        fs::write(&path, text.replace('\n', "\r\n")).expect("written");
    }
    assert_eq!(export(&format!("{words} --check")).to_string(), "");
    assert!(export(&words).stdout.ends_with(": 0 written, 0 removed, 2 untouched\n"));
    let changed = export(&format!("{words} --message changed"));
    assert!(changed.stdout.ends_with(": 2 written, 0 removed, 0 untouched\n"), "{changed}");
}

#[test]
fn a_watched_folder_follows_its_overlays() {
    let overlay = Overlay::new().file(
        "snippet-templates/flask/codes/404.j2",
        "{% block handler %}\nfirst()\n{% endblock %}\n",
    );
    let out = TempDir::new().expect("a folder");
    let mut child = Command::new(env!("CARGO_BIN_EXE_statuscraft"))
        .args(["export", "--watch", "--code", "404", "--target", "flask", "--form", "handler"])
        .args(["--out".as_ref(), out.path(), "--overlay".as_ref(), overlay.path()])
        .stdout(Stdio::null())
        .spawn()
        .expect("the program starts");
    let holds = |text: &str| {
        let file = out.path().join("flask/404/app.py");
        let shown = || fs::read_to_string(&file).unwrap_or_default();
        (0..3000).any(|_| {
            thread::sleep(Duration::from_millis(20));
            shown().contains(text)
        })
    };
    let first = holds("first()");
    fs::write(
        overlay.path().join("snippet-templates/flask/codes/404.j2"),
        "{% block handler %}\nsecond()\n{% endblock %}\n",
    )
    .expect("written");
    let second = holds("second()");
    let _ = child.kill();
    let _ = child.wait();
    assert!(first && second, "{first} {second}");
}

#[test]
fn the_hint_of_a_check_leads_to_a_folder_that_is_up_to_date() {
    let out = TempDir::new().expect("a folder");
    let path = quoted(out.path());
    let words = format!("--code 404 --target go --out {path}");
    let hint = |expected: &str| {
        let outcome = export(&format!("{words} --check"));
        assert!(outcome.status == 1 && outcome.stderr.contains(expected), "{outcome}");
    };
    hint("hint: the same command without `--check` updates the files\n");
    assert_eq!(export(&words).status, 0);
    fs::write(out.path().join("go/404/main.go"), "edited").expect("written");
    hint("hint: `--force` instead of `--check` updates all files and overwrites the edited ones\n");
    assert_eq!(export(&words).status, 2);
    assert_eq!(export(&format!("{words} --force")).status, 0);
    assert_eq!(export(&format!("{words} --check")).status, 0);
}

#[test]
fn a_folder_of_something_else_is_not_replaced_silently() {
    let out = TempDir::new().expect("a folder");
    let path = quoted(out.path());
    assert_eq!(export(&format!("--code 404 --target go --out {path}")).status, 0);
    let codes = format!("--what codes --code 404 --out {path}");
    let outcome = export(&codes);
    let told = "the folder was generated with examples, which would be removed";
    assert!(outcome.status == 2 && outcome.stderr.contains(told), "{outcome}");
    assert!(outcome.stderr.contains("`--force` replaces examples by codes"), "{outcome}");
    assert!(out.path().join("go/404/main.go").exists());
    assert_eq!(export(&format!("{codes} --force")).status, 0);
    assert!(!out.path().join("go/404/main.go").exists());
    assert_eq!(export(&codes).status, 0);
    // A manifest of an earlier version doesn't say what the folder holds.
    let manifest = out.path().join("statuscraft.lock.json");
    let text = fs::read_to_string(&manifest).expect("a manifest");
    fs::write(&manifest, text.replace("  \"what\": \"codes\",\n", "")).expect("written");
    assert_eq!(export(&format!("{codes} --check")).status, 0);
}
