//! A user's own files over the built-in ones.

use std::process::Command;

use statuscraft::{ErrorKind, Generator, Options};

use crate::support::{Outcome, Overlay, statuscraft};

const TARGET: &str = "title: Python (Tiny)\nlanguage: python\nversion: Tiny 1\ndocumentation: https://tiny.example/\nfile: tiny.py\nport: 9999\ninstall: pip install tiny\nrun: python {file} --port {port}\n";

fn snippet(generator: &Generator, code: &str, target: &str) -> statuscraft::Result<String> {
    let target = generator.target(target)?;
    Ok(generator.snippet(generator.status(code)?, &target, &Options::default())?.text)
}

#[test]
fn one_file_hides_one_file() {
    let overlay =
        Overlay::new().file("snippet-templates/flask/codes/404.j2", "# overlaid: {{ code }}\n");
    let generator = overlay.generator();
    assert_eq!(snippet(&generator, "404", "flask").expect("overlaid"), "# overlaid: 404\n");
    assert_eq!(
        snippet(&generator, "403", "flask").expect("theirs"),
        snippet(&Generator::new(), "403", "flask").expect("theirs"),
    );
}

#[test]
fn what_the_working_folder_has_is_found_with_an_option() {
    let overlay = Overlay::new()
        .file("snippet-templates/falcon/target.yaml", TARGET)
        .file("data/statuses/299.yaml", "")
        .file("data/unofficial/597.yaml", "");
    let run = |words: &str| {
        let mut program = Command::new(env!("CARGO_BIN_EXE_statuscraft"));
        program.args(words.split(' ')).current_dir(overlay.path());
        program.env_remove("STATUSCRAFT_OVERLAY").env("NO_COLOR", "1");
        Outcome::of(program.output().expect("the program starts"))
    };
    let target =
        "hint: the working folder has `snippet-templates/falcon/target.yaml`: add `--overlay .`";
    let code = "hint: the working folder has `data/statuses/299.yaml`: add `--overlay .`";
    for (words, hint) in [
        ("410 falcon", target),
        ("410 Falcon", target),
        ("verify 410 --target falcon", target),
        ("export --target falcon", target),
        ("299 flask", code),
        ("explain 299", code),
        ("597 flask", "hint: the working folder has `data/unofficial/597.yaml`: add `--overlay .`"),
    ] {
        let outcome = run(words);
        assert!(outcome.status == 2 && outcome.stderr.contains(hint), "{words}\n{outcome}");
    }
    for words in ["410 bottle", "298 flask", "410 ../falcon"] {
        let outcome = run(words);
        assert!(outcome.status == 2 && !outcome.stderr.contains("--overlay"), "{words}\n{outcome}");
    }
    assert!(!run("410 falcon --overlay .").stderr.contains("hint: the working folder"));
}

#[test]
fn a_later_folder_hides_an_earlier_one() {
    let first = Overlay::new()
        .file("snippet-templates/flask/codes/404.j2", "first\n")
        .file("snippet-templates/flask/codes/403.j2", "first\n");
    let second = Overlay::new().file("snippet-templates/flask/codes/404.j2", "second\n");
    let generator =
        Generator::with_overlays([first.path().into(), second.path().into()]).expect("folders");
    assert_eq!(snippet(&generator, "404", "flask").expect("a snippet"), "second\n");
    assert_eq!(snippet(&generator, "403", "flask").expect("a snippet"), "first\n");
}

#[test]
fn a_new_target_needs_a_folder_and_nothing_else() {
    let overlay = Overlay::new()
        .file("snippet-templates/tiny/target.yaml", TARGET)
        .file("snippet-templates/tiny/program.j2", "{% block handler %}{% endblock %}\n")
        .file(
            "snippet-templates/tiny/recipes/constant.j2",
            "{% extends \"program.j2\" %}\n{% block handler %}\nsend({{ code }}, {{ message }})\n{% endblock %}\n",
        );
    let path = overlay.path().to_string_lossy().into_owned();
    let outcome = statuscraft(["410", "tiny", "--message", "it's", "--overlay", &path]);
    assert_eq!(outcome.stdout, "send(410, \"it's\")\n", "{outcome}");
    let listed = statuscraft(["list", "targets", "--overlay", &path]);
    assert!(listed.stdout.contains("tiny"), "{listed}");
}

#[test]
fn a_new_status_needs_a_file_and_nothing_else() {
    let teapot = "code: 432\nphrase: Handshake Refused\nregistration: unused\nfault: client\nspec: {document: RFC 9110, section: \"15\"}\ncontent: allowed\nrecipe: constant\nexchange: {request: {}, response: {message: json}}\nsummary: A form's token ran out.\n";
    let overlay = Overlay::new().file("data/statuses/432.yaml", teapot);
    let generator = overlay.generator();
    assert!(snippet(&generator, "handshake-refused", "flask").expect("a snippet").contains("432"));
    assert_eq!(generator.statuses().expect("statuses").len(), 65);
}

