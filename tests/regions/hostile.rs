//! A cloned repository can't make the program read other files, or hang.

use std::fs;
use std::os::unix::fs::symlink;
use std::process::Command;

use crate::support::Docs;

const REGION: &str = "<!-- statuscraft 404 flask --form handler -->\n<!-- /statuscraft -->\n";
const EXPLAIN: &str = "<!-- statuscraft explain 404 -->\n<!-- /statuscraft -->\n";
const LIST: &str = "<!-- statuscraft list --unofficial -->\n<!-- /statuscraft -->\n";
const KEY: &str = "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA secret\n";

/// A repository, and beside it a folder that it must not reach.
fn docs() -> Docs {
    Docs::new()
        .file("home/key", KEY)
        .file("home/data/statuses/secret-plan.yaml", "private: true\n")
        .file("home/snippet-templates/flask/codes/404.j2", "secret {{\n")
        .file("clone/.git/HEAD", "")
        .file("clone/a.md", REGION)
}

fn told(docs: &Docs, expected: &str) {
    for command in ["check", "update"] {
        let outcome = docs.run([command, "clone"]);
        assert_eq!(outcome.status, 2, "{outcome}");
        for private in ["BEGIN", "b3Bl", "secret", "private"] {
            assert!(!outcome.to_string().contains(private), "{outcome}");
        }
        assert!(outcome.stderr.contains(expected), "{outcome}");
    }
    assert_eq!(docs.read("clone/a.md"), REGION);
}

#[test]
fn a_configuration_that_is_a_link_out_of_the_repository_is_not_read() {
    let docs = docs();
    symlink("../home/key", docs.path("clone/statuscraft.yaml")).expect("a link");
    told(&docs, "clone/statuscraft.yaml: this link leads out of the repository\nhint: ");
}

#[test]
fn a_link_inside_of_the_repository_is_followed() {
    let docs = docs().file("clone/tools/own.yaml", "targets: [go]\n");
    symlink("tools/own.yaml", docs.path("clone/statuscraft.yaml")).expect("a link");
    assert_eq!(docs.run(["update", "clone"]).status, 0);
}

#[test]
fn overlays_of_a_configuration_stay_inside_of_its_repository() {
    for overlay in ["../home", "../nowhere", "/etc", "style/../../home", "link", "sub/../../home"] {
        let docs = docs().file("clone/statuscraft.yaml", format!("overlays: [{overlay}]\n"));
        symlink("../home", docs.path("clone/link")).expect("a link");
        let expected = format!("the overlay `{overlay}` leads out of the repository");
        told(&docs, &expected);
    }
}

#[test]
fn links_inside_of_an_overlay_do_not_lead_out_of_it() {
    for (link, to) in [
        ("snippet-templates/flask/codes/404.j2", "home/snippet-templates/flask/codes/404.j2"),
        ("snippet-templates/flask/codes", "home/snippet-templates/flask/codes"),
        ("snippet-templates", "home/snippet-templates"),
        ("data", "home/data"),
        ("data/statuses", "home/data/statuses"),
    ] {
        let docs = docs()
            .file("clone/statuscraft.yaml", "overlays: [style]\n")
            .file("clone/a.md", format!("{REGION}\n{EXPLAIN}\n{LIST}"));
        let link = docs.path("clone/style").join(link);
        fs::create_dir_all(link.parent().expect("a folder")).expect("folders");
        symlink(docs.path(to), link).expect("a link");
        let outcome = docs.run(["check", "clone"]);
        assert_eq!(outcome.status, 2, "{outcome}");
        assert!(outcome.stderr.contains("the path leads out of its overlay"), "{outcome}");
        assert!(!outcome.to_string().contains("secret"), "{to}: {outcome}");
    }
}

#[test]
fn errors_quote_a_short_word_of_a_file_at_most() {
    let docs = docs().file("clone/statuscraft.yaml", KEY.repeat(50));
    let outcome = docs.run(["check", "clone"]);
    assert!(outcome.stderr.len() < 300, "{outcome}");
    let docs = docs.file("clone/statuscraft.yaml", "form: \"a\\u001b]0;x\\u0007b\"\n");
    let outcome = docs.run(["check", "clone"]);
    assert!(
        !outcome.stderr.contains('\u{1b}') && outcome.stderr.contains("a\\u{1b}]0;"),
        "{outcome}"
    );
}

#[test]
fn names_and_words_do_not_command_the_terminal() {
    let docs = docs()
        .file("clone/\u{1b}[2Jx\n.md", REGION)
        .file("clone/b.md", REGION.replace("404", "'\u{1b}]0;x\u{7}'"));
    for command in ["check", "update"] {
        let outcome = docs.run([command, "clone"]);
        assert!(!outcome.stderr.contains('\u{1b}'), "{outcome}");
        if command == "update" {
            assert!(outcome.stdout.contains("clone/\\u{1b}[2Jx\\u{a}.md: 1 region"), "{outcome}");
        }
    }
}

#[test]
fn pipes_and_devices_are_never_opened() {
    let pipe = |docs: &Docs, name: &str| {
        let path = docs.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
        assert!(Command::new("mkfifo").arg(path).status().expect("mkfifo").success());
    };
    let docs = docs();
    pipe(&docs, "clone/pipe.md");
    for path in ["clone", "clone/pipe.md"] {
        let outcome = docs.run(["check", path]);
        let told = "error: clone/pipe.md: it is not a regular file, and is never opened";
        assert!(outcome.stderr.contains(told), "{outcome}");
    }
    for (overlay, name) in [
        ("", "statuscraft.yaml"),
        ("overlays: [style]\n", "style/snippet-templates/flask/codes/404.j2"),
        ("overlays: [style]\n", "style/snippet-templates/flask/target.yaml"),
        ("overlays: [style]\n", "style/data/languages/python.yaml"),
    ] {
        let docs = Docs::new().file("clone/a.md", REGION);
        if !overlay.is_empty() {
            docs.write("clone/statuscraft.yaml", overlay);
        }
        pipe(&docs, &format!("clone/{name}"));
        let outcome = docs.run(["check", "clone"]);
        assert_eq!(outcome.status, 2, "{outcome}");
        assert!(outcome.stderr.contains("it is not a regular file"), "{outcome}");
    }
    // A device has no end.
    let docs = Docs::new().file("a.md", REGION);
    symlink("/dev/zero", docs.path("b.md")).expect("a link");
    assert_eq!(docs.run(["update", "."]).to_string(), "a.md: 1 region updated\n");
    let outcome = docs.run(["check", "b.md"]);
    assert!(outcome.stderr.contains("it is not a regular file"), "{outcome}");
}
