//! Where an idiom does otherwise than it should, wherever an example is shown.

use serde_json::Value;
use statuscraft::output::formats;
use statuscraft::request::Request;

use super::shop::{TARGET, shop};
use crate::support::{Overlay, statuscraft};

const DEVIATION: &str = "deviations:\n- edge: head\n  codes: [404]\n  what: HEAD gets `405` <instead> of 404.\n  gets: {status: 405}\n  whose: Shop & Sons\n  see: https://shop.example/issues/1\n- {edge: upper, codes: [410], what: Another., gets: {}, whose: X, see: 'https://x.example/'}\n";

fn deviating() -> Overlay {
    shop().file("snippet-templates/shop/target.yaml", format!("{TARGET}{DEVIATION}"))
}

fn shown(overlay: &Overlay, words: &[&str], format: &str) -> String {
    let generator = overlay.generator();
    let words: Vec<_> = words.iter().chain(&["--format", format]).copied().collect();
    let request = Request::from_words(&words).expect("a request");
    request.render(&generator).expect("a text").to_string()
}

#[test]
fn every_page_describes_deviations_and_links_to_the_source() {
    let overlay = deviating();
    for format in formats()
        .iter()
        .map(|it| it.name())
        .filter(|it| !["text", "json", "ndjson", "openapi"].contains(it))
    {
        for words in [&["404", "shop"][..], &["404", "shop", "curl"]] {
            let page = shown(&overlay, words, format);
            let told = page.find("https://shop.example/issues/1").expect(format);
            assert!(page.find("books").expect("the code") < told, "{page}");
            assert!(!page.contains("x.example"), "{page}");
        }
        let strict = shown(&overlay, &["404", "shop", "--strict"], format);
        assert!(!strict.contains("issues/1"), "{strict}");
    }
}

#[test]
fn text_is_code_alone() {
    let page = shown(&deviating(), &["404", "shop"], "text");
    assert!(!page.contains("shop.example") && !page.contains("A client asks"), "{page}");
}

#[test]
fn data_has_all_of_it() {
    let record: Value =
        serde_json::from_str(&shown(&deviating(), &["404", "shop"], "json")).expect("an object");
    let deviations = record["deviations"].as_array().expect("a list");
    assert_eq!(deviations.len(), 1);
    assert_eq!(deviations[0]["edge"], "head");
    assert_eq!(deviations[0]["what"], "HEAD gets `405` <instead> of 404.");
    assert_eq!(deviations[0]["whose"], "Shop & Sons");
    assert_eq!(deviations[0]["see"], "https://shop.example/issues/1");
    assert_eq!(record["scenario"]["line"], "A client asks for a book that the shop doesn't have.");
    assert_eq!(record["scenario"]["path"], "/books/{id}");
    assert_eq!(record["response"], "shop.abort(404, \"Not Found\")\n");
}

#[test]
fn an_address_that_is_no_page_is_refused() {
    let wrong = DEVIATION.replace("https://shop", "ftp://shop");
    let overlay = shop().file("snippet-templates/shop/target.yaml", format!("{TARGET}{wrong}"));
    let path = overlay.path().to_string_lossy().into_owned();
    let outcome = statuscraft(["404", "shop", "--overlay", &path]);
    assert_eq!(outcome.status, 2);
    assert!(
        outcome.stderr.contains("is not an address that starts with `https://` or `http://`"),
        "{outcome}"
    );
}
