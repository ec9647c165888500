//! The shape of errors.

use statuscraft::{ErrorKind, Generator, Options};

use super::shop::{not_found, shop};
use crate::support::{Overlay, statuscraft};

const BODY: &str = "{% macro answer(status, text) %}
{% if body == \"problem\" %}
shop.problem({{ status }}, detail={{ text }})
{% else %}
shop.json({{ status }}, {{ body }}, {{ text }})
{% endif %}
{%- endmacro %}
";

const RECIPE: &str = "{% extends \"program.j2\" %}
{% from \"body.j2\" import answer %}
{% block handler %}
def f():
{% block response %}
    {{ answer(code, message) | indent(4) }}
{% endblock %}
{% endblock %}
";

fn bodies() -> Overlay {
    shop()
        .file("snippet-templates/shop/body.j2", BODY)
        .file("snippet-templates/shop/recipes/lookup.j2", RECIPE)
}

fn with_body(body: &str) -> Options {
    Options { body: Some(body.to_owned()), ..Options::default() }
}

#[test]
fn one_template_writes_errors_in_each_shape() {
    let overlay = bodies();
    let generator = overlay.generator();
    let handler = |options| not_found(&generator, &options).expect("an example").parts.handler;
    assert_eq!(
        handler(Options::default()),
        "def f():\n    shop.json(404, \"json\", \"Not Found\")\n"
    );
    assert_eq!(handler(with_body("json")), handler(Options::default()));
    assert_eq!(
        handler(with_body("problem")),
        "def f():\n    shop.problem(404, detail=\"Not Found\")\n"
    );
    assert_eq!(not_found(&generator, &with_body("problem")).expect("an example").body, "problem");
}

#[test]
fn what_a_macro_is_given_stays_a_literal() {
    let overlay = bodies();
    let options = Options { message: Some("\"); f(\"".into()), ..Options::default() };
    let text = not_found(&overlay.generator(), &options).expect("an example").parts.response;
    assert_eq!(text, "shop.json(404, \"json\", '\"); f(\"')\n");
}

#[test]
fn a_shape_of_ones_own_is_a_data_file_and_a_template() {
    let overlay = bodies()
        .file("data/bodies/house.yaml", "title: House\nmedia_type: application/json\nmessage: error.text\njson: {error.code: \"{code}\"}\n")
        .file("snippet-templates/shop/body.j2", "{% macro answer(status, text) %}\nshop.house({{ status }}, {{ text }})\n{%- endmacro %}\n");
    let generator = overlay.generator();
    let text = not_found(&generator, &with_body("house")).expect("an example").parts.response;
    assert_eq!(text, "shop.house(404, \"Not Found\")\n");
    assert_eq!(generator.bodies().expect("names"), ["house", "json", "problem"]);
    let body = generator.body("house").expect("a body");
    assert_eq!((body.name(), body.message.as_str()), ("house", "error.text"));
}

#[test]
fn an_unknown_shape_is_refused_everywhere() {
    let generator = Generator::new();
    let (status, target) = (generator.status("404"), generator.target("flask"));
    let (status, target) = (status.expect("a status"), target.expect("a target"));
    let error = generator.snippet(status, &target, &with_body("probelm")).expect_err("unknown");
    assert_eq!(error.kind(), ErrorKind::Option);
    assert_eq!(error.to_string(), "no body `probelm`");
    assert_eq!(error.hint(), Some("did you mean `problem`?"));
    let outcome = statuscraft(["404", "flask", "--body", "../x"]);
    assert_eq!(outcome.status, 2, "{outcome}");
    assert!(outcome.stderr.contains("the shapes of errors are json, problem"), "{outcome}");
}

#[test]
fn errors_in_a_shape_are_reported_with_their_file() {
    for (file, fault) in [
        (
            "title: x\nmedia_type: json\nmessage: m\n",
            "media_type: `json` is not a media type without parameters",
        ),
        (
            "title: x\nmedia_type: text/plain; charset=utf-8\nmessage: m\n",
            "is not a media type without parameters",
        ),
        (
            "title: x\nmedia_type: application/json\nmessage: a..b\n",
            "message: expected the name of a property",
        ),
        (
            "title: x\nmedia_type: application/json\nmessage: m\njson: {m: 1}\n",
            "json: `m` holds the message already",
        ),
        ("title: x\nmedia_type: application/json\nmessage: m\nextra: 1\n", "unknown field `extra`"),
    ] {
        let overlay = Overlay::new().file("data/bodies/house.yaml", file);
        let error = overlay.generator().body("house").expect_err(fault);
        assert_eq!(error.kind(), ErrorKind::Data, "{fault}");
        let told = error.to_string();
        assert!(told.contains("data/bodies/house.yaml") && told.contains(fault), "{told}");
    }
}

#[test]
fn targets_of_a_language_share_templates() {
    let recipe = "{% from \"shared/book.j2\" import book %}\n{% block handler %}\n{% block response %}\n{{ book() }}\n{% endblock %}\n{% endblock %}\n";
    let overlay = shop()
        .file(
            "snippet-templates/_shared/python/book.j2",
            "{% macro book() %}book = {{ message }}{% endmacro %}\n",
        )
        .file("snippet-templates/_shared/ruby/book.j2", "{% macro book() %}no{% endmacro %}\n")
        .file("snippet-templates/shop/recipes/lookup.j2", recipe);
    let generator = overlay.generator();
    assert_eq!(
        not_found(&generator, &Options::default()).expect("an example").text,
        "book = \"Not Found\"\n"
    );
    assert!(generator.target_ids().expect("names").iter().all(|id| !id.starts_with('_')));
    assert_eq!(
        generator.target("_shared").expect_err("no target").kind(),
        ErrorKind::UnknownTarget
    );
}
