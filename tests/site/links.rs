use std::collections::BTreeSet;

use scraper::{Html, Selector};

use super::{PLAIN, WHOLE, pages};

fn select(selector: &str) -> Selector {
    Selector::parse(selector).expect("a selector")
}

/// Each element's name, attribute and value that is a link.
fn ways(page: &Html) -> Vec<(String, String)> {
    let mut ways = Vec::new();
    for element in page.select(&select("[href], [src]")) {
        let value = element.attr("href").or(element.attr("src")).expect("either");
        ways.push((element.value().name().to_owned(), value.to_owned()));
    }
    ways
}

fn resolved(page: &str, target: &str) -> String {
    let base = format!("http://x/{page}");
    let mut parts: Vec<&str> = base.split('/').skip(3).collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            ".." => drop(parts.pop().expect("a link that does not lead out of the site")),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[test]
fn every_link_points_to_a_page_or_to_a_place_in_one() {
    let parsed: Vec<_> =
        pages(&PLAIN).map(|(path, text)| (path, Html::parse_document(text))).collect();
    let mut places = BTreeSet::new();
    for (path, page) in &parsed {
        for element in page.select(&select("[id]")) {
            let place = format!("{path}#{}", element.attr("id").expect("an id"));
            assert!(places.insert(place.clone()), "twice: {place}");
        }
    }
    let mut seen = 0;
    for (path, page) in &parsed {
        for (_, target) in
            ways(page).into_iter().filter(|(_, target)| !target.starts_with("https:"))
        {
            let (file, place) = target.split_once('#').unwrap_or((&target, ""));
            let file = if file.is_empty() { (*path).to_owned() } else { resolved(path, file) };
            assert!(PLAIN.contains_key(&file), "{path}: {target}");
            assert!(
                place.is_empty() || places.contains(&format!("{file}#{place}")),
                "{path}: {target}"
            );
            seen += 1;
        }
    }
    assert!(seen > 10 * parsed.len());
}

#[test]
fn no_page_loads_anything_from_another_host() {
    for (path, text) in pages(&PLAIN) {
        let page = Html::parse_document(text);
        for (name, target) in ways(&page) {
            // A reader may follow a link out of the site; no other element leads there.
            assert!(name == "a" || !target.contains(':'), "{path}: <{name}> {target}");
        }
        let asking = "iframe, object, embed, video, audio, img[srcset], [style], style, link[rel~=preconnect]";
        assert!(page.select(&select(asking)).next().is_none(), "{path}");
        let policy = page.select(&select("meta[http-equiv=Content-Security-Policy]")).next();
        assert!(
            policy.is_some_and(|it| it
                .attr("content")
                .unwrap_or("")
                .starts_with("default-src 'none'"))
        );
    }
    for (path, text) in PLAIN.iter().filter(|(path, _)| path.starts_with("static/")) {
        let quiet = ["url(", "@import", "fetch(", "XMLHttpRequest", "sendBeacon", "import("];
        if !path.ends_with("index.js") {
            assert!(quiet.iter().all(|word| !text.contains(word)), "{path}");
        }
    }
}

#[test]
fn the_address_is_used_in_metadata_and_not_in_links() {
    let canonical = select("link[rel=canonical]");
    let mut told = BTreeSet::new();
    for (path, text) in pages(&WHOLE).filter(|(path, _)| !path.starts_with("compare/")) {
        let page = Html::parse_document(text);
        let address =
            page.select(&canonical).next().and_then(|it| it.attr("href")).expect("an address");
        let file =
            address.strip_prefix("https://example.org/docs/status/").expect("below the base");
        let is_folder = file.is_empty() || file.ends_with('/');
        assert_eq!(format!("{file}{}", if is_folder { "index.html" } else { "" }), path);
        told.insert(address.to_owned());
        let links = ways(&page).into_iter().filter(|(name, _)| name == "a");
        for (_, target) in links.filter(|(_, target)| !target.starts_with("https:")) {
            assert!(path == "404.html" || !target.starts_with('/'), "{path}: {target}");
        }
    }
    let sitemap = roxmltree::Document::parse(&WHOLE["sitemap.xml"]).expect("XML");
    let locations = sitemap.descendants().filter(|it| it.tag_name().name() == "loc");
    let listed: BTreeSet<_> = locations.filter_map(|it| it.text()).map(str::to_owned).collect();
    told.remove("https://example.org/docs/status/404.html");
    assert!(told.is_subset(&listed));
    assert_eq!(
        listed.len(),
        pages(&WHOLE).count() - 1,
        "all but the page for addresses without one"
    );
    assert!(WHOLE["robots.txt"].contains("Sitemap: https://example.org/docs/status/sitemap.xml\n"));
    assert!(!PLAIN.contains_key("sitemap.xml") && !PLAIN["index.html"].contains("canonical"));
    // It is shown at any missing address, so its links start at the host's root.
    assert!(WHOLE["404.html"].contains("href=\"/docs/status/static/style.css\""));
    assert!(PLAIN["404.html"].contains("href=\"static/style.css\""));
}
