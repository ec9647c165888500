//! Every message of every error, as users see it.

use crate::support::{Overlay, statuscraft, with_snapshots};

const TARGET: &str = "title: T\nlanguage: python\nversion: T 1\ndocumentation: https://t.example/\nfile: t.py\nport: 80\ninstall: t\nrun: t\n";
const STATUS: &str = "code: 299\nphrase: P\nregistration: unused\nfault: neither\nspec: {document: RFC 9110, section: \"15\"}\ncontent: allowed\nrecipe: plain\nexchange: {request: {}}\nsummary: S.\n";

/// The output for 299 in the target `t` of this overlay.
fn said(overlay: &Overlay) -> String {
    let path = overlay.path().to_string_lossy().into_owned();
    let outcome = statuscraft(["299", "t", "--overlay", &path]);
    assert_eq!((outcome.stdout.as_str(), outcome.status), ("", 2), "{outcome}");
    overlay.anonymous(&outcome.stderr)
}

fn snapshot(name: &str, shown: &str) {
    with_snapshots("errors", || insta::assert_snapshot!(name, shown));
}

#[test]
fn a_status_file_is_wrong() {
    let mut shown = String::new();
    for (from, to) in [
        ("code: 299", "code: 298"),
        ("code: 299", "code: 99"),
        ("code: 299", "code: many"),
        ("phrase: P", "phrse: P"),
        ("phrase: P\n", ""),
        ("fault: neither", "fault: nobody"),
        ("registration: unused", "registration: gone"),
        ("content: allowed\n", ""),
        ("recipe: plain\n", ""),
        ("request: {}", "request: {method: 'GE T'}"),
        ("request: {}", "request: {fields: {'X Y': z}}"),
        ("request: {}", "request: {fields: {X: 'é'}}"),
        ("request: {}", "request: {transfer: slowly}"),
        ("request: {}", "request: {}, response: {status: [200, 999]}"),
        ("request: {}", "request: {}, upstream: sulks"),
        ("summary: S.", "summary: [unclosed"),
        ("summary: S.", "summary: S.\nsummary: T."),
        ("summary: S.", "\tsummary: S."),
    ] {
        let overlay = Overlay::new()
            .file("snippet-templates/t/target.yaml", TARGET)
            .file("data/statuses/299.yaml", STATUS.replace(from, to));
        shown.push_str(&format!("# {}\n{}", to.escape_debug(), said(&overlay)));
    }
    snapshot("status", &shown);
}

#[test]
fn a_target_file_is_wrong() {
    let mut shown = String::new();
    for (from, to) in [
        ("title: T", "titel: T"),
        ("port: 80", "port: 80000"),
        ("language: python", "language: pyhton"),
        ("https://t.example/", "javascript:alert(1)"),
        ("https://t.example/", "file:///etc/passwd"),
        ("https://t.example/", "//t.example/"),
        ("run: t", "run: t\nroute: {form: raw}"),
        ("run: t", "run: t\ncodes: {99: {run: x}}"),
        ("run: t", "run: t\nunsupported: {299: {reason: r}}"),
    ] {
        let overlay = Overlay::new()
            .file("snippet-templates/t/target.yaml", TARGET.replace(from, to))
            .file("snippet-templates/t/recipes/plain.j2", "x\n")
            .file("data/statuses/299.yaml", STATUS);
        shown.push_str(&format!("# {}\n{}", to.escape_debug(), said(&overlay)));
    }
    snapshot("target", &shown);
}

#[test]
fn a_code_needs_either_a_template_or_a_reason() {
    let target = |more: &str| {
        Overlay::new()
            .file("snippet-templates/t/target.yaml", format!("{TARGET}{more}"))
            .file("data/statuses/299.yaml", STATUS)
    };
    let reason =
        "unsupported: {299: {reason: The framework has no door for it., instead: Use another.}}\n";
    let mut shown = String::new();
    for (what, overlay) in [
        ("neither a template nor a reason", target("")),
        ("a reason", target(reason)),
        ("both", target(reason).file("snippet-templates/t/recipes/plain.j2", "x\n")),
    ] {
        shown.push_str(&format!("# {what}\n{}", said(&overlay)));
    }
    snapshot("service", &shown);
}

