//! `list`: what there is.

use serde_json::Value;
use statuscraft::output::formats;
use statuscraft::{Generator, Registration};

use crate::support::{root, statuscraft};

fn json(words: &str) -> Vec<Value> {
    let outcome = statuscraft(words.split(' ').chain(["--format", "json"]));
    assert_eq!(outcome.status, 0, "{outcome}");
    serde_json::from_str(&outcome.stdout).expect("a JSON array")
}

#[test]
fn codes_have_two_names() {
    let codes = statuscraft(["list", "codes"]);
    assert_eq!(codes.stdout, statuscraft(["list", "statuses"]).stdout);
    assert_eq!(codes.stdout, statuscraft(["list"]).stdout);
    assert!(codes.stdout.contains("404  Not Found"), "{codes}");
}

#[test]
fn the_recipes_are_a_map_for_contributors() {
    let recipes = json("list recipes");
    let generator = Generator::new();
    for status in generator.all_statuses().expect("a catalogue") {
        let Some(recipe) = &status.recipe else { continue };
        let row = recipes.iter().find(|row| row["recipe"] == **recipe).expect("a row");
        let codes = row["codes"].as_array().expect("codes");
        let entry = codes.iter().find(|it| it["code"] == status.code.number()).expect("the code");
        assert!(entry["request"].as_str().expect("a request").contains(" /"), "{entry}");
        let exchange = status.exchange.as_ref().expect("an exchange");
        assert_eq!(entry["controls"].as_array().map(Vec::len), Some(exchange.controls.len()));
        assert_eq!(entry["edges"].as_array().map(Vec::len), Some(exchange.edges.len()));
        let official = status.registration != Registration::Unofficial;
        let template = row["template"].as_str().expect("a template");
        let folder = root().join("snippet-templates/flask");
        let own = folder.join(format!("codes/{}.j2", status.code));
        let unsupported = generator.target("flask").expect("flask").unsupported.clone();
        assert!(
            !official
                || folder.join(template).is_file()
                || own.is_file()
                || unsupported.contains_key(&status.code),
            "{template}"
        );
    }
    let text = statuscraft(["list", "recipes"]).stdout;
    let start = text.find("lookup: ").expect("the recipe");
    assert!(text[start..].contains("`GET /books/7` gets 404 with the error's body."), "{text}");
    assert!(text.contains("Controls: "), "{text}");
    let stated = recipes.iter().flat_map(|row| row["codes"].as_array().expect("codes"));
    for edge in stated.flat_map(|code| code["edges"].as_array().expect("edges")) {
        let edge = edge.as_str().expect("a sentence");
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words(&text).contains(&words(edge)), "{edge}");
    }
}

#[test]
fn the_formats_are_those_of_the_help() {
    let listed = json("list formats");
    let names: Vec<_> = listed.iter().map(|row| row["name"].as_str().expect("a name")).collect();
    assert_eq!(names, formats().iter().map(|format| format.name()).collect::<Vec<_>>());
}

#[test]
fn the_options_of_an_example_say_what_has_an_effect() {
    let effect = |words: &str, option: &str| {
        let rows = json(words);
        let row = rows.into_iter().find(|row| row["option"] == option).expect("the option");
        (row["default"].as_str().expect("a default").to_owned(), row["effect"] == true)
    };
    let words = "list options 404 flask";
    assert_eq!(effect(words, "--path"), ("/books/{id}".to_owned(), true));
    assert_eq!(effect(words, "--message"), ("Not Found".to_owned(), true));
    assert_eq!(effect(words, "--port"), ("5000".to_owned(), true));
    assert!(!effect(words, "--upstream").1 && effect("list options 502 go", "--upstream").1);
    assert!(!effect("list options 204 flask", "--message").1);
    assert!(effect(words, "--body").1);
    assert_eq!(json("list options flask 404"), json(words));
    for words in
        ["list options", "list options 404", "list options flask", "list options 404 flask go"]
    {
        let outcome = statuscraft(words.split(' '));
        assert!(outcome.stderr.contains("hint: name both"), "{outcome}");
    }
    let outcome = statuscraft(["list", "targets", "404"]);
    assert!(outcome.stderr.contains("only `list options` takes"), "{outcome}");
    let outcome = statuscraft(["list", "options", "499", "go"]);
    assert!(outcome.status == 2 && outcome.stderr.contains("nginx writes 499"), "{outcome}");
}
