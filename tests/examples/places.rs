//! On which servers an example runs, wherever it is shown.

use serde_json::Value;
use statuscraft::output::formats;
use statuscraft::request::Request;

use super::shop::shop;
use crate::support::{Overlay, statuscraft};

const SERVERS: &str = "servers:
- {id: small, title: The small server, development: true}
- {id: large, title: The large server}
";
const NOT_HERE: &str = "not_here:
- {codes: [404], server: large, what: It answers `405` <instead>., instead: ask `it`}
";

fn placed() -> Overlay {
    shop().file("snippet-templates/shop/verify.yaml", [SERVERS, NOT_HERE].concat())
}

fn shown(words: &[&str], format: &str) -> String {
    shown_in(&placed(), words, format)
}

fn shown_in(overlay: &Overlay, words: &[&str], format: &str) -> String {
    let generator = overlay.generator();
    let words: Vec<_> = words.iter().chain(&["--format", format]).copied().collect();
    let request = Request::from_words(&words).expect("a request");
    request.render(&generator).expect("a text").to_string()
}

#[test]
fn every_page_says_where_an_example_does_not_run() {
    for format in formats()
        .iter()
        .map(|it| it.name())
        .filter(|it| !["text", "json", "ndjson", "openapi"].contains(it))
    {
        for words in [&["404", "shop"][..], &["404", "shop", "curl"]] {
            let page = shown(words, format);
            let told = page
                .find("Tested only on The small server, which is for development.")
                .expect(format);
            assert!(page.find("books").expect("the code") < told, "{page}");
            assert!(page.contains("work on The large server: It answers"), "{page}");
        }
        let everywhere = shop().file("snippet-templates/shop/verify.yaml", SERVERS);
        let other = shown_in(&everywhere, &["404", "shop"], format);
        assert!(!other.contains("Tested"), "an example that works everywhere: {other}");
        let alone = shown(&["404", "shop", "--form", "response"], format);
        assert!(alone.contains("Tested only on"), "{alone}");
    }
}

#[test]
fn text_is_code_alone() {
    assert!(!shown(&["404", "shop"], "text").contains("Tested"));
}

#[test]
fn data_has_the_servers() {
    let record: Value = serde_json::from_str(&shown(&["404", "shop"], "json")).expect("an object");
    let small =
        serde_json::json!([{"id": "small", "title": "The small server", "development": true}]);
    assert_eq!(record["servers"], small);
    let large = &record["not_here"][0];
    assert_eq!((&large["id"], &large["development"]), (&"large".into(), &false.into()));
    assert_eq!(large["what"], "It answers `405` <instead>.");
    assert_eq!(large["instead"], "ask `it`");
}

#[test]
fn explanations_say_it_too() {
    let overlay = placed();
    let folder = overlay.path().to_str().expect("a path in UTF-8");
    let outcome = statuscraft(["explain", "404", "shop", "--overlay", folder]);
    assert!(outcome.stdout.contains("Tested only on The small server"), "{outcome}");
}
