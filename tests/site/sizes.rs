use super::{PLAIN, pages};

/// Everything that a reader's browser loads: a page, its stylesheet, its script, its icon.
const MOST: usize = 145_000;
const MOST_SCRIPT: usize = 30_000;

#[test]
fn a_code_and_a_pair_are_small_pages() {
    let shared: usize = ["style.css", "script.js", "icon.svg"]
        .iter()
        .map(|name| PLAIN[&format!("static/{name}")].len())
        .sum();
    // A framework's page has all its examples, and the table of conformance has every pair.
    let whole = |path: &str| path.starts_with("frameworks/") || path == "conformance.html";
    for (path, text) in pages(&PLAIN).filter(|(path, _)| !whole(path)) {
        let size = text.len() + shared;
        assert!(size <= MOST, "{path}: {size} bytes");
    }
}

#[test]
fn the_script_is_small_and_nothing_waits_for_it() {
    assert!(PLAIN["static/script.js"].len() + PLAIN["static/search.js"].len() <= MOST_SCRIPT);
    for (path, text) in pages(&PLAIN) {
        let scripts: Vec<_> = text.match_indices("<script").map(|(at, _)| &text[at..]).collect();
        for script in scripts {
            let tag = script.split('>').next().expect("a tag");
            let waits = tag.contains("src=") && !tag.contains(" defer");
            assert!(!waits, "{path}: {tag}");
        }
    }
}
