//! The scenario of a code: its path with variables, its name, and what is wrong with one.

use statuscraft::{ErrorKind, Generator, Options, PathValues};

use super::shop::{SCENARIO, handler, not_found, shop, status};
use crate::support::Overlay;

fn with_path(path: &str) -> Options {
    Options { path: Some(path.to_owned()), ..Options::default() }
}

#[test]
fn path_and_name_are_those_of_the_scenario() {
    let overlay = shop();
    let snippet = not_found(&overlay.generator(), &Options::default()).expect("an example");
    assert!(
        snippet.text.contains("@shop.get(\"/books/<int:id>\")\ndef get_book(id):"),
        "{}",
        snippet.text
    );
}

#[test]
fn a_path_of_ones_own_keeps_the_variables() {
    let overlay = handler("{{ route }} {{ path }} {{ base }} {{ variables | join(',') }}");
    let snippet = not_found(&overlay.generator(), &with_path("/our shop/{id}/"));
    let text = snippet.expect("an example").parts.handler;
    assert_eq!(text, "\"/our shop/<int:id>/\" \"/our%20shop/{id}/\" \"/our%20shop/{id}\" \"id\"\n");
}

#[test]
fn a_path_without_them_or_with_others_is_refused() {
    let overlay = shop();
    let generator = overlay.generator();
    for (path, message, hint) in [
        ("/books", "the path `/books` lacks {id}", "expected each variable of `/books/{id}`"),
        (
            "/books/{isbn}/{id}",
            "the path `/books/{isbn}/{id}` has the variable {isbn}, which this code has no value for",
            "its variables: {id}; write `%7B` for a brace",
        ),
        (
            "/{id}/{id}",
            "the path `/{id}/{id}` has the variable {id} twice",
            "name each variable once",
        ),
        (
            "/books/a{id}",
            "the path `/books/a{id}` has a brace that names no variable",
            "braces stand around variables; write `%7B` and `%7D` for literal ones",
        ),
        (
            "/books/{id}.json",
            "the path `/books/{id}.json` has a brace that names no variable",
            "braces stand around variables; write `%7B` and `%7D` for literal ones",
        ),
        (
            "/books/{id",
            "the path `/books/{id` has a brace that names no variable",
            "braces stand around variables; write `%7B` and `%7D` for literal ones",
        ),
        (
            "/books/}{id}",
            "the path `/books/}{id}` has a brace that names no variable",
            "braces stand around variables; write `%7B` and `%7D` for literal ones",
        ),
        (
            "/../{id}",
            "the path `/../{id}` has a segment `.` or `..`",
            "clients resolve it before they send the request",
        ),
        ("/a//{id}", "the path `/a//{id}` has an empty segment", "write one `/` between segments"),
        ("//{id}", "the path `//{id}` has an empty segment", "write one `/` between segments"),
    ] {
        let error = not_found(&generator, &with_path(path)).expect_err(path);
        assert_eq!(error.kind(), ErrorKind::Option, "{path}");
        assert_eq!((error.to_string().as_str(), error.hint()), (message, Some(hint)));
    }
}

#[test]
fn a_code_without_a_scenario_takes_no_variables() {
    let generator = Generator::new();
    let (status, target) = (generator.status("410"), generator.target("flask"));
    let (status, target) = (status.expect("a status"), target.expect("a target"));
    let error = generator.snippet(status, &target, &with_path("/{id}")).expect_err("refused");
    assert_eq!(
        error.to_string(),
        "the path `/{id}` has the variable {id}, which this code has no value for"
    );
    let text =
        generator.snippet(status, &target, &with_path("/%7Bid%7D")).expect("an example").text;
    assert!(text.contains("\"/{id}\""), "{text}");
}

#[test]
fn braces_that_are_escaped_are_no_variables() {
    let overlay = handler("{{ route }} {{ path }}");
    let snippet = not_found(&overlay.generator(), &with_path("/%7Bid%7D/{id}"));
    let text = snippet.expect("an example").parts.handler;
    assert_eq!(text, "\"/{id}/<int:id>\" \"/%7Bid%7D/{id}\"\n");
}

#[test]
fn an_address_has_values_and_nothing_of_them_is_structure() {
    let text = "{{ address() }}\n{{ address(id=7) }}\n{{ address(id=\"a/b %?#{é}\") ~ \"/x\" }}";
    let overlay = handler(text);
    let text =
        not_found(&overlay.generator(), &Options::default()).expect("an example").parts.handler;
    assert_eq!(text, "\"/books/1\"\n\"/books/7\"\n\"/books/a%2Fb%20%25%3F%23%7B%C3%A9%7D/x\"\n");
    let overlay = handler("{{ address(isbn=7) }}");
    let error = not_found(&overlay.generator(), &Options::default()).expect_err("no such variable");
    assert_eq!(error.kind(), ErrorKind::Template);
    assert!(error.to_string().contains("isbn") || error.to_string().contains("[id]"), "{error}");
}

#[test]
fn a_request_has_the_values_that_it_names_and_else_the_usual_ones() {
    let overlay = shop();
    let generator = overlay.generator();
    let status = generator.status("404").expect("a status");
    let options = Options::default();
    let path = options.resource_path(status).expect("a path");
    assert_eq!((path.as_str(), path.variables()), ("/books/{id}", vec!["id"]));
    assert_eq!(path.at(&PathValues::default()), "/books/1");
    let request = &status.exchange.as_ref().expect("an exchange").request;
    assert_eq!(path.target(request), "/books/7");
}

#[test]
fn a_kind_of_variable_that_the_framework_lacks_is_reported() {
    let target = super::shop::TARGET.replace("integer: '<int:{name}>', ", "");
    let overlay = shop().file("snippet-templates/shop/target.yaml", target);
    let error = not_found(&overlay.generator(), &Options::default()).expect_err("no spelling");
    assert_eq!(error.kind(), ErrorKind::Data);
    assert!(
        error
            .to_string()
            .ends_with("shop/target.yaml: route: no entry in `variables` for an integer in a path"),
        "{error}"
    );
}

#[test]
fn errors_in_a_scenario_are_reported_with_their_file() {
    for (what, with, fault) in [
        ("line: A client", "line: A sentence. A client", "scenario: line: expected one sentence"),
        ("at: {id: 1}", "at: {}", "scenario: at: `id` has no value"),
        ("at: {id: 1}", "at: {id: one}", "scenario: at: id: `one` is not an integer"),
        ("at: {id: 1}", "at: {id: 1, isbn: 2}", "scenario: at: the path has no variable `isbn`"),
        (
            "{id: integer}",
            "{id: integer, isbn: segment}",
            "scenario: variables: the path lacks {isbn}",
        ),
        ("name: get_book", "name: 1st", "scenario: name: `1st` does not start with a letter"),
        (
            "{id: integer}",
            "{ID: integer}",
            "`ID` is not the name of a variable: expected lower-case letters, digits and `_`",
        ),
        ("at: {id: 1}", "at: {id: a/b}", "`a/b` is not one segment of a path"),
    ] {
        assert!(SCENARIO.contains(what), "{what}");
        let overlay = Overlay::new()
            .file("data/statuses/404.yaml", status(&SCENARIO.replacen(what, with, 1)));
        let generator = overlay.generator();
        let error = generator.status("404").expect_err(fault);
        assert_eq!(error.kind(), ErrorKind::Data, "{fault}");
        let told = error.to_string();
        assert!(told.contains("data/statuses/404.yaml") && told.contains(fault), "{told}");
    }
}
