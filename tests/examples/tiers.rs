//! Usual and strict examples.

use statuscraft::{ErrorKind, Options};

use super::shop::{TARGET, handler, not_found, shop};

const STRICT: &str = "{% extends \"recipes/lookup.j2\" %}\n{% block response %}\n        shop.abort({{ code }}, at_once=True)\n{% endblock %}\n";

fn strict() -> Options {
    Options { strict: true, ..Options::default() }
}

#[test]
fn a_strict_template_hides_the_usual_one_where_it_is_asked_for() {
    for name in ["strict/recipes/lookup.j2", "strict/codes/404.j2"] {
        let overlay = shop().file(&format!("snippet-templates/shop/{name}"), STRICT);
        let generator = overlay.generator();
        let usual = not_found(&generator, &Options::default()).expect("an example");
        let strict = not_found(&generator, &strict()).expect("an example");
        assert!(usual.text.contains("abort(404, \"Not Found\")"), "{}", usual.text);
        assert!(strict.text.contains("abort(404, at_once=True)"), "{}", strict.text);
        assert_eq!((usual.strict, usual.has_strict), (false, true));
        assert_eq!((strict.strict, strict.has_strict), (true, true));
    }
}

#[test]
fn without_one_both_are_the_same() {
    let overlay = shop();
    let generator = overlay.generator();
    let usual = not_found(&generator, &Options::default()).expect("an example");
    let strict = not_found(&generator, &strict()).expect("an example");
    assert_eq!(usual.text, strict.text);
    assert!(!usual.has_strict && !strict.has_strict && strict.strict);
}

#[test]
fn a_template_can_ask_which_one_is_wanted() {
    let overlay = handler("f({{ 2 if strict else 1 }})");
    let generator = overlay.generator();
    let usual = not_found(&generator, &Options::default()).expect("an example");
    let strict = not_found(&generator, &strict()).expect("an example");
    assert_eq!((usual.parts.handler.as_str(), strict.parts.handler.as_str()), ("f(1)\n", "f(2)\n"));
    assert!(usual.has_strict && strict.has_strict);
    let idle = handler("f({{ 1 if strict else 1 }})");
    assert!(!not_found(&idle.generator(), &Options::default()).expect("an example").has_strict);
}

#[test]
fn a_code_can_be_strict_only() {
    let reason =
        "unsupported: {404: {reason: It has no books., instead: none, only_strict: true}}\n";
    let target = format!("{TARGET}{reason}");
    let recipe = "{% block handler %}\n{% block response %}\nshop.abort(404)\n{% endblock %}\n{% endblock %}\n";
    let overlay = shop()
        .without("snippet-templates/shop/recipes/lookup.j2")
        .file("snippet-templates/shop/target.yaml", &target)
        .file("snippet-templates/shop/strict/codes/404.j2", recipe);
    let generator = overlay.generator();
    let error = not_found(&generator, &Options::default()).expect_err("no usual example");
    assert_eq!(error.kind(), ErrorKind::Unsupported);
    assert_eq!(not_found(&generator, &strict()).expect("an example").text, "shop.abort(404)\n");

    let overlay = overlay.without("snippet-templates/shop/strict/codes/404.j2");
    let error = not_found(&overlay.generator(), &strict()).expect_err("no template");
    assert_eq!(error.kind(), ErrorKind::Data);
    assert!(
        error
            .to_string()
            .ends_with("unsupported: 404 is `only_strict`, but has no strict template"),
        "{error}"
    );
}

#[test]
fn a_strict_template_does_not_do_for_a_usual_one() {
    let overlay = shop()
        .file("snippet-templates/shop/strict/codes/404.j2", "x\n")
        .without("snippet-templates/shop/recipes/lookup.j2");
    let generator = overlay.generator();
    for options in [Options::default(), strict()] {
        let error = not_found(&generator, &options).expect_err("a gap");
        assert_eq!(error.kind(), ErrorKind::Gap);
    }
}
