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
        assert!(outcome.stderr.contains("hint: name one code and one target of "), "{outcome}");
    }
    let outcome = statuscraft(["list", "targets", "404"]);
    assert!(outcome.stderr.contains("only `list options` takes"), "{outcome}");
    let outcome = statuscraft(["list", "options", "499", "go"]);
    assert!(outcome.status == 2 && outcome.stderr.contains("nginx writes 499"), "{outcome}");
}

#[test]
fn ndjson_is_one_object_on_each_line() {
    for words in [&["list"][..], &["search", "redirect"], &["list", "formats"], &["explain", "404"]]
    {
        let text =
            |format: &str| statuscraft(words.iter().copied().chain(["--format", format])).stdout;
        let parse = |text: &str| serde_json::from_str::<serde_json::Value>(text).expect("JSON");
        let objects: Vec<_> = text("ndjson").lines().map(parse).collect();
        assert!(objects.iter().all(serde_json::Value::is_object), "{words:?}");
        match parse(&text("json")) {
            serde_json::Value::Array(records) => assert_eq!(objects, records),
            record => assert_eq!(objects, [record]),
        }
    }
}

#[test]
fn every_code_of_a_redirect_is_found() {
    let found = statuscraft(["search", "redirect"]).stdout;
    for code in ["301 ", "302 ", "303 ", "307 ", "308 "] {
        assert!(found.lines().any(|line| line.starts_with(code)), "{code}: {found}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn tables_fit_the_terminal_and_a_pipe_gets_whole_rows() {
    use super::notes::typed;
    for words in [
        "behaviour",
        "list formats",
        "list targets",
        "list options 404 flask",
        "behaviour -t flask",
    ] {
        let program = env!("CARGO_BIN_EXE_statuscraft");
        let piped = statuscraft(words.split(' ')).stdout;
        for width in [50, 80] {
            let shown = typed(&format!(
                "--version; stty rows 24 cols {width}; {program} {words} --color never"
            ));
            // An address that breaks can't be copied.
            let lines = shown.lines().filter(|line| !line.contains("https://"));
            let widest = lines.map(|line| line.chars().count()).max();
            assert!(widest <= Some(width), "{words} at {width}: {widest:?}\n{shown}");
            // No word is lost.
            for word in piped.split_whitespace() {
                assert!(shown.contains(word), "{words} at {width}: {word}");
            }
        }
    }
}

#[test]
fn a_client_has_no_behaviours() {
    let outcome = statuscraft(["behaviour", "--target", "curl"]);
    assert!(outcome.status == 2 && outcome.stdout.is_empty(), "{outcome}");
    assert!(outcome.stderr.starts_with("error: only servers have behaviours"), "{outcome}");
    assert_eq!(statuscraft(["behaviour", "--target", "curl,flask"]).status, 0);
}

#[test]
fn completions_know_the_targets_and_the_manual_page_its_sections() {
    for shell in ["bash", "zsh", "fish"] {
        let script = statuscraft(["completions", shell]).stdout;
        assert!(script.contains("sinatra"), "{shell}");
    }
    let page = statuscraft(["man"]).stdout;
    assert!(page.contains(".SH \"EXIT STATUS\"\n0 done, 1 a check failed"), "{page}");
    assert!(!page.contains("EXTRA") && !page.contains("explain(1)"), "{page}");
    assert!(page.contains("statuscraft explain\n"), "{page}");
}
