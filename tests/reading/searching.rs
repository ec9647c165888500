use statuscraft::Generator;
use statuscraft::pages::search;

use super::fixture::snapshot;
use crate::support::statuscraft;

#[test]
fn a_topic_finds_all_of_its_codes() {
    let generator = Generator::new();
    for (words, codes) in [
        ("websocket handshake", [101, 426]),
        ("csrf token", [419, 422]),
        ("resume a download range", [206, 416]),
    ] {
        let hits = search(&generator, words).expect("hits");
        let mut first: Vec<_> = hits.iter().map(|hit| hit.status.code.number()).take(2).collect();
        first.sort_unstable();
        assert_eq!(first, codes, "{words}");
    }
}

#[test]
fn the_best_match_comes_first() {
    let generator = Generator::new();
    let hits = search(&generator, "proxy authentication").expect("hits");
    assert!(hits.windows(2).all(|pair| pair[0].score >= pair[1].score));
}

#[test]
fn results_show_the_text_with_the_words() {
    snapshot("search", &["search", "retry", "after", "--limit", "4"]);
    snapshot("search-json", &["search", "teapot", "--limit", "1", "--format", "json"]);
    snapshot("search-nothing", &["search", "qqqqqq"]);
}

#[test]
fn a_list_can_be_limited_to_a_class() {
    snapshot("list-1xx", &["list", "--class", "1xx"]);
    snapshot("list-1xx-markdown", &["list", "--class", "1xx", "--format", "markdown"]);
    let plain = statuscraft(["list", "--class", "5xx"]).stdout;
    let all = statuscraft(["list", "--class", "5XX", "--unofficial"]).stdout;
    assert!(!plain.contains("Cloudflare") && all.contains("Cloudflare"), "{all}");
    let codes: Vec<&str> = all.lines().filter_map(|line| line.get(..3)).collect();
    assert!(codes.is_sorted() && codes.iter().all(|code| code.starts_with('5')), "{codes:?}");
}

#[test]
fn targets_have_no_class() {
    let outcome = statuscraft(["list", "targets", "--class", "4xx"]);
    assert_eq!(outcome.status, 2, "{outcome}");
    let outcome = statuscraft(["list", "--class", "6xx"]);
    assert!(outcome.stderr.contains("expected `1xx`"), "{outcome}");
}