#[test]
fn the_environment_names_overlays_too() {
    let overlay = Overlay::new().file("snippet-templates/flask/codes/404.j2", "overlaid\n");
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_statuscraft"))
        .args(["404", "flask"])
        .env("STATUSCRAFT_OVERLAY", overlay.path())
        .output()
        .expect("the program starts");
    assert_eq!(String::from_utf8_lossy(&output.stdout), "overlaid\n");
}

#[test]
fn a_template_can_not_leave_its_folder() {
    for name in
        ["../flask/program.j2", "/etc/passwd", "recipes/../../flask/program.j2", "a\\\\b", ""]
    {
        let overlay = Overlay::new()
            .file("snippet-templates/tiny/target.yaml", TARGET)
            .file("snippet-templates/tiny/codes/410.j2", format!("{{% include \"{name}\" %}}"));
        let error = snippet(&overlay.generator(), "410", "tiny").expect_err(name);
        assert_eq!(error.kind(), ErrorKind::Template, "{error}");
        assert!(error.to_string().contains("codes/410.j2:1:"), "{error}");
    }
}

#[test]
fn a_target_name_cannot_be_a_path() {
    for id in ["../flask", "flask/../go", "/flask", "", ".", "flask\0"] {
        let error = Generator::new().target(id).expect_err(id);
        assert_eq!(error.kind(), ErrorKind::UnknownTarget);
    }
}

#[cfg(unix)]
#[test]
fn a_symbolic_link_out_of_the_overlay_is_refused() {
    let outside = Overlay::new().file("secret.j2", "secret\n");
    let overlay = Overlay::new().file("snippet-templates/flask/codes/403.j2", "overlaid\n");
    let link = overlay.path().join("snippet-templates/flask/codes/404.j2");
    std::os::unix::fs::symlink(outside.path().join("secret.j2"), link).expect("a link");
    let error = snippet(&overlay.generator(), "404", "flask").expect_err("the link");
    assert!(error.to_string().contains("leads out of its overlay"), "{error}");
    assert_eq!(snippet(&overlay.generator(), "403", "flask").expect("a snippet"), "overlaid\n");
}

#[test]
fn a_missing_folder_is_an_error() {
    let error = Generator::with_overlays(["/nowhere/at/all".into()]).err().expect("an error");
    assert_eq!(error.kind(), ErrorKind::Read);
    assert!(error.hint().is_some());
}

#[test]
fn an_empty_variable_names_no_overlay() {
    for value in ["", ":", "::"] {
        for words in
            [&["404", "flask"][..], &["404", "flask", "-q"], &["explain", "404"], &["lint"]]
        {
            let with = |value: Option<&str>| {
                let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_statuscraft"));
                command.args(words).env_remove("STATUSCRAFT_OVERLAY");
                if let Some(value) = value {
                    command.env("STATUSCRAFT_OVERLAY", value);
                }
                Outcome::of(command.output().expect("the program starts"))
            };
            let (set, unset) = (with(Some(value)), with(None));
            assert_eq!(set.to_string(), unset.to_string(), "{value:?} {words:?}");
        }
    }
}

#[cfg(unix)]
#[test]
fn what_can_not_be_read_is_not_taken_for_missing() {
    use std::os::unix::fs::symlink;
    let overlay = |name: &str, link: &str| {
        let overlay = Overlay::new().file("data/README", "").file("snippet-templates/README", "");
        let path = overlay.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
        symlink(link, path).expect("a link");
        overlay
    };
    for (overlay, name) in [
        (Overlay::new().file("data", ""), "data"),
        (Overlay::new().file("snippet-templates", ""), "snippet-templates"),
        (Overlay::new().file("data/statuses", ""), "data/statuses"),
        // Links in a circle and to nothing.
        (overlay("data/statuses", "statuses"), "data/statuses"),
        (overlay("page-templates", "nowhere"), "page-templates"),
        (overlay("data/statuses/404.yaml", "404.yaml"), "data/statuses/404.yaml"),
        (overlay("snippet-templates/flask", "flask"), "snippet-templates/flask/target.yaml"),
        (
            overlay("snippet-templates/flask/codes/404.j2", "nowhere"),
            "snippet-templates/flask/codes/404.j2",
        ),
    ] {
        let path = overlay.path().to_string_lossy().into_owned();
        let outcome = statuscraft(["404", "flask", "--overlay", &path]);
        let begin = format!("error: {}: ", overlay.path().join(name).display());
        assert!(outcome.status == 2 && outcome.stderr.starts_with(&begin), "{name}: {outcome}");
    }
    // Files beside the folders of targets are none.
    let beside = Overlay::new().file("snippet-templates/README.md", "text");
    let path = beside.path().to_string_lossy().into_owned();
    assert_eq!(statuscraft(["404", "flask", "--overlay", &path]).status, 0);
    assert_eq!(statuscraft(["list", "targets", "--overlay", &path]).status, 0);
}
