//! The pages as Markdown, and the index of them for assistants.

use std::collections::BTreeSet;

use super::{PLAIN, Site, WHOLE, pages};
use crate::support::{statuscraft, with_snapshots};

/// The addresses of a Markdown text's links.
fn links(text: &str) -> impl Iterator<Item = &str> {
    text.split("](").skip(1).filter_map(|rest| rest.split(')').next())
}

#[test]
fn every_page_links_to_its_markdown() {
    for (path, text) in pages(&PLAIN).filter(|(path, _)| *path != "404.html") {
        let file = path.replace(".html", ".md");
        let name = file.rsplit('/').next().expect("a name");
        let link = format!("<link rel=\"alternate\" type=\"text/markdown\" href=\"{name}\">");
        assert!(text.contains(&link), "{path}");
        assert!(PLAIN[&file].starts_with("# "), "{file}");
    }
}

/// What the terminal prints, with headings of a whole document.
fn printed<const N: usize>(words: [&str; N]) -> String {
    let text = statuscraft(words.into_iter().chain(["--format", "markdown"])).stdout;
    let higher = |line: &str| match line.strip_prefix("##") {
        Some(rest) => format!("#{rest}\n"),
        None => format!("{line}\n"),
    };
    text.lines().map(higher).collect()
}

#[test]
fn codes_and_pairs_are_what_the_terminal_prints() {
    assert_eq!(PLAIN["codes/404.md"], printed(["explain", "404"]));
    assert_eq!(PLAIN["compare/401-403.md"], printed(["compare", "401", "403"]));
    assert_eq!(WHOLE["compare/102-511.md"], printed(["compare", "102", "511"]));
}

#[test]
fn a_framework_has_the_examples_that_the_terminal_prints() {
    let printed = statuscraft(["404", "go"]).stdout;
    let page = &PLAIN["frameworks/go.md"];
    assert!(page.contains(&format!("## 404 Not Found\n\n```go\n{printed}```\n")));
    assert!(!page.contains("## 999"));
}

#[test]
fn the_index_for_assistants_links_to_every_code_and_framework() {
    let codes_and_frameworks = |site: &Site, base: &str| -> BTreeSet<String> {
        pages(site)
            .filter(|(path, _)| path.starts_with("codes/") || path.starts_with("frameworks/"))
            .filter(|(path, _)| !path.ends_with("xx.html"))
            .map(|(path, _)| format!("{base}{}", path.replace(".html", ".md")))
            .collect()
    };
    for (site, base) in [(&*PLAIN, ""), (&*WHOLE, "https://example.org/docs/status/")] {
        let linked: BTreeSet<String> = links(&site["llms.txt"]).map(str::to_owned).collect();
        let missing: Vec<_> =
            codes_and_frameworks(site, base).difference(&linked).cloned().collect();
        assert_eq!(missing, Vec::<String>::new());
        for link in linked {
            let path = link.strip_prefix(base).expect("an address of the site");
            assert!(site.contains_key(path), "{link}");
        }
        assert_eq!(site["llms.txt"], site["index.md"]);
    }
}

#[test]
fn lists_link_to_pages_that_exist() {
    for (path, text) in PLAIN.iter().filter(|(path, _)| path.ends_with("xx.md")) {
        assert!(links(text).count() > 3, "{path}");
        for link in links(text) {
            assert!(PLAIN.contains_key(&format!("codes/{link}")), "{path}: {link}");
        }
    }
    assert!(links(&PLAIN["compare/index.md"]).count() > 80);
    for link in links(&PLAIN["compare/index.md"]) {
        assert!(PLAIN.contains_key(&format!("compare/{link}")), "{link}");
    }
}

#[test]
fn the_index_begins_with_what_the_site_is() {
    let start: Vec<_> = PLAIN["llms.txt"].lines().take(8).collect();
    with_snapshots("site", || insta::assert_snapshot!("llms", start.join("\n")));
}
