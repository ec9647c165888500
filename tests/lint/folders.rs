//! Folders that are no overlay, and targets that lack what every target has.

use super::{finds, lint};
use crate::support::Overlay;

const TARGET: &str = "title: Shop\nversion: Shop 1\ndocumentation: https://shop.example/\nfile: shop.py\nport: 8000\ninstall: none\nrun: none\n";

fn shop(language: &str, recipe: &str) -> Overlay {
    Overlay::new()
        .file("snippet-templates/shop/target.yaml", format!("{TARGET}language: {language}\n"))
        .file("snippet-templates/shop/recipes/constant.j2", recipe)
}

#[test]
fn a_folder_that_is_no_overlay() {
    finds(
        &Overlay::new().file("templates/flask/program.j2", "x\n"),
        &[
            "OVERLAY: the folder has none of an overlay's folders\nhint: expected `data/`, `page-templates/`, `snippet-templates/`\n",
        ],
    );
    let outcome = lint(&Overlay::new().file("data/nothing.txt", ""));
    assert!(!outcome.stderr.contains("none of an overlay's folders"), "{outcome}");
}

#[test]
fn a_language_that_does_not_exist() {
    finds(
        &shop("pyton", "x\n"),
        &[
            "shop/target.yaml: language: no file `data/languages/pyton.yaml`\nhint: did you mean `python`?\n",
        ],
    );
}

#[test]
fn a_program_without_a_handler() {
    let recipe = "{% block response %}\nf()\n{% endblock %}\n";
    finds(
        &shop("python", recipe),
        &["recipes/constant.j2: no block `handler`, which `--form handler` prints\n"],
    );
}
