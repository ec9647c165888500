//! Searches as people type and paste them.

use std::time::{Duration, Instant};

use statuscraft::Generator;
use statuscraft::pages::search;

use crate::support::statuscraft;

#[test]
fn what_people_type_and_paste_finds_its_code_first() {
    let generator = Generator::new();
    for (words, code) in [
        ("rate limit", 429),
        ("429", 429),
        ("not found", 404),
        ("NOT-FOUND", 404),
        ("bad gatway", 502),
        ("gateway timeout", 504),
        ("payload too large", 413),
        ("413 request entity too large nginx", 413),
        ("414 request-uri too large", 414),
        ("error 1015", 429),
        ("maxAllowedContentLength", 413),
        ("X-MS-Location", 451),
        ("captive portal", 511),
        ("teapot", 418),
        ("moved permanently", 301),
        ("cloudflare unknown error", 520),
        ("redirect", 301),
        ("redirects", 301),
        ("Request-URI Too Large", 414),
        ("502 Bad Gateway nginx", 502),
        ("HTTP ERROR 500 this page isn't working", 500),
        ("HTTP Error 503. The service is unavailable.", 503),
        ("404 page not found", 404),
        ("413 Request Entity Too Large", 413),
        ("Unprocessable Entity", 422),
        ("client intended to send too large body", 413),
        ("flask abort 404", 404),
        ("spring boot 415", 415),
        ("express 404 caching", 404),
        ("how to fix 502 for developers", 502),
        ("login", 401),
        ("websocket", 101),
        ("etag", 304),
        ("maintenance", 503),
        ("url too long", 414),
        ("validation error", 422),
    ] {
        let hits = search(&generator, words).expect("hits");
        let found = hits.first().map(|hit| hit.status.code.number());
        assert_eq!(found, Some(code), "{words}");
    }
}

#[test]
fn codes_are_found_by_headings_and_by_targets() {
    let generator = Generator::new();
    let codes = |words: &str| -> Vec<u16> {
        search(&generator, words).expect("hits").iter().map(|it| it.status.code.number()).collect()
    };
    let mut browsers = codes("browser support");
    browsers.truncate(3);
    browsers.sort_unstable();
    assert_eq!(browsers, [103, 308, 425]);
    assert!(codes("flask").len() > 50 && codes("spring boot").len() > 50);
    // What a framework does otherwise, and what it can't do.
    assert!(codes("puma case of expect").starts_with(&[100]));
    assert!(codes("jetty headers of more than 8 KiB").starts_with(&[431]));
}

#[test]
fn a_topic_finds_only_codes_that_mention_it() {
    let generator = Generator::new();
    let hits = search(&generator, "cors").expect("hits");
    assert!(!hits.is_empty());
    for hit in hits {
        let code = hit.status.code;
        let reference = generator.reference(code).expect("a reference").expect("one");
        let text = serde_json::to_string(reference).expect("JSON").to_lowercase();
        assert!(text.contains("cors"), "{code}");
    }
}

#[test]
fn nothing_found_says_so_and_what_to_try() {
    let outcome = statuscraft(["search", "qqqqqq"]);
    assert!(outcome.stdout.starts_with("No status code matches these words. Try "), "{outcome}");
    assert!(outcome.stdout.contains("statuscraft list codes"), "{outcome}");
}

#[test]
fn no_input_takes_long() {
    let generator = Generator::new();
    search(&generator, "warm").expect("hits");
    let word = "x".repeat(1 << 20);
    let words = "redirect ".repeat(1 << 17);
    let many: String = (0..1 << 17).map(|number| format!("w{number:x} ")).collect();
    let letters = "\u{e9}".repeat(1 << 19);
    let long = "limit".repeat(1 << 18);
    for text in [&word, &words, &many, &letters, &long] {
        let start = Instant::now();
        search(&generator, text).expect("hits");
        let _ = generator.status(text).map(|status| status.code);
        let error = generator.target(text).expect_err("no target");
        assert!(error.to_string().len() < 200, "{}", error.to_string().len());
        assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
    }
}