#[test]
fn a_template_is_wrong() {
    let mut shown = String::new();
    for template in [
        "{{ mesage }}",
        "line one\n  {{ message | shout }}",
        "{% block handler %}",
        "{{ message",
        "{% include \"nowhere.j2\" %}",
        "{% extends \"nowhere.j2\" %}",
        "{{ [1, 2] }}",
        "{{ fields }}",
        "{{ fields.Location }}",
        "{{ true }}",
        "{{ none }}",
        "{{ message | safe }}",
        "{{ message | escape }}",
        "{% for i in range(10000) %}{% for j in range(10000) %}{% endfor %}{% endfor %}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{{ 1 / 0 }}",
    ] {
        let overlay = Overlay::new()
            .file("snippet-templates/t/target.yaml", TARGET)
            .file("snippet-templates/t/recipes/plain.j2", template)
            .file("data/statuses/299.yaml", STATUS);
        shown.push_str(&format!("# {}\n{}", template.escape_debug(), said(&overlay)));
    }
    snapshot("template", &shown);
}

#[test]
fn an_error_in_a_parent_template_names_its_line() {
    let overlay = Overlay::new()
        .file("snippet-templates/t/target.yaml", TARGET)
        .file(
            "snippet-templates/t/program.j2",
            "one\ntwo {{ nothing }}\n{% block handler %}{% endblock %}\n",
        )
        .file("snippet-templates/t/recipes/plain.j2", "{% extends \"program.j2\" %}\n")
        .file("data/statuses/299.yaml", STATUS);
    let said = said(&overlay);
    assert!(said.contains("program.j2:2:8: "), "{said}");
}

#[test]
fn a_file_is_not_utf8() {
    let overlay = Overlay::new()
        .file("snippet-templates/t/target.yaml", TARGET)
        .file("snippet-templates/t/recipes/plain.j2", b"one\ntwo \xff\n")
        .file("data/statuses/299.yaml", STATUS);
    let said = said(&overlay);
    assert!(said.contains("plain.j2:2:5: the file is not UTF-8"), "{said}");
}

#[test]
fn a_status_file_is_not_named_after_a_code() {
    let overlay = Overlay::new().file("data/statuses/teapot.yaml", STATUS);
    let path = overlay.path().to_string_lossy().into_owned();
    let outcome = statuscraft(["list", "--overlay", &path]);
    snapshot("name", &overlay.anonymous(&outcome.to_string()));
}

#[test]
fn an_option_value_is_invalid() {
    let mut shown = String::new();
    for arguments in [
        &["404", "flask", "--name", "--"][..],
        &["404", "flask", "--port", "0"],
        &["404", "flask", "--port", "70000"],
        &["404", "flask", "--path", "endpoint"],
        &["404", "flask", "--upstream", "https://x/y"],
        &["404", "flask", "--upstream", "http://127.0.0.1:90x"],
        &["404", "flask", "--upstream", "http://shop.example:65536"],
        &["404", "flask", "--upstream", "http://::1:9000"],
        &["404", "flask", "--form", "page"],
        &["404", "flask", "--overlay", "nowhere"],
        &["404", "flsk"],
        &["404", "flask", "xyz"],
        &["441", "flask"],
        &["not-fund", "flask"],
        &["payload-to-large"],
        &["99"],
        &["1000"],
        &["306", "flask"],
        &["104"],
        &["list", "things"],
    ] {
        let outcome = statuscraft(arguments);
        assert_eq!((outcome.stdout.as_str(), outcome.status), ("", 2), "{outcome}");
        shown.push_str(&format!("$ statuscraft {}\n{}", arguments.join(" "), outcome.stderr));
    }
    snapshot("options", &shown);
}
