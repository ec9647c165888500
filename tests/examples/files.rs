//! Programs of several files.

use statuscraft::{Form, Options};

use super::shop::{TARGET, not_found, shop};
use crate::support::{Docs, Overlay, statuscraft};

const RECIPE: &str = "{% extends \"program.j2\" %}
{% block handler %}
f()
{% block response %}
g()
{% endblock %}
{% endblock %}
{% block settings %}
shop.port={{ port }}
shop.title={{ message }}
{% endblock %}
{% block nothing %}

{% endblock %}
";

fn several() -> Overlay {
    let files = "files:\n- {path: conf/shop.properties, block: settings, language: properties}\n- {path: nothing.txt, block: nothing}\n- {path: missing.txt, block: missing}\n";
    shop()
        .file("snippet-templates/shop/target.yaml", format!("{TARGET}{files}"))
        .file("snippet-templates/shop/recipes/lookup.j2", RECIPE)
}

#[test]
fn a_block_is_a_file_unless_it_is_blank_or_missing() {
    let overlay = several();
    let options = Options { message: Some("Não há\n\\".into()), ..Options::default() };
    let snippet = not_found(&overlay.generator(), &options).expect("an example");
    let [file] = snippet.files.as_slice() else { panic!("{:?}", snippet.files) };
    assert_eq!((file.path.as_str(), file.fence.as_str()), ("conf/shop.properties", "properties"));
    assert_eq!(file.text, "shop.port=8000\nshop.title=N\\u00e3o\\ h\\u00e1\\n\\\\\n");
    assert!(!snippet.text.contains("shop.port"), "{}", snippet.text);
}

#[test]
fn the_handler_has_them_and_the_response_has_not() {
    let overlay = several();
    let count = |form| {
        let options = Options { form, ..Options::default() };
        not_found(&overlay.generator(), &options).expect("an example").files.len()
    };
    assert_eq!([Form::Program, Form::Handler, Form::Response].map(count), [1, 1, 0]);
}

#[test]
fn text_has_them_under_their_names() {
    let overlay = several();
    let path = overlay.path().to_string_lossy().into_owned();
    let outcome = statuscraft(["404", "shop", "--form", "handler", "--overlay", &path]);
    assert_eq!(
        outcome.stdout,
        "==> shop.py <==\nf()\ng()\n\n==> conf/shop.properties <==\nshop.port=8000\nshop.title=Not\\ Found\n"
    );
}

#[test]
fn they_are_saved_side_by_side_and_nobody_elses_work_is_overwritten() {
    let overlay = several();
    let path = overlay.path().to_string_lossy().into_owned();
    let docs = Docs::new();
    let save = |more: &[&str]| {
        docs.run([&["404", "shop", "-o", "out", "--overlay", &path], more].concat())
    };
    let outcome = save(&[]);
    let report = "out/shop.py\nout/conf/shop.properties\n\nfirst     cd out\ninstall   pip install shop\nrun       python shop.py\n";
    assert!(outcome.stdout.starts_with(report), "{outcome}");
    assert!(docs.read("out/conf/shop.properties").starts_with("shop.port=8000\n"));
    assert!(docs.read("out/shop.py").starts_with("import shop\n"));
    assert_eq!(save(&[]).status, 0);

    docs.write("out/conf/shop.properties", "mine\n");
    docs.write("out/shop.py", "mine too\n");
    let outcome = save(&["--message", "other"]);
    assert_eq!(outcome.status, 2, "{outcome}");
    assert!(
        outcome.stderr.contains("out/shop.py: the file exists with different content"),
        "{outcome}"
    );
    assert_eq!(docs.read("out/shop.py"), "mine too\n");
    assert_eq!(save(&["--force"]).status, 0);
    assert!(docs.read("out/conf/shop.properties").starts_with("shop.port=8000\n"));
    assert_eq!(save(&["--form", "handler"]).status, 2);
    assert_eq!(save(&["--format", "markdown"]).status, 2);
}

#[test]
fn several_programs_are_saved_into_a_folder_each() {
    let overlay = several();
    let path = overlay.path().to_string_lossy().into_owned();
    let docs = Docs::new();
    let outcome = docs.run(["404", "shop", "curl", "-o", "out", "--overlay", &path]);
    assert_eq!(outcome.status, 0, "{outcome}");
    assert!(docs.path("out/shop/shop.py").is_file() && docs.path("out/curl").is_dir());
}

#[test]
fn no_file_is_saved_outside_of_the_folder() {
    let files = "files: [{path: ../shop.properties, block: settings}]\n";
    let overlay = several().file("snippet-templates/shop/target.yaml", format!("{TARGET}{files}"));
    let path = overlay.path().to_string_lossy().into_owned();
    let docs = Docs::new();
    let outcome = docs.run(["404", "shop", "-o", "out", "--overlay", &path]);
    assert_eq!(outcome.status, 2, "{outcome}");
    assert!(outcome.stderr.contains("`../shop.properties` leads out of its folder"), "{outcome}");
    assert!(!docs.path("shop.properties").exists() && !docs.path("out").exists());
}
