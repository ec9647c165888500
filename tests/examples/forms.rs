//! The whole program, the handler, the response.

use statuscraft::{ErrorKind, Form, Options};

use super::shop::{handler, not_found, shop};

fn with_form(form: Form) -> Options {
    Options { form, ..Options::default() }
}

#[test]
fn each_form_is_a_part_of_the_one_before() {
    let overlay = shop();
    let generator = overlay.generator();
    let text = |form| not_found(&generator, &with_form(form)).expect("an example").text;
    let whole = text(Form::Program);
    assert!(whole.starts_with("import shop\nshop.start()\nbooks ="), "{whole}");
    assert_eq!(
        text(Form::Handler),
        "books = {1: \"The Trial\"}\n\n\n@shop.get(\"/books/<int:id>\")\ndef get_book(id):\n    if id not in books:\n        shop.abort(404, \"Not Found\")\n    return books[id]\n"
    );
    assert_eq!(text(Form::Response), "shop.abort(404, \"Not Found\")\n");
}

#[test]
fn the_parts_are_there_whatever_is_shown() {
    let overlay = shop();
    for form in [Form::Program, Form::Handler, Form::Response] {
        let parts = not_found(&overlay.generator(), &with_form(form)).expect("an example").parts;
        assert_eq!(
            (parts.imports.as_str(), parts.setup.as_str()),
            ("import shop\n", "shop.start()\n")
        );
        assert!(parts.handler.starts_with("books ="), "{}", parts.handler);
        assert_eq!(parts.response, "shop.abort(404, \"Not Found\")\n");
    }
}

#[test]
fn a_template_without_the_block_has_no_such_form() {
    let overlay = handler("f()");
    let generator = overlay.generator();
    let error = not_found(&generator, &with_form(Form::Response)).expect_err("no block");
    assert_eq!(error.kind(), ErrorKind::Template);
    assert!(
        error
            .to_string()
            .ends_with("recipes/lookup.j2: no block `response`, which `--form response` prints"),
        "{error}"
    );
    assert_eq!(not_found(&generator, &with_form(Form::Handler)).expect("an example").text, "f()\n");
}

#[test]
fn the_response_of_a_client_is_its_request() {
    let generator = statuscraft::Generator::new();
    let status = generator.status("410").expect("a status");
    let client = generator.target("curl").expect("a target");
    let text =
        |form| generator.snippet(status, &client, &with_form(form)).expect("an example").text;
    assert_eq!(text(Form::Response), text(Form::Handler));
}
